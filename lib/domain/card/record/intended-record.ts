import { isJsonObject, type Json, type JsonObject } from "../../json";
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
}

/** Splits arguments into what they set and what they only name; nothing is dropped. */
export function intentOf(callArguments: JsonObject, before: Subject | null): Intent {
  const sets: (readonly [string, Json])[] = [];
  const names: (readonly [string, Json])[] = [];
  for (const [key, value] of Object.entries(callArguments)) {
    if (PATCH_KEYS.has(key) && isJsonObject(value)) sets.push(...Object.entries(value));
    else if (IDENTITY.test(key) && !(before !== null && Object.hasOwn(before.record, key) && key !== "id")) {
      names.push([key, value]);
    } else if (IDENTITY.test(key) && namesRecord(key, value, before)) names.push([key, value]);
    else sets.push([key, value]);
  }
  return { sets: Object.fromEntries(sets), names };
}

/** The record as the arguments alone would leave it. */
export function derivedAfter(before: Subject | null, intent: Intent): JsonObject {
  return { ...before?.record, ...intent.sets };
}

function namesRecord(key: string, value: Json, before: Subject | null): boolean {
  return before !== null && sameJson(before.record[key], value);
}
