import type { JsonObject } from "../../json";
import type { Fact } from "../card";
import { fact } from "../finish-card";
import { humanValue } from "../human-value";
import { humanField } from "../human-words";
import { together, type Said, type SaidPart } from "../said";
import { dateOf } from "../sent-value";
import { saidSpan } from "../said-span";
import { valued, visible } from "../spans";
import { countText } from "./row-count";
import type { SqlArguments } from "./sql-arguments";

const CREATED = /creat|insert|placed|ordered/iu;

/** What a statement takes along without naming it. */
export function cascadeFact({ cascades }: SqlArguments): readonly Fact[] {
  if (cascades.length === 0) return [];
  const spans = cascades.flatMap(([table, count], at) => [
    ...valued(`${at === 0 ? "" : ", "}+${countText(count)}`),
    ...saidSpan("text", "sql.inTable"),
    ...valued(table),
  ]);
  return [fact("sql.cascades", spans, { technical: true, note: "sql.asSent" })];
}

/** `oldest 1 Dec 2024 · newest 28 Dec 2024 · as sent`: as it was said, else by the rows that were sent; null where neither tells. */
export function ageNote(call: SqlArguments, where: string | null): Said | null {
  const found = spanOf(call.captured, where);
  const [oldest, newest] = [call.oldest ?? found?.oldest ?? null, call.newest ?? found?.newest ?? null];
  if (oldest === null && newest === null) return null;
  const byRows = call.oldest === null && call.newest === null && found !== null;
  return together(" · ", [
    day("sql.oldest", oldest),
    day("sql.newest", newest),
    byRows ? { key: "sql.byColumn", values: { column: humanField(visible(found.column)) } } : null,
    "sql.asSent",
  ]);
}

function day(key: "sql.oldest" | "sql.newest", value: string | null): SaidPart | null {
  return value === null ? null : { key, values: { day: humanValue(value, "day") } };
}

interface DaySpan {
  readonly column: string;
  readonly oldest: string;
  readonly newest: string;
}

/** The first and last day of a column that every row sent has a day in: the one the condition is about, else when rows were made. */
function spanOf(rows: readonly JsonObject[], where: string | null): DaySpan | null {
  const columns = Object.entries(rows[0] ?? {}).flatMap(([key, value]) => (dateOf(value) === null ? [] : [key]));
  const asked = (column: string): boolean => where?.toLowerCase().includes(column.toLowerCase()) === true;
  const ordered = [...columns.filter(asked), ...columns.filter((column) => CREATED.test(column)), ...columns];
  for (const column of new Set(ordered)) {
    const days = rows.map((row) => ({ text: row[column], at: dateOf(row[column] ?? null) }));
    const known = days.flatMap(({ text, at }) => (at === null || typeof text !== "string" ? [] : [{ text, at }]));
    const [first, ...others] = known;
    if (first === undefined || known.length !== rows.length) continue;
    const oldest = others.reduce((least, one) => (one.at < least.at ? one : least), first);
    const newest = others.reduce((most, one) => (one.at > most.at ? one : most), first);
    return { column, oldest: oldest.text, newest: newest.text };
  }
  return null;
}
