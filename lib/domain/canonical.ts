import type { Json, JsonObject } from "./json";

/**
 * The RFC 8785 (JCS) form of a JSON value: keys in UTF-16 order, shortest numbers, no white space. Two accepted payloads have the
 * same form only if they are the same value. Throws on what has no such form (a number that is not finite, half a surrogate pair):
 * strict parsing refuses both at the door, so here it is a broken caller, and nothing gets a digest.
 * The tests hold it equal to the `canonicalize` package on arbitrary values; it is our own because each proposal is hashed twice
 * while its agent waits, and the package takes about three times as long.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new Error("INVARIANT: a number in a canonical value is finite");
    return String(value);
  }
  if (value === null) return "null";
  if (typeof value === "boolean") return value ? "true" : "false";
  return isList(value) ? canonicalList(value) : canonicalObject(value);
}

/** Printable ASCII without `"` and `\`: what JSON writes as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The RFC 8785 form of a string; throws when it is not well-formed Unicode. */
export function canonicalString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw new Error("INVARIANT: a string in a canonical value is well-formed Unicode");
  // ECMAScript's escapes are the ones that RFC 8785 §3.2.2.2 prescribes.
  return JSON.stringify(text);
}

function canonicalList(list: readonly Json[]): string {
  let text = "[";
  for (const item of list) text += text === "[" ? canonicalJson(item) : `,${canonicalJson(item)}`;
  return `${text}]`;
}

function canonicalObject(object: JsonObject): string {
  let text = "{";
  // The default sort compares UTF-16 code units, as RFC 8785 §3.2.3 does.
  for (const key of Object.keys(object).sort()) {
    const value = object[key];
    // An absent optional property is not in the JSON either.
    if (value === undefined) continue;
    text += text === "{" ? `${canonicalString(key)}:${canonicalJson(value)}` : `,${canonicalString(key)}:${canonicalJson(value)}`;
  }
  return `${text}}`;
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}
