/** A JSON value as it arrives after strict parsing (RFC 8259, no duplicate keys, numbers that round-trip). */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object; keys are the sender's, so every read may be absent. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** True for a plain JSON object, false for arrays and null. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for what JSON can say, all the way down: no `undefined`, no number without end, no object of a class. */
export function isJson(value: unknown): value is Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  return Array.isArray(value) ? value.every(isJson) : isJsonRecord(value);
}

/** The same for an object, whose keys are its own. */
export function isJsonRecord(value: unknown): value is JsonObject {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.values(value).every(isJson);
}
