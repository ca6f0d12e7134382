import type { JsonObject } from "../json";
import type { TextLine } from "./card";
import { humanValue } from "./human-value";
import { capitalised, humanField } from "./human-words";
import { added } from "./spans";

/** Arguments that have no place of their own, one a line: they are sent along, so they are to be read. */
export function otherLines(others: JsonObject): readonly TextLine[] {
  return Object.entries(others).map(([key, value]) => ({
    change: "added",
    spans: added(`${capitalised(humanField(key))}: ${humanValue(value, key)}`),
  }));
}
