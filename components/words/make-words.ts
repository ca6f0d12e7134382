import type { FormatOptions, FormatValues } from "icu-minify/format";
import format from "icu-minify/format";
import type { ReactNode } from "react";
import { Fragment, createElement } from "react";

import type { Language } from "../../lib/domain/language";
import { localeOf } from "../../lib/domain/language";
import type { Area, Key, PlainValues, RichValues } from "../../lib/words/area";
import type { CompiledArea } from "../../lib/words/message";
import { isMessage, listOf } from "../../lib/words/message";

/** Nothing where a text asks for no values. */
type Given<Values> = keyof Values extends never ? [] : [values: Values];

/** The texts of an area in the language of whoever reads. */
export interface Words<A extends Area> {
  /** A text with its values. Which values, and that each is given, follows from the English text. */
  <K extends Key<A>>(key: K, ...values: Given<PlainValues<A, K>>): string;
  /** A text with elements in it: for a value, or drawn around what a tag holds. */
  readonly rich: <K extends Key<A>>(key: K, values: RichValues<A, K, ReactNode>) => ReactNode;
  /** A sentence that the domain made: it named the text and its values, which its own table holds it to. */
  readonly sentence: (made: { readonly key: Key<A>; readonly values?: FormatValues<never> | undefined }) => string;
  readonly language: Language;
}

type Inside = (inside: ReactNode) => ReactNode;
type RichGiven = Readonly<Record<string, ReactNode | Inside>>;

/** Words over the compiled texts of an area. A text that is not there is shown by its key: a screen with a hole is better than none. */
export function makeWords<A extends Area>(language: Language, texts: CompiledArea): Words<A> {
  const plain = (key: string, values: FormatValues<never> = {}): string => {
    const text = format<never>(texts[key] ?? key, localeOf(language), values, OPTIONS);
    return typeof text === "string" ? text : key;
  };
  const rich = (key: string, values: RichGiven): ReactNode => {
    const drawn = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, drawable(value)]));
    const slots = Object.keys(values).filter((name) => typeof drawn[name] === "function");
    const message = opened(texts[key] ?? key, new Set(slots));
    return isMessage(message) ? together(format<ReactNode>(message, localeOf(language), drawn, OPTIONS)) : key;
  };
  const sentence: Words<A>["sentence"] = ({ key, values }) => plain(key, values);
  return Object.assign(plain, { rich, sentence, language });
}

/** The library writes plain values as text and draws only what is around a tag: an element is given to it as a tag with nothing inside. */
function opened(node: unknown, slots: ReadonlySet<string>): unknown {
  const parts = listOf(node);
  if (parts !== null) {
    const [name] = parts;
    if (parts.length === 1 && typeof name === "string") return slots.has(name) ? [name, ""] : node;
    return parts.map((inner) => opened(inner, slots));
  }
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([form, inner]) => [form, opened(inner, slots)]));
}

function drawable(value: ReactNode | Inside): string | number | ((inside: readonly ReactNode[]) => ReactNode) {
  if (typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "function") return (inside) => value(together(inside));
  return () => value;
}

/** Parts beside each other, without asking for a key on each. */
function together(parts: ReactNode | readonly ReactNode[]): ReactNode {
  return isList(parts) ? createElement(Fragment, null, ...parts) : parts;
}

function isList(parts: ReactNode | readonly ReactNode[]): parts is readonly ReactNode[] {
  return Array.isArray(parts);
}

/** Making one costs more than writing a line with it: they are kept, one a locale and form. */
const numbers = new Map<string, Intl.NumberFormat>();
const plurals = new Map<string, Intl.PluralRules>();

const OPTIONS: FormatOptions = {
  formatters: {
    getNumberFormat: (locale, form) => keptIn(numbers, locale, form, () => new Intl.NumberFormat(locale, form)),
    getPluralRules: (locale, form) => keptIn(plurals, locale, form, () => new Intl.PluralRules(locale, form)),
    // No text takes an instant: those are drawn by components, which know the reader's zone.
    getDateTimeFormat: (locale, form) => new Intl.DateTimeFormat(locale, form),
  },
};

function keptIn<Made>(all: Map<string, Made>, locale: Intl.LocalesArgument, form: object | undefined, make: () => Made): Made {
  const name = JSON.stringify([locale, form]);
  const made = all.get(name) ?? make();
  all.set(name, made);
  return made;
}
