import { isJsonObject, type Json, type JsonObject } from "../../json";
import type { FieldChange } from "../card";
import { rowsOf } from "../record/field-diff";

/** Which arguments a card speaks of, each with what of it; of a list of records those of its entries. */
export interface Spoken {
  readonly [name: string]: Spoken | ((value: Json) => boolean);
}

/** What a call holds besides. It is sent along and may run, so each of it is a row to be read; what has no room is counted as unlike. */
export function otherRows(fields: JsonObject, spoken: Spoken): readonly FieldChange[] {
  return rowsOf({}, besides(fields, spoken));
}

function besides(fields: JsonObject, spoken: Spoken): JsonObject {
  const others = Object.entries(fields).flatMap(([key, value]): readonly (readonly [string, Json])[] => {
    const known = Object.hasOwn(spoken, key) ? spoken[key] : undefined;
    if (typeof known === "function") return known(value) ? [] : [[key, value]];
    if (known === undefined || !Array.isArray(value)) return [[key, value]];
    const entries = value.flatMap((entry: Json, at): readonly (readonly [string, Json])[] => {
      const more = isJsonObject(entry) ? besides(entry, known) : entry;
      return isJsonObject(more) && Object.keys(more).length === 0 ? [] : [[String(at + 1), more]];
    });
    return entries.length === 0 ? [] : [[key, Object.fromEntries(entries)]];
  });
  return Object.fromEntries(others);
}

/** Read, or not of the form in which the card would have been read at all. */
export const shown = (): boolean => true;

/** A reservation is named in the headline, and another one by a failed check; only a text. */
export const text = (value: Json): boolean => typeof value === "string";

/** The flights of a call: what else is said of one, such as its price, is a row of its own. */
export const FLIGHTS: Spoken = { flight_number: shown, date: shown };
