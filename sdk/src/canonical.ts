import { Stale } from "./errors.js";

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const encoder = new TextEncoder();

/**
 * The RFC 8785 form: keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes them. Throws `Stale` for what has no such form,
 * since it could not be what was approved.
 */
export function canonical(value: Json): string {
  if (typeof value === "string") return text(value);
  if (typeof value === "number") return number(value);
  if (typeof value === "boolean" || value === null) return String(value);
  if (isList(value)) return `[${value.map(canonical).join(",")}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${text(key)}:${canonical(value[key] ?? null)}`).join(",")}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function text(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new Stale(null, "the arguments hold half a character: they cannot be compared");
  return JSON.stringify(value);
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new Stale(null, "the arguments hold a number that JSON does not have");
  return JSON.stringify(value);
}

/** `sha256:` and the hexadecimal digest of the bound action: what was signed. */
export async function actionDigest(agentId: string, name: string, args: Json, target: Json | null): Promise<string> {
  const bound = canonical({ v: 1, agent: agentId, name, arguments: args, target });
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(bound)));
  return `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
