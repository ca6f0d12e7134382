import { ahead } from "../ahead";
import type { Card, CardInput, Decisive, Fact, Span } from "../card";
import { environmentDecisive, environmentFact, environmentOf, type Environment } from "../environment-of";
import { decisiveValue, fact, finishCard } from "../finish-card";
import { counted } from "../counted";
import { asIs, together, type FaceKey, type Said, type SaidPart, type Saying } from "../said";
import { saidSpan } from "../said-span";
import { plain, valued, visible } from "../spans";
import { readTool } from "../tool/read-tool";
import { ageNote, cascadeFact } from "./affected-rows";
import { careChecks } from "./care-checks";
import { effectsOf, isTransaction, overwrites, type Effect } from "./effects";
import { tablesRead } from "./names-read";
import { parseSql, type ParsedSql } from "./parse-sql";
import { countDecisive, countText, shareText } from "./row-count";
import { besides, sqlArguments, type SqlArguments } from "./sql-arguments";
import { doubtfulCalls, sqlChecks, unparsedChecks } from "./sql-checks";
import { effectDiff, statementLines } from "./sql-diff";
import { parametersFact, statementFacts } from "./statement-facts";
import { oneLine } from "./sql-tokens";

const INVERSE_ROWS_MAX = 10_000;
const LARGE_SHARE = 0.01;

/** The card of SQL: what the parsed statement does, to how many rows by the agent’s own count, and which. Never throws. */
export function readSql(input: CardInput): Card {
  const read = sqlArguments(input);
  const call = besides(read, ["rows"]);
  // Two texts that could both be meant are not read at all.
  if (call.sql === null) return readTool(input, ["sql.unread.argument"]);
  const parsed = parseSql(call.sql);
  const environment = environmentOf(input);
  const found = parsed.statements.filter((one) => !isTransaction(one)).map(effectsOf);
  const opaque = found.filter((effects) => typeof effects === "string");
  const effects = found.flatMap((effects) => (typeof effects === "string" ? [] : effects));
  const problems = [...parsed.problems, ...opaque.map((why) => `statement: ${why}`)];
  const [only, ...others] = effects;
  if (problems.length > 0 || only === undefined) return unreadCard(input, call, parsed, environment, problems);
  const calls = doubtfulCalls(parsed);
  if (others.length > 0) return severalCard(input, call, parsed, environment, effects);
  return finishCard(input, {
    headline: [...ahead(input.action.name), ...headline(only, call, calls), ...where(environment)],
    facts: facts(only, call, parsed, environment),
    diff: effectDiff(only, besides(read, figuresSaid(only, read))),
    checks: [...sqlChecks(call, parsed, effects, environment), ...careChecks(input, call, effects)],
    undo: undo(only, call, calls),
    openQuestions: 1,
    unreadable: [],
    decisive: decisive(only, call, environment),
  });
}

/** The figures that the facts or a check say. */
function figuresSaid(effect: Effect, { rows }: SqlArguments): readonly (keyof SqlArguments["figures"])[] {
  if (!countsRows(effect)) return ["cascades"];
  const ages = ["cascades", "oldest", "newest"] as const;
  if (rows === null) return ages;
  if (effect.verb === "empty") return [...ages, "rows"];
  return everyRow(effect) ? [...ages, "rows", "dryRun"] : [...ages, "rows", "total", "dryRun"];
}

function countsRows({ verb }: Effect): boolean {
  return verb === "delete" || verb === "update" || verb === "empty";
}

function everyRow({ verb, where, narrows }: Effect): boolean {
  return verb === "empty" || where === null || narrows === false;
}

function where({ name }: Environment): readonly Span[] {
  return name === null ? [] : [...plain(" ("), ...valued(name), ...plain(")")];
}

/** A count the agent sent is a claim, and called one; the rows of an INSERT are counted by the parser. */
function headline(effect: Effect, call: SqlArguments, calls: readonly string[]): readonly Span[] {
  const objects = valued(effect.objects.join(", "));
  switch (effect.verb) {
    case "delete":
    case "update": {
      const verb = effect.verb === "delete" ? "Delete" : "Update";
      const join = effect.verb === "delete" ? " from " : " in ";
      if (effect.where === null || effect.narrows === false) return [...plain(`${verb} every row${join}`), ...objects];
      if (call.rows === null) return [...plain(`${verb} rows, count unknown,${join}`), ...objects];
      return [
        ...plain(`${verb} `),
        ...valued(countText(call.rows)),
        ...plain(` claimed ${call.rows === 1 ? "row" : "rows"}${join}`),
        ...objects,
      ];
    }
    case "empty":
      return [...plain("Delete every row from "), ...objects];
    case "insert": {
      const rows = effect.inserts === null ? "the rows of a query" : counted(effect.inserts.rows.length, "row");
      return [
        ...plain(overwrites(effect) ? "Add or change " : "Add "),
        ...valued(rows),
        ...plain(overwrites(effect) ? " in " : " to "),
        ...objects,
      ];
    }
    case "read":
      if (calls.length > 0) return [...plain("Call "), ...valued(calls.join(", "))];
      return effect.objects.length === 0 ? plain("Read from no table") : [...plain("Read from "), ...objects];
    case "schema":
    case "other":
      return [...plain(`${effect.words} `), ...objects];
  }
}

function facts(effect: Effect, call: SqlArguments, parsed: ParsedSql, environment: Environment): readonly Fact[] {
  const others = tablesRead(parsed.statements.map(({ statement }) => statement)).filter((name) => !effect.objects.includes(name));
  const age = countsRows(effect) ? ageNote(call, effect.where) : null;
  const table = effect.verb === "schema" || effect.verb === "other" ? [] : [tableFact(effect, others, age)];
  return [
    ...rowsFact(effect, call),
    ...statementFacts(effect, parsed),
    ...table,
    ...cascadeFact(call),
    ...environmentFact(environment),
    ...parametersFact(call),
  ];
}

function tableFact({ objects }: Effect, others: readonly string[], note: Said | null): Fact {
  const reads = others.length === 0 ? [] : [...saidSpan("text", "sql.alsoReads"), ...valued(others.join(", "))];
  const named = objects.length === 0 ? saidSpan("text", "sql.noTable") : valued(objects.join(", "));
  return fact("sql.table", [...named, ...reads], { technical: true, note });
}

function rowsFact(effect: Effect, { rows, total, dryRun }: SqlArguments): readonly Fact[] {
  if (!countsRows(effect)) return [];
  const dry: SaidPart | null = dryRun === null ? null : { key: "sql.dryRunFound", values: { count: countText(dryRun) } };
  if (everyRow(effect)) {
    const said: FaceKey | SaidPart =
      rows === null ? "sql.noCountSent" : { key: "sql.countIsAgents", values: { count: countText(rows) } };
    const note = together(" · ", [said, effect.verb === "empty" ? null : dry]);
    return [fact("sql.rows", saidSpan("value", "sql.everyRow"), { hero: true, alarming: true, note })];
  }
  if (rows === null) {
    return [fact("sql.rows", saidSpan("value", "sql.unknown"), { hero: true, note: together(" · ", ["sql.noCountSent", dry]) })];
  }
  const note = together(" · ", [
    "sql.agentsCount",
    total === null ? null : { key: "sql.ofTotal", values: { total: countText(total), share: shareText(rows, total) } },
    dry,
  ]);
  const large = total !== null && rows > total * LARGE_SHARE;
  return [fact("sql.rows", valued(countText(rows)), { hero: true, note, alarming: large })];
}

function undo(effect: Effect, { rows, captured, snapshot }: SqlArguments, calls: readonly string[]): Saying {
  const { verb } = effect;
  if (verb === "read") return calls.length === 0 ? "sql.undo.reads" : "sql.undo.readCalls";
  if (verb === "insert" && !overwrites(effect)) return "sql.undo.insert";
  const all = captured.length > 0 && captured.length === rows && captured.length <= INVERSE_ROWS_MAX;
  if (snapshot !== null && !all) return { key: "sql.undo.snapshot", values: { name: visible(snapshot) } };
  if (verb === "schema" || verb === "other") return "sql.undo.schema";
  if (!all || verb === "insert") return "sql.undo.backup";
  return { key: verb === "update" ? "sql.undo.setBack" : "sql.undo.putBack", values: { count: captured.length } };
}

function decisive(effect: Effect, { rows }: SqlArguments, environment: Environment): Decisive | null {
  const picks = effect.verb === "delete" || effect.verb === "update";
  if (picks && rows !== null && effect.narrows === true) {
    return countDecisive(effect.verb === "delete" ? "sql.howManyDeleted" : "sql.howManyUpdated", rows);
  }
  const named = environmentDecisive(environment);
  const [object] = effect.objects;
  if (named !== null || object === undefined || object.length > 60) return named;
  const table = visible(object);
  return decisiveValue("sql.whichTable", table, [`${table}_archive`, `${table}_old`, `${table}_test`]);
}

/** More than one effect is not one sentence: each statement is shown as it is. */
function severalCard(
  input: CardInput,
  call: SqlArguments,
  parsed: ParsedSql,
  environment: Environment,
  effects: readonly Effect[],
): Card {
  const statements = parsed.statements.map(({ tokens }) => oneLine(tokens));
  return finishCard(input, {
    headline: [
      ...ahead(input.action.name),
      ...plain("Run SQL that does "),
      ...valued(`${String(effects.length)} things`),
      ...where(environment),
    ],
    facts: textFacts(call, environment),
    diff: statementLines(statements, call, "sql.statements"),
    checks: [...sqlChecks(call, parsed, effects, environment), ...careChecks(input, call, effects)],
    undo: "sql.undo.several",
    openQuestions: 1,
    unreadable: [],
    decisive: environmentDecisive(environment),
  });
}

/** What could not be read is shown whole, as written, and called unread. */
function unreadCard(
  input: CardInput,
  call: SqlArguments,
  parsed: ParsedSql,
  environment: Environment,
  problems: readonly string[],
): Card {
  return finishCard(input, {
    headline: [...ahead(input.action.name), ...plain("Run SQL that could not be read"), ...where(environment)],
    facts: textFacts(call, environment),
    diff: statementLines([call.sql ?? ""], call, "sql.statementAsWritten"),
    checks: unparsedChecks(parsed, environment),
    undo: "sql.undo.unread",
    openQuestions: 1,
    unreadable: problems.length === 0 ? ["sql.unread.nothing"] : problems.map(asIs),
    decisive: environmentDecisive(environment),
  });
}

function textFacts(call: SqlArguments, environment: Environment): readonly Fact[] {
  const { rows } = call;
  return [
    ...(rows === null ? [] : [fact("sql.rows", valued(countText(rows)), { note: "sql.agentsCount" })]),
    ...environmentFact(environment),
    ...parametersFact(call),
  ];
}
