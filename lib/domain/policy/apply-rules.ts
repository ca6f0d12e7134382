import type { Kind } from "../words";
import { bindingsOf } from "./bindings";
import { limitsFor, type CompiledLimit, type CompiledPolicy } from "./compile-policy";
import type { Bindings, Fault } from "./condition";
import type { Derivation } from "./derivation";
import type { AssessFacts } from "./facts";
import type { Rule } from "./policy-document";
import type { Handling } from "./cell-treatment";

/** What came of the rules whose name pattern fits. */
export interface EvaluatedRules {
  /** Those whose condition is true. */
  readonly applied: readonly Rule[];
  /** Those whose condition could not be answered, with why. */
  readonly faults: readonly { readonly id: string; readonly says: string }[];
  /** The group of the first rule that names one. */
  readonly reviewers: string | null;
}

const REVIEW: Handling = { treatment: "review", auditRate: null };
const NO_RULES: EvaluatedRules = { applied: [], faults: [], reviewers: null };

/** Evaluates each fitting rule once. A rule that cannot be evaluated is a fault, never a rule that does not apply. */
export function evaluateRules(policy: CompiledPolicy, facts: AssessFacts, kind: Kind): EvaluatedRules {
  const { rules, tooMany } = policy.byName.rules(facts.action.name);
  if (rules.length === 0) return NO_RULES;
  policy.conditions.begin();
  const bindings = bindingsOf({ kind, ...facts });
  const applied: Rule[] = [];
  const faults: { id: string; says: string }[] = [];
  for (const rule of rules) {
    const answer = answerOf(policy, rule, bindings);
    if (answer === true) applied.push(rule);
    else if (answer !== false) faults.push({ id: rule.id, says: `rule \`${rule.id}\`: ${answer.fault}` });
  }
  if (tooMany) faults.push({ id: "too-many-rules", says: "more rules fit this action than may be evaluated" });
  return {
    applied,
    faults,
    reviewers: applied.find((rule) => rule.then.reviewers !== undefined)?.then.reviewers ?? null,
  };
}

function answerOf(policy: CompiledPolicy, { when }: Rule, bindings: Bindings): boolean | Fault {
  if (when === undefined) return true;
  const condition = policy.conditions.compile(when);
  return condition.ok ? condition.value.evaluate(bindings) : { fault: "its condition cannot be parsed" };
}

/** What rules set: first those that block, later the others with every fault. */
export function applyRules(draft: Derivation, rules: EvaluatedRules, blocking: boolean): void {
  for (const rule of rules.applied) {
    const { reason, reviewers: _reviewers, treatment, ...sets } = rule.then;
    if ((treatment === "block") !== blocking) continue;
    const handling = treatment === undefined ? {} : { handling: { treatment, auditRate: null } };
    draft.apply({ source: "rule", id: rule.id, says: reason }, { ...sets, ...handling }, reason);
  }
  if (blocking) return;
  for (const { id, says } of rules.faults) draft.apply({ source: "fault", id, says }, { handling: REVIEW }, says);
}

/** Tightens for every limit that this proposal would pass, or whose use is not known. */
export function applyLimits(draft: Derivation, policy: CompiledPolicy, facts: AssessFacts): void {
  for (const compiled of limitsFor(policy, facts.action.name)) {
    const passed = passedWords(compiled, facts);
    if (passed === null) continue;
    const source = passed.known ? "limit" : "fault";
    const handling = passed.known ? { treatment: compiled.limit.then, auditRate: null } : REVIEW;
    draft.apply({ source, id: compiled.id, says: passed.says }, { handling }, passed.says);
  }
}

/** True when both facts meet the same limits in the same way, so that one judgement serves for both. */
export function meetSameLimits(policy: CompiledPolicy, facts: AssessFacts, other: AssessFacts): boolean {
  return limitsFor(policy, facts.action.name).every(
    (compiled) => passedWords(compiled, facts)?.says === passedWords(compiled, other)?.says,
  );
}

function passedWords({ id, limit }: CompiledLimit, { history, derived }: AssessFacts): { known: boolean; says: string } | null {
  const used = Object.hasOwn(history.usage, id) ? history.usage[id] : undefined;
  if (used === undefined) return { known: false, says: `limit \`${id}\`: how much of it is used is not known` };
  if (limit.count !== undefined) {
    // Spelled so that a count that is not a number passes the limit.
    if (used.count + 1 <= limit.count) return null;
    return { known: true, says: `limit \`${id}\`: ${limit.count} in ${limit.window} are used up` };
  }
  if (derived.amountUnreadable) return { known: true, says: `limit \`${id}\`: the amount cannot be read` };
  const most = limit.sum ?? 0;
  if (used.sum + (derived.amount ?? 0) <= most) return null;
  return { known: true, says: `limit \`${id}\`: more than ${most} in ${limit.window}` };
}
