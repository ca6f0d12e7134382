import type { Kind } from "../words";
import { bindingsOf } from "./bindings";
import { limitsFor, type CompiledLimit, type CompiledPolicy } from "./compile-policy";
import type { Bindings, Fault } from "./condition";
import type { Derivation } from "./derivation";
import type { AssessFacts } from "./facts";
import type { Rule } from "./policy-document";
import type { Handling } from "./cell-treatment";
import { said, written, type ReasonSentence } from "./reason-texts";

/** What came of the rules whose name pattern fits. */
export interface EvaluatedRules {
  /** Those whose condition is true. */
  readonly applied: readonly Rule[];
  /** Those whose condition could not be answered, with why. */
  readonly faults: readonly { readonly id: string; readonly fault: ReasonSentence }[];
}

const REVIEW: Handling = { treatment: "review", auditRate: null };
const NOT_PARSED: ReasonSentence = { key: "fault.notParsed" };
const TOO_MANY_RULES: ReasonSentence = { key: "fault.tooManyRules" };
const NO_RULES: EvaluatedRules = { applied: [], faults: [] };

/** Evaluates each fitting rule once. A rule that cannot be evaluated is a fault, never a rule that does not apply. */
export function evaluateRules(policy: CompiledPolicy, facts: AssessFacts, kind: Kind): EvaluatedRules {
  const { rules, tooMany } = policy.byName.rules(facts.action.name);
  if (rules.length === 0) return NO_RULES;
  policy.conditions.begin();
  const bindings = bindingsOf({ kind, ...facts });
  const applied: Rule[] = [];
  const faults: { id: string; fault: ReasonSentence }[] = [];
  for (const rule of rules) {
    const answer = answerOf(policy, rule, bindings);
    if (answer === true) applied.push(rule);
    else if (answer !== false) faults.push({ id: rule.id, fault: answer.fault });
  }
  if (tooMany) faults.push({ id: "too-many-rules", fault: TOO_MANY_RULES });
  return { applied, faults };
}

function answerOf(policy: CompiledPolicy, { when }: Rule, bindings: Bindings): boolean | Fault {
  if (when === undefined) return true;
  const condition = policy.conditions.compile(when);
  return condition.ok ? condition.value.evaluate(bindings) : { fault: NOT_PARSED };
}

/** What rules set: first those that block, later the others with every fault. */
export function applyRules(draft: Derivation, rules: EvaluatedRules, blocking: boolean): void {
  for (const rule of rules.applied) {
    const { reason, treatment, ...sets } = rule.then;
    if ((treatment === "block") !== blocking) continue;
    const handling = treatment === undefined ? {} : { handling: { treatment, auditRate: null } };
    const says = written(reason);
    draft.apply({ source: "rule", id: rule.id, says }, { ...sets, ...handling }, says);
  }
  if (blocking) return;
  for (const { id, fault } of rules.faults) {
    const says = fault === TOO_MANY_RULES ? said(fault) : said(fault, { key: "fault.rule", values: { rule: id } });
    draft.apply({ source: "fault", id, says }, { handling: REVIEW }, says);
  }
}

/** Tightens for every limit that this proposal would pass, or whose use is not known. */
export function applyLimits(draft: Derivation, policy: CompiledPolicy, facts: AssessFacts): void {
  for (const compiled of limitsFor(policy, facts.action.name)) {
    const passed = passedWords(compiled, facts);
    if (passed === null) continue;
    const source = passed.known ? "limit" : "fault";
    const handling = passed.known ? { treatment: compiled.limit.then, auditRate: null } : REVIEW;
    const says = said(passed.says);
    draft.apply({ source, id: compiled.id, says }, { handling }, says);
  }
}

/** True when both facts meet the same limits in the same way, so that one judgement serves for both. */
export function meetSameLimits(policy: CompiledPolicy, facts: AssessFacts, other: AssessFacts): boolean {
  return limitsFor(policy, facts.action.name).every(
    (compiled) => passedWords(compiled, facts)?.says.key === passedWords(compiled, other)?.says.key,
  );
}

interface Passed {
  readonly known: boolean;
  readonly says: ReasonSentence;
}

function passedWords({ id, limit }: CompiledLimit, { history, derived }: AssessFacts): Passed | null {
  const used = Object.hasOwn(history.usage, id) ? history.usage[id] : undefined;
  if (used === undefined) return { known: false, says: { key: "limit.unknown", values: { limit: id } } };
  const { window } = limit;
  if (limit.count !== undefined) {
    // Spelled so that a count that is not a number passes the limit.
    if (used.count + 1 <= limit.count) return null;
    return { known: true, says: { key: "limit.count", values: { limit: id, count: limit.count, window } } };
  }
  if (derived.amountUnreadable) return { known: true, says: { key: "limit.amountUnreadable", values: { limit: id } } };
  const sum = limit.sum ?? 0;
  if (used.sum + (derived.amount ?? 0) <= sum) return null;
  return { known: true, says: { key: "limit.sum", values: { limit: id, sum, window } } };
}
