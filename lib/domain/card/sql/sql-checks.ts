import type { JsonObject } from "../../json";
import type { Check } from "../card";
import { environmentCheck, type Environment } from "../environment-of";
import { failed, notRun, passed } from "../finish-card";
import { saidTwice } from "../said-twice";
import { visible } from "../spans";
import type { Effect } from "./effects";
import { functionsCalled, locksRows } from "./names-read";
import type { ParsedSql } from "./parse-sql";
import { countText } from "./row-count";
import type { SqlArguments } from "./sql-arguments";

const WITHIN = 0.1;
const LARGE_SHARE = 0.01;
const LISTED_MAX = 4;
const TENANT = /^(?:tenant|org|organi[sz]ation|workspace|account|company)(?:_?id|_?uuid|_?key)?$/iu;
/** Functions that compute and do nothing else; any other may write, wait, or read files. */
const HARMLESS = new Set(
  (
    "abs any array_agg array_length avg cast ceil ceiling char_length coalesce concat count current_date current_timestamp date date_part date_trunc " +
    "extract exists floor greatest least left length lower lpad ltrim max min mod now nullif position replace right round rpad rtrim row_number " +
    "split_part string_agg strpos substr substring sum to_char to_date to_timestamp trim unnest upper json_agg jsonb_agg make_date age some all in " +
    "starts_with regexp_replace md5 rank dense_rank lag lead first_value last_value age concat_ws date_add date_sub datediff dateadd timestampdiff " +
    "curdate current_time localtime localtimestamp clock_timestamp getdate year month day hour ifnull isnull iif if group_concat initcap instr sign " +
    "power sqrt stddev variance percentile_cont percentile_disc ntile bool_and bool_or array_append array_remove array_to_string string_to_array " +
    "json_build_object jsonb_build_object json_object json_extract jsonb_set to_json to_jsonb jsonb_array_length gen_random_uuid strftime datetime julianday"
  ).split(" "),
);

/** What the machine can say about a text of SQL that it has parsed, from the payload alone. */
export function sqlChecks(
  call: SqlArguments,
  parsed: ParsedSql,
  effects: readonly Effect[],
  environment: Environment,
): readonly Check[] {
  const writes = effects.filter(({ verb }) => verb !== "read");
  const calls = doubtfulCalls(parsed);
  return [
    singleStatement(effects),
    schema(effects),
    ...rowFilters(effects),
    ...tenant(effects, call.captured),
    ...environmentCheck(environment),
    functions(calls),
    ...comments(parsed),
    ...saidTwice(call.twice),
    ...(writes.length > 0 ? counts(call, effects) : readOnly(parsed, calls)),
  ];
}

/** Rows that are locked wait for whoever locked them: nobody else changes them meanwhile. */
function readOnly({ statements }: ParsedSql, calls: readonly string[]): readonly Check[] {
  if (statements.some(({ statement }) => locksRows(statement))) return [failed("read-only", "sql.locksRowsItReads")];
  return calls.length === 0 ? [passed("read-only", "sql.onlyReads")] : [];
}

/** What can be said of a text that could not be parsed. */
export function unparsedChecks(parsed: ParsedSql, environment: Environment): readonly Check[] {
  const why = { key: "sql.statementCouldNotBeRead" } as const;
  return [
    notRun("single-statement", "sql.oneStatement", why),
    notRun("row-filter", "sql.wherePicksRows", why),
    ...environmentCheck(environment),
    ...comments(parsed),
  ];
}

function singleStatement(effects: readonly Effect[]): Check {
  if (effects.length === 1) return passed("single-statement", "sql.oneStatementOneEffect");
  const words = effects
    .slice(0, LISTED_MAX)
    .map(({ words, objects }) => visible(`${words.toLowerCase()} ${objects[0] ?? ""}`.slice(0, 60)));
  const rest = effects.length - words.length;
  return failed(
    "single-statement",
    { key: "sql.doesCountThing", values: { count: effects.length } },
    [...words, ...(rest > 0 ? [`${String(rest)} more`] : [])].join(", "),
  );
}

function schema(effects: readonly Effect[]): Check {
  const [found] = effects.filter(({ verb }) => verb === "schema" || verb === "other" || verb === "empty");
  if (found === undefined) return passed("schema-unchanged", "sql.tablesStayAsTheyAre");
  if (found.verb === "empty") return failed("schema-unchanged", "sql.emptiesWholeTable", null);
  if (found.verb === "schema") return failed("schema-unchanged", "sql.changesSchemaNotRows", found.words);
  return failed("schema-unchanged", "sql.changesSettingsDatabase", found.words);
}

function rowFilters(effects: readonly Effect[]): readonly Check[] {
  const changes = effects.filter(({ verb }) => verb === "delete" || verb === "update");
  if (changes.length === 0) return [];
  const missing = changes.find(({ where }) => where === null);
  if (missing !== undefined) return [failed("row-filter", "sql.noWhereEveryRow", visible(missing.objects[0] ?? ""))];
  const wide = changes.find((effect) => effect.narrows === false);
  if (wide !== undefined) return [failed("row-filter", "sql.whereLetsEveryRowThrough", visible(wide.objects[0] ?? ""))];
  return [passed("row-filter", "sql.whereIsThereAndPicks")];
}

/** Where the rows sent have a column that keeps tenants apart, the condition has to name it. */
function tenant(effects: readonly Effect[], captured: readonly JsonObject[]): readonly Check[] {
  const column = Object.keys(captured[0] ?? {}).find((key) => TENANT.test(key));
  const changes = effects.filter(({ verb }) => verb === "delete" || verb === "update");
  if (column === undefined || changes.length === 0) return [];
  const named = changes.every(({ where }) => where?.toLowerCase().includes(column.toLowerCase()) === true);
  if (named) return [passed("tenant-filter", "sql.whereNamesTenant")];
  return [failed("tenant-filter", "sql.whereDoesNotNameTenant", visible(column))];
}

/** The functions called that are not known to only compute, each once. */
export function doubtfulCalls({ statements }: ParsedSql): readonly string[] {
  const called = statements.flatMap(({ statement }) => functionsCalled(statement));
  return [...new Set(called)].filter((name) => !HARMLESS.has(name));
}

function functions(unknown: readonly string[]): Check {
  if (unknown.length === 0) return passed("functions", "sql.callsNoFunctionThatCould");
  return failed("functions", "sql.callsFunctionThatMayDo", unknown.slice(0, LISTED_MAX).map(visible).join(", "));
}

function comments({ lexed }: ParsedSql): readonly Check[] {
  const count = lexed?.comments ?? 0;
  return count === 0 ? [] : [failed("comments", "sql.holdsCommentsLeftOutHere", { key: "sql.countComment", values: { count } })];
}

function counts(call: SqlArguments, effects: readonly Effect[]): readonly Check[] {
  const [only, ...others] = effects;
  if (others.length > 0 || (only?.verb !== "delete" && only?.verb !== "update")) return [];
  return [...figures(call), ...share(call), dryRun(call)];
}

function figures({ rowsDiffer }: SqlArguments): readonly Check[] {
  return rowsDiffer ? [failed("row-count", "sql.rowCountsSentDiffer")] : [];
}

function share({ rows, total }: SqlArguments): readonly Check[] {
  // One row is a large share of a small table, and still one row.
  if (rows === null || total === null || rows === 1) return [];
  if (rows <= total * LARGE_SHARE) return [passed("share", "sql.atMost1Table")];
  return [
    failed("share", "sql.moreThan1Table", { key: "sql.rowsTotal", values: { rows: countText(rows), total: countText(total) } }),
  ];
}

function dryRun({ rows, dryRun }: SqlArguments): Check {
  const says = "sql.dryRunWithin10Count";
  if (dryRun === null) return notRun("dry-run", says, { key: "sql.noDryRunWasSent" });
  if (rows === null) return notRun("dry-run", says, { key: "sql.noRowCountWasSent" });
  if (Math.abs(dryRun - rows) <= Math.max(dryRun, rows) * WITHIN) return passed("dry-run", says);
  return failed("dry-run", "sql.dryRunFoundAnotherCount", countText(dryRun));
}
