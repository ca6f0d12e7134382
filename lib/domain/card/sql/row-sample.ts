import type { Json, JsonObject } from "../../json";
import type { Diff, FieldChange } from "../card";
import { humanValue } from "../human-value";
import { counted } from "../counted";
import { humanField } from "../human-words";
import { fieldsDiff } from "../record/fields-diff";
import type { Saying } from "../said";
import { canonicalKey } from "../same-json";
import { plain, removed, visible } from "../spans";

const SHOWN_MAX = 5;
const UNLIKE_SHOWN_MAX = 3;
const CELLS_MAX = 3;
const COMPARED_FROM = 5;
/** A value that at most this share of the rows has makes a row unlike the rest. */
const RARE_SHARE = 0.1;
const OUTLIER_TIMES = 10;
const ID = /^(?:id|uuid|key|name|code|email)$|_id$|Id$/u;

interface SampledRow {
  readonly row: JsonObject;
  readonly at: number;
  /** How unlike the rest: 0 for a usual row. */
  readonly odd: number;
}

/**
 * At most five of `rows`: the first, the last, and the three least like the rest. Those that stand out have to be read; of usual ones the
 * first stands for all. Whatever is folded is counted, and what stands out among it apart.
 */
export function rowSample(rows: readonly JsonObject[], subject: Saying, others: readonly FieldChange[]): Diff | null {
  if (rows.length === 0) return others.length === 0 ? null : fieldsDiff(others, {}, subject);
  const scored = scoredRows(rows);
  const unlike = scored.filter(({ odd }) => odd > 0).sort((a, b) => b.odd - a.odd || a.at - b.at);
  const ends = [scored[0], scored.at(-1)].filter((row) => row !== undefined);
  const chosen = [...new Set([...ends, ...unlike.slice(0, UNLIKE_SHOWN_MAX), ...scored])].slice(
    0,
    Math.min(SHOWN_MAX, rows.length),
  );
  const inOrder = chosen.toSorted((a, b) => a.at - b.at);
  // One row alone varies in nothing: then all of it is told.
  const varying = rows.length === 1 ? columnsOf(rows) : varyingColumns(rows);
  const mustRead = inOrder.filter(({ at, odd }) => at === 0 || odd > 0).map(({ row }) => rowChange(row, varying, "removed"));
  const usual = inOrder.filter(({ at, odd }) => at !== 0 && odd === 0).map(({ row }) => rowChange(row, varying, "alike"));
  const diff = fieldsDiff(others, {}, subject);
  const folded = rows.length - chosen.length;
  return {
    ...diff,
    type: "fields",
    rows: [...mustRead, ...usual, ...sameInEvery(rows, varying), ...(diff.type === "fields" ? diff.rows : [])],
    unchanged: 0,
    more: {
      count: folded + diff.more.count,
      unlike: unlike.filter((row) => !chosen.includes(row)).length + diff.more.unlike,
    },
  };
}

function rowChange(row: JsonObject, varying: readonly string[], change: "removed" | "alike"): FieldChange {
  const id = Object.keys(row).find((key) => ID.test(key) && isScalar(row[key]));
  const told = varying.filter((key) => key !== id && Object.hasOwn(row, key));
  const cells = told.slice(0, CELLS_MAX).map((key) => humanValue(row[key], key));
  const hidden = told.length - cells.length;
  const text = `${cells.join(", ")}${hidden > 0 ? ` +${counted(hidden, "column")}` : ""}`;
  return {
    field: id === undefined ? "row" : `${humanField(id)} ${visible(humanValue(row[id], id))}`,
    path: `/rows/${id === undefined ? "" : humanValue(row[id], id)}`,
    change,
    before: removed(text),
    after: [],
  };
}

/** What every row has alike, said once. */
function sameInEvery(rows: readonly JsonObject[], varying: readonly string[]): readonly FieldChange[] {
  const alike = columnsOf(rows).filter((key) => !varying.includes(key));
  if (alike.length === 0) return [];
  const text = alike.map((key) => `${humanField(key)} ${humanValue(rows[0]?.[key], key)}`).join(", ");
  return [{ field: "in every row", path: "/rows", change: "context", before: plain(text), after: [] }];
}

function isScalar(value: Json | undefined): boolean {
  return typeof value === "string" || typeof value === "number";
}

function varyingColumns(rows: readonly JsonObject[]): readonly string[] {
  return columnsOf(rows).filter((key) => new Set(rows.map((row) => canonicalKey(row[key] ?? null))).size > 1);
}

function columnsOf(rows: readonly JsonObject[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function scoredRows(rows: readonly JsonObject[]): readonly SampledRow[] {
  const scores = new Array<number>(rows.length).fill(0);
  if (rows.length >= COMPARED_FROM) {
    for (const key of columnsOf(rows)) {
      const odd = ID.test(key) ? [] : oddInColumn(rows.map((row) => row[key] ?? null));
      for (const at of odd) scores[at] = (scores[at] ?? 0) + 1;
    }
  }
  return rows.map((row, at) => ({ row, at, odd: scores[at] ?? 0 }));
}

/** The places whose value few others have, or whose figure is far above the usual. */
function oddInColumn(values: readonly Json[]): readonly number[] {
  const keys = values.map((value) => canonicalKey(value));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const figures = values.filter((value) => typeof value === "number").toSorted((a, b) => a - b);
  const median = Math.abs(figures[Math.floor(figures.length / 2)] ?? 0);
  // Of a median of zero nothing is a multiple: there, what is rare counts, as for words.
  if (figures.length === values.length && median > 0) {
    return placesOf(values, (value) => typeof value === "number" && Math.abs(value) > median * OUTLIER_TIMES);
  }
  // A column of names or dates, where nearly every value is its own, tells nothing of what is usual.
  if (counts.size > values.length / 2) return [];
  const rare = Math.max(1, Math.floor(values.length * RARE_SHARE));
  return placesOf(keys, (key) => (counts.get(key) ?? 0) <= rare);
}

function placesOf<T>(values: readonly T[], isOdd: (value: T) => boolean): readonly number[] {
  return values.flatMap((value, at) => (isOdd(value) ? [at] : []));
}
