import { isJsonObject, type Json, type JsonObject } from "../../json";
import { plainKey } from "../../policy/derived-amount";
import { ArgumentTaker } from "../argument-taker";
import type { CardInput } from "../card";
import { environmentArguments } from "../environment-arguments";
import { sameJson } from "../same-json";
import { isDate } from "../sent-value";
import { cascadesOf, type Cascade } from "./cascades";

/** What the arguments of a call and the record before say, and which of them said it. */
export interface SqlArguments {
  /** Null when no argument, or more than one, holds a statement. */
  readonly sql: string | null;
  readonly parameters: Json | null;
  /** How many rows the agent says it affects; null when it does not say. */
  readonly rows: number | null;
  /** True when the payload gives more than one figure for it. */
  readonly rowsDiffer: boolean;
  /** How many rows the table has, as sent. */
  readonly total: number | null;
  /** How many rows a dry run found, as sent. */
  readonly dryRun: number | null;
  /** The rows as they are now, as sent. */
  readonly captured: readonly JsonObject[];
  /** What goes along in other tables, as sent; empty where nothing was. */
  readonly cascades: readonly Cascade[];
  /** When the oldest and the newest row it affects are from, as sent. */
  readonly oldest: string | null;
  readonly newest: string | null;
  /** What the database can be set back to, as sent. */
  readonly snapshot: string | null;
  /** A second list of parameters: it is among `others` as well. */
  readonly twice: readonly string[];
  /** The arguments that say each figure and nothing else: what of it has a place of its own depends on the statement. */
  readonly figures: Readonly<Record<"rows" | "total" | "dryRun" | "cascades" | "oldest" | "newest", readonly string[]>>;
  /** Arguments that none of the above speaks for, figures included: they are shown too. */
  readonly others: JsonObject;
}

const SQL = "sql query statement statements sqltext sqlquery script";
const PARAMETERS = "params parameters bindings bind queryparams";
const ROWS = "rows rowcount affected affectedrows rowsaffected expectedrows estimatedrows estimatedrowcount count numrows";
const TOTAL = "totalrows tablerows total tablerowcount rowsintable";
const DRY_RUN = "dryrun dryrunrows dryruncount dryrunresult preview";
const CASCADES = "cascades cascade cascaderows cascadedrows cascadecounts alsodeletes dependentrows";
const OLDEST = "oldest oldestrow oldestrowat oldestat oldestaffected earliest";
const NEWEST = "newest newestrow newestrowat newestat newestaffected latest";
const SNAPSHOT = "snapshot snapshotid snapshotname backup backupid restorepoint restorepointid";
/** What is said of the state that a statement meets, and is no row of a table. */
const STATE = `${CASCADES} ${OLDEST} ${NEWEST} ${SNAPSHOT} backupat lastbackup lastbackupat backuptakenat snapshotat lastsnapshot maintenancewindow changewindow window`;
const SNAPSHOT_LENGTH = 200;

/** Reads what a call runs and what it claims about it. Total: what a field does not plainly say stays null. */
export function sqlArguments({ action, before }: CardInput): SqlArguments {
  const environments = environmentArguments(action.arguments).map(([key]) => key);
  const taker = new ArgumentTaker(without(action.arguments, environments));
  const statements = taker.each(SQL, statementText);
  // The first alone: what a second one says is shown among the others.
  const parameters = taker.value(PARAMETERS, (value) => (typeof value === "object" ? value : null));
  const captured = capturedRows(before);
  const claims = [...taker.left(ROWS), ...valuesOf(before, ROWS)].map(countOf).filter((count) => count !== null);
  const stated = claims[0] ?? (captured.length > 0 ? captured.length : null);
  const sent = (names: string): readonly Json[] => [...taker.left(names), ...valuesOf(before, names)];
  const [total, dryRun] = [TOTAL, DRY_RUN].map((names) => firstCount(sent(names)));
  const cascades = firstOf(sent(CASCADES), cascadesOf);
  const [oldest, newest] = [firstOf(sent(OLDEST), dayOf), firstOf(sent(NEWEST), dayOf)];
  const others = taker.others();
  const saying = (names: string, says: (value: Json) => boolean): readonly string[] =>
    Object.entries(others).flatMap(([key, value]) => (hasName(key, names) && says(value) ? [key] : []));
  const from = (names: string, figure: number | null): readonly string[] =>
    saying(names, (value) => figure !== null && wholeCount(value) === figure);
  return {
    sql: statements.length === 1 ? (statements[0] ?? null) : null,
    parameters,
    rows: stated,
    rowsDiffer: new Set(claims).size > 1 || (stated !== null && captured.length > stated),
    total: total ?? null,
    dryRun: dryRun ?? null,
    captured,
    cascades: cascades ?? [],
    oldest,
    newest,
    snapshot: firstOf(sent(SNAPSHOT), referenceOf),
    twice: taker.twice(PARAMETERS),
    figures: {
      ...{ rows: from(ROWS, stated), total: from(TOTAL, total ?? null), dryRun: from(DRY_RUN, dryRun ?? null) },
      cascades: saying(CASCADES, (value) => cascades !== null && sameJson(cascadesOf(value), cascades)),
      ...{ oldest: saying(OLDEST, (value) => value === oldest), newest: saying(NEWEST, (value) => value === newest) },
    },
    others,
  };
}

/** `call` as it is left to be shown where the figures in `said` have a place of their own. */
export function besides(call: SqlArguments, said: readonly (keyof SqlArguments["figures"])[]): SqlArguments {
  const shown = said.flatMap((figure) => call.figures[figure]);
  return { ...call, others: without(call.others, shown) };
}

function without(fields: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
}

function hasName(key: string, names: string): boolean {
  return names.split(" ").includes(plainKey(key));
}

/** A count that says nothing else. */
function wholeCount(value: Json | undefined): number | null {
  if (value === undefined || (isJsonObject(value) && Object.keys(value).length > 1)) return null;
  return countOf(value);
}

function statementText(value: Json): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (!Array.isArray(value) || value.length === 0) return null;
  const texts = value.filter((part): part is string => typeof part === "string");
  return texts.length === value.length ? texts.join(";\n") : null;
}

function valuesOf(record: JsonObject | null, names: string): readonly Json[] {
  return Object.entries(record ?? {}).flatMap(([key, value]) => (hasName(key, names) ? [value] : []));
}

function firstCount(values: readonly Json[]): number | null {
  return values.map(countOf).find((count) => count !== null) ?? null;
}

/** A whole number, in digits, or an object that holds one. */
function countOf(value: Json): number | null {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= 0 ? value : null;
  if (typeof value === "string") return /^\d{1,12}$/u.test(value) ? Number(value) : null;
  if (!isJsonObject(value)) return null;
  const inside = value["rows"] ?? value["count"] ?? value["affected"] ?? null;
  return typeof inside === "number" ? countOf(inside) : null;
}

/** What `read` makes of the first value that it can read. */
function firstOf<T>(values: readonly Json[], read: (value: Json) => T | null): T | null {
  return values.map(read).find((found) => found !== null) ?? null;
}

/** A day or an instant as it was sent; null for anything else. */
function dayOf(value: Json): string | null {
  return typeof value === "string" && isDate(value) ? value : null;
}

/** What a snapshot is called: a day alone is none. */
function referenceOf(value: Json): string | null {
  if (typeof value !== "string" || value.trim() === "" || value.length > SNAPSHOT_LENGTH) return null;
  return isDate(value) ? null : value;
}

/** The first list of records in what was sent; a record that came alone is a list of one. */
function capturedRows(before: JsonObject | null): readonly JsonObject[] {
  if (before === null) return [];
  for (const [key, value] of Object.entries(before)) {
    if (!Array.isArray(value) || value.length === 0 || hasName(key, CASCADES)) continue;
    const records = value.filter(isJsonObject);
    if (records.length === value.length) return records;
  }
  const { record } = before;
  if (isJsonObject(record)) return [record];
  const keys = Object.keys(before);
  const counts = keys.some((key) => [ROWS, TOTAL, DRY_RUN].some((names) => hasName(key, names)));
  return counts || keys.every((key) => hasName(key, STATE)) ? [] : [before];
}
