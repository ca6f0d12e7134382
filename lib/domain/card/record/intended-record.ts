import { isJsonObject, type Json, type JsonObject } from "../../json";
import { pointerPart } from "../../json-pointer";
import type { FieldChange } from "../card";
import { sameJson } from "../same-json";
import type { Subject } from "./subject";

/** Arguments whose object holds the new values: `{ id, fields: { stage: "won" } }`. */
const PATCH_KEYS = new Set([
  "fields",
  "patch",
  "changes",
  "updates",
  "data",
  "set",
  "values",
  "properties",
  "attributes",
  "record",
]);
const IDENTITY = /^id$|_id$|Id$|^(?:table|object|objectType|object_type|collection|entity)$/u;

/** The values a call would set, taken out of its arguments, and what names the record in them. */
export interface Intent {
  readonly sets: JsonObject;
  readonly names: readonly (readonly [string, Json])[];
  /** Fields that are set to two values: `{ fields: { stage: "won" }, stage: "lost" }`. */
  readonly twice: readonly string[];
}

/** Splits arguments into what they set and what they only name; nothing is dropped. */
export function intentOf(callArguments: JsonObject, before: Subject | null): Intent {
  const sets = new Map<string, Json>();
  const twice: string[] = [];
  /** Under its name, or where that has another value already, under the name of where it stands: neither is dropped. */
  const set = (key: string, value: Json, place: string): void => {
    if (sameJson(sets.get(key), value)) return;
    if (sets.has(key)) twice.push(key);
    let name = key;
    while (sets.has(name)) name = `${place}.${name}`;
    sets.set(name, value);
  };
  const names: (readonly [string, Json])[] = [];
  for (const [key, value] of Object.entries(callArguments)) {
    if (PATCH_KEYS.has(key) && isJsonObject(value)) for (const [name, inside] of Object.entries(value)) set(name, inside, key);
    else if (IDENTITY.test(key) && !(before !== null && Object.hasOwn(before.record, key) && key !== "id")) {
      names.push([key, value]);
    } else if (IDENTITY.test(key) && namesRecord(key, value, before)) names.push([key, value]);
    else set(key, value, "arguments");
  }
  return { sets: Object.fromEntries(sets), names, twice };
}

/** The record as the arguments alone would leave it. */
export function derivedAfter(before: Subject | null, intent: Intent): JsonObject {
  return { ...before?.record, ...intent.sets };
}

/**
 * `rows` with those first that an argument is called like. What only the record after holds is the agent’s word for what the call leads to: totals, times and
 * states that a system works out, or nothing at all. It is marked as that.
 */
export function setFirst(rows: readonly FieldChange[], after: JsonObject, { sets, names }: Intent): readonly FieldChange[] {
  const named = names.filter(([key, value]) => sameJson(after[key], value)).map(([key]) => key);
  const called = new Set([...Object.keys(sets), ...named].map(pointerPart));
  const isSet = ({ path }: FieldChange): boolean => called.has(path.split("/")[1] ?? "");
  const expected = rows.filter((row) => !isSet(row)).map((row): FieldChange => ({ ...row, expected: true }));
  return expected.length === 0 ? rows : [...rows.filter(isSet), ...expected];
}

function namesRecord(key: string, value: Json, before: Subject | null): boolean {
  return before !== null && sameJson(before.record[key], value);
}
