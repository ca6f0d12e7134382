import { isJsonObject, type Json, type JsonObject } from "../../json";
import type { FieldChange, Span } from "../card";
import { spansText } from "../headline-text";
import { LABEL_LENGTH_MAX } from "../human-words";
import { sameJson } from "../same-json";
import { plain } from "../spans";
import { DEPTH_MAX, rowsOf } from "./field-diff";
import { diffLists } from "./list-diff";

/** Longer than this a value has a row of its own. */
const SHORT_LENGTH = 24;
const IN_A_ROW = 3;
/** What parts the fields of one row, and what would be taken for it: with one in it a name or a value would stand for two. */
const BETWEEN = /[·•‧∙⋅・･]/u;

/** What the arguments hold that changes nothing: what the record before holds already, or what goes along with a deletion. */
export interface Kept {
  /** One a field, as if each were new. */
  readonly fields: readonly FieldChange[];
  /** The same to be read: short ones together. */
  readonly rows: readonly FieldChange[];
}

const NOTHING_KEPT: Kept = { fields: [], rows: [] };

/**
 * What `sets` sets and `record` holds already. It runs like everything else that is set, and that it changes nothing is the agent’s word alone: so it
 * is a row to be read, and not one of the fields that nobody sets (decision 0062).
 */
export function keptOf(sets: JsonObject, record: JsonObject): Kept {
  const same = sameIn(sets, record, 1);
  if (Object.keys(same).length === 0) return NOTHING_KEPT;
  const fields = rowsOf({}, same);
  return { fields, rows: rowsTogether(fields, "kept") };
}

/**
 * What a deletion sends along: why, how, of whom. It sets nothing of a record that is gone, whatever the record before holds under the same name; among the
 * fields that go it would be taken for one of them.
 */
export function sentAlong(sets: JsonObject): Kept {
  const fields = rowsOf({}, sets);
  return { fields, rows: rowsTogether(fields, "sent") };
}

type Together = Extract<FieldChange["change"], "kept" | "sent">;

function rowsTogether(fields: readonly FieldChange[], change: Together): readonly FieldChange[] {
  const long = fields.filter((row) => !isShort(row));
  return [...grouped(fields.filter(isShort)), ...long.map((row) => [row])].map((row) => togetherAs(change, row));
}

/** The part of `now` that `old` holds as well; what differs has rows of its own, and nothing falls between the two. */
function sameIn(now: JsonObject, old: JsonObject, depth: number): JsonObject {
  const same: [string, Json][] = [];
  for (const [key, value] of Object.entries(now)) {
    const part = Object.hasOwn(old, key) ? sameOf(value, old[key], depth) : undefined;
    if (part !== undefined) same.push([key, part]);
  }
  return Object.fromEntries(same);
}

function sameOf(now: Json, old: Json | undefined, depth: number): Json | undefined {
  if (sameJson(now, old)) return now;
  // From here on a difference shows both whole.
  if (depth >= DEPTH_MAX) return undefined;
  if (isJsonObject(now) && isJsonObject(old)) {
    const same = sameIn(now, old, depth + 1);
    return Object.keys(same).length === 0 ? undefined : same;
  }
  return Array.isArray(now) && Array.isArray(old) ? sameEntries(now, old, depth + 1) : undefined;
}

/** Of lists of records, whose differences are shown entry by entry. */
function sameEntries(now: readonly Json[], old: readonly Json[], depth: number): Json | undefined {
  if (![...old, ...now].some(isJsonObject)) return undefined;
  const { added, changed } = diffLists(old, now);
  const others = new Set<Json>([...added, ...changed.map(({ after }) => after)]);
  const same = [
    ...now.filter((entry) => !others.has(entry)),
    ...changed.map(({ before, after }) => sameIn(after, before, depth + 1)),
  ];
  return same.length === 0 ? undefined : same;
}

function isShort({ field, after }: FieldChange): boolean {
  const text = spansText(after);
  return text.length <= SHORT_LENGTH && field.length <= LABEL_LENGTH_MAX && !BETWEEN.test(text) && !BETWEEN.test(field);
}

function grouped(fields: readonly FieldChange[]): readonly (readonly FieldChange[])[] {
  return Array.from({ length: Math.ceil(fields.length / IN_A_ROW) }, (_, at) => fields.slice(at * IN_A_ROW, (at + 1) * IN_A_ROW));
}

/** How many of the fields stand in none of the first `shown` rows. */
export function keptBeyond({ fields, rows }: Kept, shown: number): number {
  const short = fields.filter(isShort).length;
  const long = Math.max(0, Math.min(shown, rows.length) - Math.ceil(short / IN_A_ROW));
  return fields.length - Math.min(short, shown * IN_A_ROW) - long;
}

function togetherAs(change: Together, fields: readonly FieldChange[]): FieldChange {
  // Nothing is added by it: the same stands on both sides.
  const spans = joined(fields);
  return {
    field: fields.map(({ field }) => field).join(" · "),
    path: fields.map(({ path }) => path).join("+"),
    change,
    before: spans,
    after: spans,
  };
}

function joined(fields: readonly FieldChange[]): readonly Span[] {
  return fields.flatMap(({ after }, at): readonly Span[] => [
    ...(at === 0 ? [] : plain(" · ")),
    ...after.map((span): Span => (span.type === "mark" ? span : { type: "value", text: span.text })),
  ]);
}
