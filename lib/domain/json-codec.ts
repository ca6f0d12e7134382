import type { IdKind, IdTypes } from "./ids";
import { isDigest, isId } from "./ids";
import type { Digest } from "./ids";
import type { Json } from "./json";
import { isJsonObject } from "./json";

/** How one type is written as JSON and read back. `write` keeps what it names and nothing else; `read` throws {@link Unreadable}. */
export interface Codec<Value> {
  readonly write: (value: Value) => Json;
  readonly read: (json: Json | undefined) => Value;
}

/** Says that a JSON value is not what a codec writes. Callers turn it into an answer of their own. */
export class Unreadable extends Error {}

function leaf<Value extends Json>(what: string, is: (json: Json | undefined) => json is Value): Codec<Value> {
  return {
    write: (value) => value,
    read: (json) => {
      if (!is(json)) throw new Unreadable(`not ${what}`);
      return json;
    },
  };
}

export const text = leaf("text", (json): json is string => typeof json === "string");
export const number = leaf("a finite number", (json): json is number => typeof json === "number" && Number.isFinite(json));
export const wholeNumber = leaf(
  "a whole number",
  (json): json is number => typeof json === "number" && Number.isSafeInteger(json) && json >= 0,
);
export const truth = leaf("true or false", (json): json is boolean => typeof json === "boolean");
export const digest = leaf("a digest", (json): json is Digest => typeof json === "string" && isDigest(json));

/** An id of one kind. */
export function id<Kind extends IdKind>(kind: Kind): Codec<IdTypes[Kind]> {
  return leaf(`an id of a ${kind}`, (json): json is IdTypes[Kind] => typeof json === "string" && isId(kind, json));
}

/** One of a closed set of words. */
export function oneOf<Word extends string>(words: readonly Word[]): Codec<Word> {
  return leaf(`one of ${words.join(", ")}`, (json): json is Word => words.some((word) => word === json));
}

/** A value or null. */
export function orNull<Value>(codec: Codec<Value>): Codec<Value | null> {
  return {
    write: (value) => (value === null ? null : codec.write(value)),
    read: (json) => (json === null ? null : codec.read(json)),
  };
}

/** A list of one kind of value. */
export function listOf<Value>(codec: Codec<Value>): Codec<readonly Value[]> {
  return {
    write: (values) => values.map((value) => codec.write(value)),
    read: (json) => {
      if (!Array.isArray(json)) throw new Unreadable("not a list");
      return json.map((item: Json) => codec.read(item));
    },
  };
}

/** An object with exactly these fields. */
export function record<Value extends object>(fields: { readonly [Key in keyof Value]-?: Codec<Value[Key]> }): Codec<Value> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the table's own keys, whose type Object.keys forgets
  const keys = Object.keys(fields) as (keyof Value & string)[];
  return {
    write: (value) => {
      const object: Record<string, Json> = {};
      for (const key of keys) object[key] = fields[key].write(value[key]);
      return object;
    },
    read: (json) => {
      if (!isJsonObject(json) || Object.keys(json).length !== keys.length) throw new Unreadable(`not exactly ${keys.join(", ")}`);
      const value: Partial<Value> = {};
      for (const key of keys) value[key] = fields[key].read(Object.hasOwn(json, key) ? json[key] : undefined);
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- every key of the table was read just now
      return value as Value;
    },
  };
}
