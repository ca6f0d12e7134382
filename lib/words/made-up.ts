import type { CompiledMessage } from "icu-minify/format";

import type { MadeUpLanguage } from "../domain/language";
import { isMessage, listOf } from "./message";

const PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ACCENTED = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž";

/** How much longer than English other languages get: German is a third longer. */
const LONGER = 0.35;

type Change = (text: string) => string;

/**
 * An English text in a language that nobody speaks. Accented: each letter with an accent, brackets around the whole text and a third more of it,
 * so that whatever is from no catalogue, cut off or put together from halves is seen at once. Mirrored: each word written from right to left.
 * What is filled in stays as it is.
 */
export function madeUp(message: CompiledMessage, language: MadeUpLanguage): CompiledMessage {
  if (language === "ar-XB") return mapMessage(message, mirrored);
  const longer = "~".repeat(Math.ceil(lengthOf(message) * LONGER));
  const body = mapMessage(message, accented);
  return typeof body === "string" ? `[${body}${longer}]` : ["[", ...body, `${longer}]`];
}

function accented(text: string): string {
  return text.replace(/[A-Za-z]/gu, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);
}

/** Each word between the marks that turn its letters around (Unicode UAX #9: RLO and PDF). */
function mirrored(text: string): string {
  return text.replace(/\p{L}[\p{L}\p{N}’'-]*/gu, (word) => `\u202E${word}\u202C`);
}

/** Letters of the longest form. */
function lengthOf(message: CompiledMessage): number {
  let length = 0;
  mapMessage(message, (text) => {
    length += text.length;
    return text;
  });
  return length;
}

function mapMessage(message: CompiledMessage, change: Change): CompiledMessage {
  if (typeof message === "string") return change(message);
  const mapped: unknown = message.map((node) => mapNode(node, change));
  return isMessage(mapped) ? mapped : message;
}

/** A node is a text, the `#` of a plural, or a list: the name of a value; a choice with its forms by name; a tag with the nodes in it. */
function mapNode(node: unknown, change: Change): unknown {
  if (typeof node === "string") return change(node);
  const [name, kind, ...rest] = listOf(node) ?? [];
  if (kind === undefined) return node;
  const isTag = typeof kind !== "number" || kind === 0;
  if (isTag) return [name, ...[kind, ...rest].map((inner) => mapNode(inner, change))];
  return [name, kind, ...rest.map((forms) => mapForms(forms, change))];
}

function mapForms(forms: unknown, change: Change): unknown {
  if (typeof forms !== "object" || forms === null) return forms;
  return Object.fromEntries(
    Object.entries(forms).map(([name, form]) => [name, isMessage(form) ? mapMessage(form, change) : form]),
  );
}
