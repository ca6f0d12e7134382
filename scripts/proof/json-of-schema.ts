import fc from "fast-check";

import type { Json, JsonObject } from "../../lib/domain/json";

/** A JSON Schema as the API's own document holds it. */
export type Schema = JsonObject;

const DEPTH_MAX = 6;
const TEXT_MAX = 120;
/** What each place of a body is now and then instead of what it should be (design: trust §9). */
const HOSTILE: readonly Json[] = [
  null,
  true,
  0,
  -1,
  1e21,
  0.1,
  2 ** 53 - 1,
  "",
  "0",
  " ",
  "null",
  "\u202e",
  "\u200b",
  "p\u0430yment",
  "\u00e9 e\u0301",
  "'; drop table proposals; --",
  "<img src=x onerror=alert(1)>",
  "../../etc/passwd",
  "javascript:alert(1)",
  "https://bank.example@evil.example/",
  "x".repeat(10_001),
  "\u{e0041}".repeat(50),
  [],
  {},
  [[[[[[]]]]]],
  { id: "prp_1", status: "approved", approved: true, risk: "low" },
];

export const hostile: fc.Arbitrary<Json> = fc.constantFrom(...HOSTILE);

/**
 * Values that fit a schema of the document, as far as types, enumerations, bounds and required members go; texts that stand for something
 * (ids, digests, receipts) are `texts`.
 */
export function jsonOf(
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
  texts: fc.Arbitrary<string>,
): fc.Arbitrary<Json> {
  return of(schema, { schemas, texts, depth: 0 });
}

interface Around {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly texts: fc.Arbitrary<string>;
  readonly depth: number;
}

function of(schema: Schema, around: Around): fc.Arbitrary<Json> {
  const { $ref: ref, enum: words, const: only, anyOf, oneOf, allOf } = schema;
  if (around.depth > DEPTH_MAX) return fc.constant(null);
  if (typeof ref === "string") return of(around.schemas[ref.split("/").at(-1) ?? ""] ?? {}, around);
  if (only !== undefined) return fc.constant(only);
  if (Array.isArray(words) && words.length > 0) return fc.constantFrom<Json[]>(...list(words));
  const choices = list(anyOf ?? oneOf ?? []).filter(isObject);
  if (choices.length > 0) return fc.oneof(...choices.map((choice) => of(choice, around)));
  const [first] = list(allOf ?? []).filter(isObject);
  if (first !== undefined) return of(first, around);
  return typed(schema, around);
}

function typed(schema: Schema, around: Around): fc.Arbitrary<Json> {
  const number = (name: string, otherwise: number): number => (typeof schema[name] === "number" ? schema[name] : otherwise);
  const { type } = schema;
  switch (typeof type === "string" ? type : "any") {
    case "object":
      return object(schema, around);
    case "array": {
      const items = isObject(schema["items"]) ? schema["items"] : {};
      const most = Math.min(number("maxItems", 4), 4);
      return fc.array(deeper(items, around), { minLength: Math.min(number("minItems", 0), most), maxLength: most });
    }
    case "string":
      return text(number("minLength", 0), Math.min(number("maxLength", TEXT_MAX), TEXT_MAX), around);
    case "integer":
      return fc.integer({ min: number("minimum", -(2 ** 31)), max: Math.min(number("maximum", 2 ** 31), 2 ** 31) });
    case "number":
      return fc.double({ min: number("minimum", -1e6), max: number("maximum", 1e6), noNaN: true }).map((value) => value + 0);
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return fc.oneof(hostile, around.texts);
  }
}

function text(least: number, most: number, { texts }: Around): fc.Arbitrary<string> {
  const any = fc.string({ unit: "binary", minLength: Math.min(least, most), maxLength: most });
  return fc.oneof({ weight: 3, arbitrary: texts }, { weight: 1, arbitrary: any });
}

function object(schema: Schema, around: Around): fc.Arbitrary<Json> {
  const members = isObject(schema["properties"]) ? schema["properties"] : {};
  const required = new Set(list(schema["required"] ?? []));
  const names = Object.keys(members);
  if (names.length === 0) return fc.dictionary(around.texts, deeper({}, around), { maxKeys: 4 });
  const values = Object.entries(members).map(([name, member]) => [name, deeper(isObject(member) ? member : {}, around)] as const);
  return fc.record(Object.fromEntries(values), { requiredKeys: names.filter((name) => required.has(name)) });
}

function deeper(schema: Schema, around: Around): fc.Arbitrary<Json> {
  return of(schema, { ...around, depth: around.depth + 1 });
}

/** `value` with another one at the place that `at` leads to. */
export function replaced(value: Json, at: readonly number[], other: Json): Json {
  const [step, ...rest] = at;
  if (step === undefined) return other;
  if (Array.isArray(value) && value.length > 0) {
    return list(value).map((item, index) => (index === step % value.length ? replaced(item, rest, other) : item));
  }
  if (!isObject(value) || Object.keys(value).length === 0) return other;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([name, item], index) => [name, index === step % entries.length ? replaced(item, rest, other) : item]),
  );
}

/** True for a JSON object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(value: Json): readonly Json[] {
  return isList(value) ? value : [];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
