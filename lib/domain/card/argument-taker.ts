import { isJsonObject, type Json, type JsonObject } from "../json";
import { plainKey } from "../policy/derived-amount";
import { sameJson } from "./same-json";

/** Reads arguments by what they may be called, and remembers which were read, so that nothing is left unshown. */
export class ArgumentTaker {
  readonly #fields: JsonObject;
  readonly #used = new Set<string>();

  constructor(fields: JsonObject) {
    this.#fields = fields;
  }

  /** The text under the first of `names` that holds one; what is no text, or a second one, is left to the others. */
  text(names: string): string | null {
    return this.#first(names, (value) => (typeof value === "string" && value.trim() !== "" ? value : null));
  }

  /** The whole number of at least 0 under the first of `names` that holds one. */
  count(names: string): number | null {
    return this.#first(names, (value) => (typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null));
  }

  /** The yes or no under the first of `names` that holds one. */
  flag(names: string): boolean | null {
    return this.#first(names, (value) => (typeof value === "boolean" ? value : null));
  }

  /** What `read` makes of the first value under `names` that it can read; only that one counts as read. */
  value<T>(names: string, read: (value: Json) => T | null): T | null {
    return this.#first(names, read);
  }

  /** What `read` makes of every value under `names` that it can read whole; what it cannot is left to the others. */
  each<T>(names: string, read: (value: Json) => T | null): readonly T[] {
    return this.#under(names).flatMap(([key, value]) => {
      const found = read(value);
      if (found === null) return [];
      this.#used.add(key);
      return [found];
    });
  }

  /** Every value under `names` that nothing has read: only looked at, so that it is still shown among the others. */
  left(names: string): readonly Json[] {
    return this.#under(names).map(([, value]) => value);
  }

  /** The names under which something else is said again: a value is left in a group of names although another one was read. */
  twice(...groups: readonly string[]): readonly string[] {
    return groups.flatMap((names) => {
      const read = Object.entries(this.#fields).filter(
        ([key]) => this.#used.has(key) && names.split(" ").includes(plainKey(key)),
      );
      const again = this.#under(names).filter(([, value]) => value !== null && !read.some(([, other]) => sameJson(other, value)));
      return read.length === 0 ? [] : again.map(([key]) => key);
    });
  }

  /** The arguments that nothing has read. */
  others(): JsonObject {
    return Object.fromEntries(Object.entries(this.#fields).filter(([key]) => !this.#used.has(key)));
  }

  #first<T>(names: string, read: (value: Json) => T | null): T | null {
    for (const [key, value] of this.#under(names)) {
      const found = read(value);
      if (found === null) continue;
      this.#used.add(key);
      return found;
    }
    return null;
  }

  /** What is unread under `names`, in the order of the names. */
  #under(names: string): readonly (readonly [string, Json])[] {
    const entries = Object.entries(this.#fields).filter(([key]) => !this.#used.has(key));
    return names.split(" ").flatMap((name) => entries.filter(([key]) => plainKey(key) === name));
  }
}

/** The entries of a list, or the one value that is not a list. */
export function listed(value: Json): readonly Json[] {
  if (!Array.isArray(value)) return [value];
  const list: readonly Json[] = value;
  return list;
}

/** The first text under one of `keys` of an object; null for anything else. */
export function textAt(value: Json | undefined, keys: readonly string[]): string | null {
  if (!isJsonObject(value)) return null;
  const found = keys.map((key) => (Object.hasOwn(value, key) ? value[key] : undefined)).find((text) => typeof text === "string");
  return typeof found === "string" ? found : null;
}
