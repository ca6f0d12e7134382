import type { Fact } from "../card";
import { fact } from "../finish-card";
import { saidSpan } from "../said-span";
import { valued } from "../spans";
import { isTransaction, type Effect } from "./effects";
import type { ParsedSql } from "./parse-sql";
import type { SqlArguments } from "./sql-arguments";
import { oneLine } from "./sql-tokens";

/** What is asked for and of which rows, in parts; or the statement as it is written, where its parts leave anything out. */
export function statementFacts(effect: Effect, parsed: ParsedSql): readonly Fact[] {
  return effect.whole ? partFacts(effect) : wholeFacts(effect, parsed);
}

function partFacts(effect: Effect): readonly Fact[] {
  const { reads, verb } = effect;
  return [
    ...(reads === null || verb !== "read" ? [] : [fact("sql.reads", valued(reads), { technical: true })]),
    ...whereFact(effect),
  ];
}

/** Where the parts leave anything out, the statement itself, which says its condition as well: that stands apart only where it alarms. */
function wholeFacts(effect: Effect, { statements }: ParsedSql): readonly Fact[] {
  const texts = statements.filter((one) => !isTransaction(one)).map(({ tokens }) => oneLine(tokens));
  return [
    ...whereFact(effect).filter(({ alarming }) => alarming),
    fact("sql.statement", valued(texts.join("; ")), { technical: true }),
  ];
}

function whereFact({ verb, where, narrows }: Effect): readonly Fact[] {
  if (where !== null) return [fact("sql.where", valued(where), { technical: true, alarming: narrows === false })];
  return verb === "delete" || verb === "update" ? [fact("sql.where", saidSpan("value", "sql.missing"), { alarming: true })] : [];
}

/** As they are sent: a text is told from two, and from nothing. */
export function parametersFact({ parameters }: SqlArguments): readonly Fact[] {
  return parameters === null ? [] : [fact("sql.parameters", valued(JSON.stringify(parameters)), { technical: true })];
}
