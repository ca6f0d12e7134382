import { REVERSIBILITIES, STAKES, TIERS, TREATMENTS, KINDS } from "../words";
import { applyCatalogue, applyKillSwitch, applyRegulation, applyWayBack, calibratedOf } from "./assess";
import { possibleKinds } from "./matrix-start";
import { applyLimits, applyRules, evaluateRules } from "./apply-rules";
import { resolveAction, type CompiledPolicy } from "./compile-policy";
import { Derivation } from "./derivation";
import { packLadder } from "./ladder-handling";
import { detect } from "./detectors";
import { isObserved, type AssessFacts } from "./facts";

/**
 * What a judgement comes to before matrix, tier table, amount thresholds and confidence floors have their say: small enough to send 50,000 of
 * them to a browser, and free of arguments. Words are their places in the vocabularies. {@link import("../measure/replay").judge} adds the rest.
 */
export interface FixedPart {
  /** By catalogue and rules. */
  readonly stakes: number;
  readonly reversibility: number;
  /** By the agent itself; null where it said nothing. */
  readonly declaredStakes: number | null;
  readonly declaredReversibility: number | null;
  /** The tier that rules ask for at least. */
  readonly tier: number;
  /** The treatment that rules, limits, detectors, doubt, regulation and kill switches ask for at least. */
  readonly treatment: number;
  readonly kind: number;
  /** The kind is the agent's word alone: the generic kind's cell and floor count too. */
  readonly alsoGeneric: boolean;
  readonly detected: boolean;
  readonly observed: boolean;
  readonly doubt: boolean;
  readonly regulated: boolean;
  readonly amount: number | null;
  readonly confidence: number | null;
  readonly calibrated: number | null;
  /** {@link packLadder}: where it stood on the ladder. */
  readonly ladder: number;
}

/** The fixed part of one proposal's judgement under a policy's catalogue, rules and limits. */
export function fixedPart(policy: CompiledPolicy, facts: AssessFacts): FixedPart {
  const { declared, derived, history } = facts;
  const resolved = resolveAction(policy, facts.action.name, declared.kind);
  const draft = new Derivation();
  const rules = evaluateRules(policy, facts, resolved.kind);
  applyRules(draft, rules, true);
  applyLimits(draft, policy, facts);
  applyCatalogue(draft, resolved);
  applyRules(draft, rules, false);
  applyWayBack(draft, facts);
  const { stakes, reversibility, tier } = draft;
  const regulated = applyRegulation(draft, resolved) !== null;
  applyKillSwitch(draft, facts);
  const detected = detect(facts).length > 0;
  const asked = [draft.handling.treatment, detected ? "confirm" : "auto", declared.hasDoubt ? "review" : "auto"] as const;
  return {
    stakes: STAKES.indexOf(stakes),
    reversibility: REVERSIBILITIES.indexOf(reversibility),
    declaredStakes: declared.stakes === null ? null : STAKES.indexOf(declared.stakes),
    declaredReversibility: declared.reversibility === null ? null : REVERSIBILITIES.indexOf(declared.reversibility),
    tier: TIERS.indexOf(tier),
    treatment: Math.max(...asked.map((treatment) => TREATMENTS.indexOf(treatment))),
    kind: KINDS.indexOf(resolved.kind),
    alsoGeneric: possibleKinds(resolved).length > 1,
    detected,
    observed: isObserved(history.observation),
    doubt: declared.hasDoubt,
    regulated,
    amount: derived.amount,
    confidence: declared.confidence,
    calibrated: calibratedOf(facts),
    ladder: packLadder(history.ladder ?? null),
  };
}
