import type { JsonObject } from "../../json";
import type { Diff, FieldChange, TextLine } from "../card";
import { subjectWords } from "../finish-card";
import { humanValue } from "../human-value";
import { capitalised, humanField } from "../human-words";
import { rowsOf } from "../record/field-diff";
import { fieldsDiff } from "../record/fields-diff";
import type { FaceKey, Saying } from "../said";
import { added, plain, removed, visible } from "../spans";
import type { Effect } from "./effects";
import { rowSample } from "./row-sample";
import type { SqlArguments } from "./sql-arguments";

const VALUES_NAMED_MAX = 3;
/** Two words and more with nothing else between them: no expression is written so, but for those with a word of SQL. */
const WORDS =
  /^(?!.*\b(?:and|or|not|is|in|like|ilike|between|case|at|collate|select|over|null|interval|date|timestamp|time|exists|any|all|array|row|cast)\b)\p{L}+(?: \p{L}+)+$/iu;

/** What one effect changes: values by column, rows that go, rows that come; every other argument comes last. */
export function effectDiff(effect: Effect, call: SqlArguments): Diff | null {
  const others = rowsOf({}, call.others);
  const [object = ""] = effect.objects;
  switch (effect.verb) {
    case "update":
      return fieldsDiff(
        [...effect.sets.map((set) => setRow(set, call.captured)), ...others],
        {},
        { key: "sql.columnsOf", values: { table: visible(object) } },
      );
    case "delete":
    case "empty":
      return rowSample(call.captured, { key: "sql.rowsOf", values: { table: visible(object) } }, others);
    case "insert":
      return insertDiff(effect, others, { key: "sql.newRowsOf", values: { table: visible(object) } });
    case "read":
    case "schema":
    case "other":
      return others.length === 0 ? null : fieldsDiff(others, {}, "face.otherArguments");
  }
}

function setRow([column, value]: readonly [string, string], captured: readonly JsonObject[]): FieldChange {
  const before = valuesBefore(column, captured);
  return {
    field: visible(column),
    path: `/set/${column}`,
    change: "changed",
    before: before === null ? plain("not sent") : removed(before),
    after: added(plainLiteral(value)),
  };
}

/** `draft`, or `draft in 30, paid in 7`: what the rows sent have in `column`; null when they do not have it. */
function valuesBefore(column: string, captured: readonly JsonObject[]): string | null {
  const name = column.replaceAll(/^["`]|["`]$/gu, "");
  const counts = new Map<string, number>();
  for (const row of captured) {
    if (!Object.hasOwn(row, name)) continue;
    const text = humanValue(row[name], name);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [only, ...others] = [...counts].sort(([, a], [, b]) => b - a);
  if (only === undefined) return null;
  if (others.length === 0) return only[0];
  const named = [only, ...others].slice(0, VALUES_NAMED_MAX).map(([text, count]) => `${text} in ${String(count)}`);
  const rest = others.length + 1 - named.length;
  return [...named, ...(rest > 0 ? [`${String(rest)} more values`] : [])].join(", ");
}

/** A text in plain words without its quotes; everything else as written: `ssn` may be a column, and `'ssn'` is none. */
function plainLiteral(value: string): string {
  const text = /^'([^']+)'$/u.exec(value)?.[1];
  return text === undefined || !WORDS.test(text) ? value : text;
}

function insertDiff({ inserts, reads, sets }: Effect, others: readonly FieldChange[], subject: Saying): Diff {
  const rows = (inserts?.rows ?? []).flatMap((row, at) =>
    row.map((value, column) => cell(inserts?.columns[column] ?? "", value, at, column)),
  );
  const query = reads === null ? [] : [addedRow("query", "/query", reads)];
  const conflicts = sets.map(([column, value]) => addedRow(`${column} where the row exists`, `/conflict/${column}`, value));
  return fieldsDiff([...query, ...conflicts, ...rows, ...others], {}, subject);
}

function cell(name: string, value: string, row: number, column: number): FieldChange {
  return addedRow(name === "" ? `column ${String(column + 1)}` : name, `/rows/${String(row)}/${name}`, plainLiteral(value));
}

function addedRow(field: string, path: string, value: string): FieldChange {
  return { field: visible(field), path, change: "added", before: [], after: added(value) };
}

/** The statements as lines, all of them to be read, and every other argument below. */
export function statementLines(statements: readonly string[], call: SqlArguments, subject: FaceKey): Diff {
  const lines = statements.flatMap((statement) => statement.split("\n")).map((text): TextLine => line(text));
  const others = Object.entries(call.others).map(([key, value]) =>
    line(`${capitalised(humanField(key))}: ${humanValue(value, key)}`),
  );
  return { type: "text", ...subjectWords(subject), lines: [...lines, ...others], more: { count: 0, unlike: 0 } };
}

function line(text: string): TextLine {
  return { change: "added", spans: added(text) };
}
