import type { Assessment } from "../risk";
import { actionPattern, fitsLoosely, foldName } from "./action-pattern";
import { evaluateRules } from "./apply-rules";
import { assess } from "./assess";
import { strictness, type Handling } from "./cell-treatment";
import { compilePolicy, resolveAction, type CompiledPolicy } from "./compile-policy";
import type { AssessFacts } from "./facts";
import type { PolicyDocument, Rule } from "./policy-document";
import type { ReasonSentence } from "./reason-texts";

/** A rule while it is written, beside the draft it would stand in. */
export interface Trial {
  readonly fits: (actionName: string) => boolean;
  readonly alone: CompiledPolicy;
  readonly without: CompiledPolicy;
  readonly having: CompiledPolicy;
}

/** What a rule comes to for one past proposal. */
export interface Tried {
  /** `no`: its condition is false, and nothing changes. */
  readonly outcome: "yes" | "no" | "faults";
  /** Why its condition could not be answered; null where it could. */
  readonly fault: ReasonSentence | null;
  readonly before: Handling;
  readonly after: Handling;
}

/** A trial of `rule` in a draft: in place of the rule that stands at `place`, or beside all of them. */
export function trialOf(document: PolicyDocument, place: number | null, rule: Rule): Trial {
  const rules = document.rules.filter((_, index) => index !== place);
  const pattern = actionPattern(rule.match);
  return {
    fits: (actionName) => fitsLoosely(pattern, foldName(actionName)),
    alone: compilePolicy({ ...document, rules: [rule] }, 0),
    without: compilePolicy({ ...document, rules }, 0),
    having: compilePolicy({ ...document, rules: [...rules, rule] }, 0),
  };
}

/** What the rule comes to for one proposal. A condition that cannot be answered brings a person, and is told apart. */
export function tryRule(trial: Trial, facts: AssessFacts): Tried {
  const { kind } = resolveAction(trial.alone, facts.action.name, facts.declared.kind);
  const { applied, faults } = evaluateRules(trial.alone, facts, kind);
  const before = handlingIn(assess(trial.without, facts));
  const fault = faults[0]?.fault ?? null;
  if (applied.length === 0 && fault === null) return { outcome: "no", fault, before, after: before };
  return { outcome: fault === null ? "yes" : "faults", fault, before, after: handlingIn(assess(trial.having, facts)) };
}

/** How much stricter it gets, then how strict it is: the larger, the sooner a person wants to see it. */
export function byWeight(one: Tried, other: Tried): number {
  const step = ({ before, after }: Tried) => strictness(after) - strictness(before);
  return step(other) - step(one) || strictness(other.after) - strictness(one.after);
}

function handlingIn({ treatment, auditRate }: Assessment): Handling {
  return { treatment, auditRate };
}
