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
