import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";

import type { Language, OfferedLanguage } from "../domain/language";
import type { Area, Translation } from "./area";
import { de } from "./de";
import { en } from "./en";
import { madeUp } from "./made-up";
import type { CompiledArea } from "./message";
import { isMessage } from "./message";

/** Every text, by language and area. A language that is offered and not written here does not compile. */
export const CATALOGUES: { readonly [L in OfferedLanguage]: { readonly [A in Area]: Translation<A> } } = { en, de };

/** Compiling takes a parser, and the texts never change while the server runs. */
const compiled = new Map<string, CompiledArea>();

/** The texts of an area in a language. On the server only: the browser is handed what this makes, and no parser. */
export function compileArea(language: Language, area: Area): CompiledArea {
  const name = `${language} ${area}`;
  const kept = compiled.get(name);
  if (kept !== undefined) return kept;
  const made = Object.fromEntries(
    Object.entries(textsOf(language, area)).map(([key, text]) => [key, compileText(text, language)]),
  );
  compiled.set(name, made);
  return made;
}

function textsOf(language: Language, area: Area): Readonly<Record<string, string>> {
  return language === "en-XA" || language === "ar-XB" ? en[area] : CATALOGUES[language][area];
}

function compileText(text: string, language: Language): CompiledMessage {
  // The library makes objects without a prototype, which no page can carry.
  const message: unknown = JSON.parse(JSON.stringify(compile(text)));
  if (!isMessage(message)) throw new Error(`\`${text}\` does not compile to a message`);
  return language === "en-XA" || language === "ar-XB" ? madeUp(message, language) : message;
}
