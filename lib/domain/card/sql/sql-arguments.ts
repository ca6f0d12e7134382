import { isJsonObject, type Json, type JsonObject } from "../../json";
import { plainKey } from "../../policy/derived-amount";
import type { CardInput } from "../card";
import { environmentArguments } from "../environment-arguments";

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
  /** Arguments that none of the above speaks for: they are shown too. */
  readonly others: JsonObject;
}

const SQL = new Set(["sql", "query", "statement", "statements", "sqltext", "sqlquery", "script"]);
const PARAMETERS = new Set(["params", "parameters", "bindings", "bind", "queryparams"]);
const ROWS = new Set(
  "rows rowcount affected affectedrows rowsaffected expectedrows estimatedrows estimatedrowcount count numrows".split(" "),
);
const TOTAL = new Set(["totalrows", "tablerows", "total", "tablerowcount", "rowsintable"]);
const DRY_RUN = new Set(["dryrun", "dryrunrows", "dryruncount", "dryrunresult", "preview"]);

/** Reads what a call runs and what it claims about it. Total: what a field does not plainly say stays null. */
export function sqlArguments({ action, before }: CardInput): SqlArguments {
  const used = new Set(environmentArguments(action.arguments).map(([key]) => key));
  const take = (keys: ReadonlySet<string>, reads: (value: Json) => boolean): readonly Json[] =>
    Object.entries(action.arguments).flatMap(([key, value]) => {
      if (!keys.has(plainKey(key)) || !reads(value)) return [];
      used.add(key);
      return [value];
    });
  const statements = take(SQL, (value) => statementText(value) !== null).map(statementText);
  const [parameters = null] = take(PARAMETERS, (value) => typeof value === "object" && value !== null);
  const isCount = (value: Json): boolean => countOf(value) !== null;
  const captured = capturedRows(before);
  const claims = [...take(ROWS, isCount), ...valuesOf(before, ROWS)].map(countOf).filter((count) => count !== null);
  const stated = claims[0] ?? (captured.length > 0 ? captured.length : null);
  return {
    sql: statements.length === 1 ? (statements[0] ?? null) : null,
    parameters,
    rows: stated,
    rowsDiffer: new Set(claims).size > 1 || (stated !== null && captured.length > stated),
    total: firstCount([...take(TOTAL, isCount), ...valuesOf(before, TOTAL)]),
    dryRun: firstCount([...take(DRY_RUN, isCount), ...valuesOf(before, DRY_RUN)]),
    captured,
    others: Object.fromEntries(Object.entries(action.arguments).filter(([key]) => !used.has(key))),
  };
}

function statementText(value: Json): string | null {
  if (typeof value === "string") return value.trim() === "" ? null : value;
  if (!Array.isArray(value) || value.length === 0) return null;
  const texts = value.filter((part): part is string => typeof part === "string");
  return texts.length === value.length ? texts.join(";\n") : null;
}

function valuesOf(record: JsonObject | null, keys: ReadonlySet<string>): readonly Json[] {
  return Object.entries(record ?? {}).flatMap(([key, value]) => (keys.has(plainKey(key)) ? [value] : []));
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

/** The first list of records in what was sent; a record that came alone is a list of one. */
function capturedRows(before: JsonObject | null): readonly JsonObject[] {
  if (before === null) return [];
  for (const value of Object.values(before)) {
    if (!Array.isArray(value) || value.length === 0) continue;
    const records = value.filter(isJsonObject);
    if (records.length === value.length) return records;
  }
  const { record } = before;
  if (isJsonObject(record)) return [record];
  return Object.keys(before).some((key) => ROWS.has(plainKey(key)) || TOTAL.has(plainKey(key)) || DRY_RUN.has(plainKey(key))) ||
    Object.keys(before).length === 0
    ? []
    : [before];
}
