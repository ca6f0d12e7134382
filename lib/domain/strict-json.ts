import type { Refusal } from "./error-codes";
import type { Json } from "./json";
import type { JsonLimits } from "./json-reader";
import { JsonReader, Unacceptable } from "./json-reader";
import type { Result } from "./result";
import { ok, refuse } from "./result";

/** What the API takes in one body, beside its size. */
export const STRICT_JSON_LIMITS: JsonLimits = { depthMax: 32, keysMax: 1_000, stringBytesMax: 65_536 };

/** Why a text is not acceptable: the RFC 6901 pointer of the value, and the offset in UTF-16 units where reading stopped. */
export interface JsonRefusal extends Refusal {
  readonly code: "invalid_json";
  readonly context: { readonly path: string; readonly offset: number };
}

/**
 * The value of a JSON text (RFC 8259) that every parser reads alike, or a refusal that says where and why not.
 * Refuses what makes parsers differ or a digest ambiguous: repeated keys, ill-formed Unicode, numbers that a double does not
 * give back as written, `-0`, a byte order mark, U+0000, the prototype keys, and anything beyond `limits`.
 */
export function parseStrictJson(text: string, limits: JsonLimits = STRICT_JSON_LIMITS): Result<Json, JsonRefusal> {
  return read(text, limits, document);
}

function document(reader: JsonReader): Json {
  return reader.document();
}

/** One element of an array, and its text exactly as it was sent. */
export interface JsonElement {
  readonly raw: string;
  readonly value: Json;
}

/** The elements of a text that is a JSON array, by the rules of {@link parseStrictJson}; null for any other value. */
export function parseStrictJsonArray(text: string, limits: JsonLimits): Result<readonly JsonElement[] | null, JsonRefusal> {
  return read(text, limits, (reader) => {
    const value = reader.document();
    if (!isList(value)) return null;
    const raws = reader.elementTexts();
    return value.map((element, index) => ({ raw: raws[index] ?? "", value: element }));
  });
}

function read<Value>(text: string, limits: JsonLimits, work: (reader: JsonReader) => Value): Result<Value, JsonRefusal> {
  const reader = new JsonReader(text, limits);
  try {
    return ok(work(reader));
  } catch (error) {
    if (!(error instanceof Unacceptable)) throw error;
    return refuse({ code: "invalid_json", detail: error.message, context: { path: reader.pointer(), offset: error.offset } });
  }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of bytes that are well-formed UTF-8 without a byte order mark. Nothing is dropped or replaced by U+FFFD. */
export function decodeUtf8Strict(bytes: Uint8Array): Result<string, JsonRefusal> {
  const context = { path: "", offset: 0 };
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return refuse({ code: "invalid_json", detail: "the text starts with a byte order mark: send it without", context });
  }
  try {
    return ok(UTF8.decode(bytes));
  } catch {
    // The decoder's own error says no more than this.
    return refuse({ code: "invalid_json", detail: "the bytes are not well-formed UTF-8: encode the text as UTF-8", context });
  }
}
