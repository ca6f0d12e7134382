import type { JsonObject } from "../../json";
import type { Check } from "../card";
import { environmentCheck, type Environment } from "../environment-of";
import { failed, notRun, passed } from "../finish-card";
import { counted } from "../counted";
import { visible } from "../spans";
import { functionsCalled, type Effect } from "./effects";
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
    "starts_with regexp_replace md5 rank dense_rank lag lead first_value last_value"
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
    ...(writes.length > 0 ? counts(call, effects) : calls.length === 0 ? [passed("read-only", "Only reads")] : []),
  ];
}

/** What can be said of a text that could not be parsed. */
export function unparsedChecks(parsed: ParsedSql, environment: Environment): readonly Check[] {
  const why = "the statement could not be read";
  return [
    notRun("single-statement", "One statement", why),
    notRun("row-filter", "WHERE picks rows", why),
    ...environmentCheck(environment),
    ...comments(parsed),
  ];
}

function singleStatement(effects: readonly Effect[]): Check {
  if (effects.length === 1) return passed("single-statement", "One statement, one effect");
  const words = effects
    .slice(0, LISTED_MAX)
    .map(({ words, objects }) => visible(`${words.toLowerCase()} ${objects[0] ?? ""}`.slice(0, 60)));
  const rest = effects.length - words.length;
  return failed(
    "single-statement",
    `Does ${counted(effects.length, "thing")}`,
    [...words, ...(rest > 0 ? [`${String(rest)} more`] : [])].join(", "),
  );
}

function schema(effects: readonly Effect[]): Check {
  const [found] = effects.filter(({ verb }) => verb === "schema" || verb === "other" || verb === "empty");
  if (found === undefined) return passed("schema-unchanged", "Tables stay as they are");
  if (found.verb === "empty") return failed("schema-unchanged", "Empties a whole table", null);
  if (found.verb === "schema") return failed("schema-unchanged", "Changes the schema, not rows", found.words);
  return failed("schema-unchanged", "Changes settings of the database", found.words);
}

function rowFilters(effects: readonly Effect[]): readonly Check[] {
  const changes = effects.filter(({ verb }) => verb === "delete" || verb === "update");
  if (changes.length === 0) return [];
  const missing = changes.find(({ where }) => where === null);
  if (missing !== undefined) return [failed("row-filter", "No WHERE: every row", visible(missing.objects[0] ?? ""))];
  const wide = changes.find((effect) => effect.narrows === false);
  if (wide !== undefined) return [failed("row-filter", "WHERE lets every row through", visible(wide.objects[0] ?? ""))];
  return [passed("row-filter", "WHERE is there and picks rows")];
}

/** Where the rows sent have a column that keeps tenants apart, the condition has to name it. */
function tenant(effects: readonly Effect[], captured: readonly JsonObject[]): readonly Check[] {
  const column = Object.keys(captured[0] ?? {}).find((key) => TENANT.test(key));
  const changes = effects.filter(({ verb }) => verb === "delete" || verb === "update");
  if (column === undefined || changes.length === 0) return [];
  const named = changes.every(({ where }) => where?.toLowerCase().includes(column.toLowerCase()) === true);
  if (named) return [passed("tenant-filter", "WHERE names the tenant")];
  return [failed("tenant-filter", "WHERE does not name the tenant", visible(column))];
}

/** The functions called that are not known to only compute, each once. */
export function doubtfulCalls({ statements }: ParsedSql): readonly string[] {
  const called = statements.flatMap(({ statement }) => functionsCalled(statement));
  return [...new Set(called)].filter((name) => !HARMLESS.has(name));
}

function functions(unknown: readonly string[]): Check {
  if (unknown.length === 0) return passed("functions", "Calls no function that could do more");
  return failed("functions", "Calls a function that may do more", unknown.slice(0, LISTED_MAX).map(visible).join(", "));
}

function comments({ lexed }: ParsedSql): readonly Check[] {
  const count = lexed?.comments ?? 0;
  return count === 0 ? [] : [failed("comments", "Holds comments, left out here", counted(count, "comment"))];
}

function counts(call: SqlArguments, effects: readonly Effect[]): readonly Check[] {
  const [only, ...others] = effects;
  if (others.length > 0 || (only?.verb !== "delete" && only?.verb !== "update")) return [];
  return [...figures(call), ...share(call), dryRun(call)];
}

function figures({ rowsDiffer }: SqlArguments): readonly Check[] {
  return rowsDiffer ? [failed("row-count", "The row counts sent differ")] : [];
}

function share({ rows, total }: SqlArguments): readonly Check[] {
  if (rows === null || total === null) return [];
  if (rows <= total * LARGE_SHARE) return [passed("share", "At most 1 % of the table")];
  return [failed("share", "More than 1 % of the table", `${countText(rows)} of ${countText(total)}`)];
}

function dryRun({ rows, dryRun }: SqlArguments): Check {
  const says = "Dry run within 10 % of the count";
  if (dryRun === null) return notRun("dry-run", says, "no dry run was sent");
  if (rows === null) return notRun("dry-run", says, "no row count was sent");
  if (Math.abs(dryRun - rows) <= Math.max(dryRun, rows) * WITHIN) return passed("dry-run", says);
  return failed("dry-run", "The dry run found another count", countText(dryRun));
}
