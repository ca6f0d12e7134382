import { isJsonObject, type Json, type JsonObject } from "../../json";
import { jsonPointer } from "../../json-pointer";
import type { FieldChange, Span } from "../card";
import { humanValue } from "../human-value";
import { counted } from "../counted";
import { humanPath } from "../human-words";
import { sameJson } from "../same-json";
import { added, plain, removed } from "../spans";
import { byConsequence } from "./consequence";
import { entryText } from "./entry-text";
import { diffLists } from "./list-diff";
import { diffWords } from "./word-diff";

/** Nested deeper than this, a value is shown whole. */
export const DEPTH_MAX = 6;
const WORDS_COMPARED_FROM = 40;

/**
 * Every field that differs between two records, most consequential first; together with the unchanged fields nothing is left out.
 * Nested records are compared field by field, lists entry by entry.
 */
export function rowsOf(before: JsonObject, after: JsonObject): readonly FieldChange[] {
  const rows: FieldChange[] = [];
  diffRecords([], before, after, rows);
  return byConsequence(rows);
}

function diffRecords(path: readonly string[], before: JsonObject, after: JsonObject, rows: FieldChange[]): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    const now = Object.hasOwn(after, key) ? after[key] : undefined;
    if (!sameJson(old, now)) diffField([...path, key], old, now, rows);
  }
}

function diffField(path: readonly string[], old: Json | undefined, now: Json | undefined, rows: FieldChange[]): void {
  const deeper = path.length < DEPTH_MAX;
  if (deeper && isJsonObject(old) && isJsonObject(now)) diffRecords(path, old, now, rows);
  // What is wholly new or gone is listed field by field too: `settings` would not say that it makes somebody an admin.
  else if (deeper && old === undefined && isNested(now)) diffRecords(path, {}, now, rows);
  else if (deeper && now === undefined && isNested(old)) diffRecords(path, old, {}, rows);
  else if (deeper && Array.isArray(old) && Array.isArray(now)) diffEntries(path, old, now, rows);
  else rows.push(leaf(path, old, now));
}

function isNested(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && Object.keys(value).length > 0;
}

function diffEntries(path: readonly string[], old: readonly Json[], now: readonly Json[], rows: FieldChange[]): void {
  if (![...old, ...now].some(isJsonObject)) {
    rows.push(leaf(path, old, now));
    return;
  }
  const field = path.at(-1) ?? "";
  const diff = diffLists(old, now);
  const count = counted(old.length, "entry", "entries");
  for (const entry of diff.removed) {
    rows.push(row(path, "changed", removed(`− ${entryText(entry, field)}`), plain(counted(now.length, "entry", "entries"))));
  }
  for (const entry of diff.added) rows.push(row(path, "changed", plain(count), added(`+ ${entryText(entry, field)}`)));
  for (const { id, before, after } of diff.changed) diffRecords([...path, id], before, after, rows);
  if (diff.reordered) rows.push(row(path, "changed", removed("order as before"), added("another order")));
}

function leaf(path: readonly string[], old: Json | undefined, now: Json | undefined): FieldChange {
  const field = path.at(-1) ?? "";
  if (old === undefined) return row(path, "added", [], added(humanValue(now, field)));
  if (now === undefined) return row(path, "removed", removed(humanValue(old, field)), []);
  if (typeof old === "string" && typeof now === "string" && Math.max(old.length, now.length) > WORDS_COMPARED_FROM) {
    const words = diffWords(old, now);
    return row(path, "changed", words.before, words.after);
  }
  const [before, after] = [humanValue(old, field), humanValue(now, field)];
  // `1` and `"1"` read the same and are not: then both are shown as they were sent.
  const alike = before === after;
  return row(path, "changed", removed(alike ? JSON.stringify(old) : before), added(alike ? JSON.stringify(now) : after));
}

function row(
  path: readonly string[],
  change: FieldChange["change"],
  before: readonly Span[],
  after: readonly Span[],
): FieldChange {
  return { field: humanPath(path), path: jsonPointer(path), change, before, after };
}
