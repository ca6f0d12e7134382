import type { JsonObject } from "../../json";
import { pointerPart } from "../../json-pointer";
import type { Diff, FieldChange } from "../card";
import { subjectWords } from "../finish-card";
import { spansText } from "../headline-text";
import type { Saying } from "../said";
import { keptBeyond, type Kept } from "./kept-rows";

const ROWS_MAX = 6;
const KEPT_ROWS_MAX = 4;

/**
 * The diff of a record with at most six rows: one of each pattern first, so that what is folded is like what is shown. Below them what is set to what
 * it was.
 */
export function fieldsDiff(
  rows: readonly FieldChange[],
  before: JsonObject,
  subject: Saying,
  context: readonly FieldChange[] = [],
  kept: Kept = { fields: [], rows: [] },
): Diff {
  const ordered = firstOfEachPattern(rows);
  const shown = ordered.slice(0, ROWS_MAX);
  const folded = ordered.slice(ROWS_MAX);
  const touched = new Set([...rows, ...kept.fields].map((row) => row.path.split("/")[1]));
  // Nobody could say of these that they are like those shown.
  const beyond = keptBeyond(kept, KEPT_ROWS_MAX);
  const stays = kept.rows.some(({ change }) => change === "kept");
  const unchanged = Object.keys(before).filter((key) => !touched.has(pointerPart(key))).length;
  return {
    type: "fields",
    ...subjectWords(subject),
    rows: [...shown, ...kept.rows.slice(0, KEPT_ROWS_MAX), ...context],
    unchanged: Math.max(0, unchanged - context.length),
    more: {
      count: folded.length + (stays ? 0 : beyond),
      unlike: unlike(folded, shown) + beyond,
      ...(stays && beyond > 0 ? { kept: beyond } : {}),
    },
  };
}

/** How many of `folded` are like none of `shown`. */
function unlike(folded: readonly FieldChange[], shown: readonly FieldChange[]): number {
  if (folded.length === 0) return 0;
  const patterns = new Set(shown.map(pattern));
  return folded.filter((row) => !patterns.has(pattern(row))).length;
}

/** The rows, one of each pattern before any that repeats one. */
function firstOfEachPattern(rows: readonly FieldChange[]): readonly FieldChange[] {
  if (rows.length < 2) return rows;
  const seen = new Set<string>();
  const first: FieldChange[] = [];
  const repeats: FieldChange[] = [];
  for (const row of rows) {
    const key = pattern(row);
    (seen.has(key) ? repeats : first).push(row);
    seen.add(key);
  }
  return [...first, ...repeats];
}

/**
 * Rows alike: the same field, changed from the same to the same. Every part of the path counts, for any of them may be whom or what the row is about:
 * one admin more is not like the six who are shown.
 */
function pattern(row: FieldChange): string {
  return [row.change, row.path, spansText(row.before), spansText(row.after)].join("\u0000");
}
