import { isJsonObject, type Json, type JsonObject } from "../json";
import { plainKey } from "../policy/derived-amount";
import type { CardInput } from "./card";
import { visible } from "./spans";

const INSTANT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/u;
const LISTED_MAX = 3;

/**
 * What was sent under one of `names` (separated by spaces, without case and separators), in the arguments or else in the record before; null
 * where nothing was. It is only looked at: an argument that has no other place is still shown as it was sent.
 */
export function sentValue({ action, before }: Pick<CardInput, "action" | "before">, names: string): Json | null {
  const keys = new Set(names.split(" "));
  const record = before === null ? null : before["record"];
  for (const part of [action.arguments, before, record]) {
    const found = isJsonObject(part) ? firstUnder(part, keys) : null;
    if (found !== null) return found;
  }
  return null;
}

function firstUnder(fields: JsonObject, keys: ReadonlySet<string>): Json | null {
  return Object.entries(fields).find(([key, value]) => keys.has(plainKey(key)) && value !== null)?.[1] ?? null;
}

/** Milliseconds since the epoch of a calendar day (its start, UTC) or of an instant that names its zone; null for anything else. */
export function instantOf(value: Json | null): number | null {
  if (typeof value !== "string" || !INSTANT.test(value)) return null;
  const at = Date.parse(value.replace(" ", "T"));
  return Number.isNaN(at) ? null : at;
}

/** The same of a date as programs write it: one that names no zone, as Python’s `isoformat()` leaves it, is read as UTC. */
export function dateOf(value: Json | null): number | null {
  return instantOf(value) ?? (typeof value === "string" ? instantOf(`${value}Z`) : null);
}

/** Whether `text` is such a date. */
export function isDate(text: string): boolean {
  return dateOf(text) !== null;
}

/** The first few of `texts`, hidden characters spelled out, and how many more there are. */
export function few(texts: readonly string[]): string {
  const all = [...new Set(texts)];
  const rest = all.length - LISTED_MAX;
  return [...all.slice(0, LISTED_MAX).map(visible), ...(rest > 0 ? [`${String(rest)} more`] : [])].join(", ");
}
