import type { Assessment } from "../risk";
import { REVERSIBILITY_WORD, STAKES, STAKES_WORD, TIERS, type Kind, type Stakes, type Tier, type Treatment } from "../words";
import { applyLimits, applyRuleTreatments, applyRuleValues, evaluateRules } from "./apply-rules";
import type { Handling } from "./cell-treatment";
import { resolveAction, startOf, UNKNOWN_ACTION, type CompiledPolicy, type ResolvedAction } from "./compile-policy";
import { Derivation } from "./derivation";
import { detect } from "./detectors";
import { durationMs } from "./duration";
import { isObserved, OBSERVED_LOOKS, type AssessFacts } from "./facts";
import { cellName, handlingWords } from "./matrix-words";
import { moneyWords } from "./money-words";

/** Labelled items from which the corrected figure of an agent's confidence counts. */
export const CALIBRATED_FROM = 50;
const EXPIRES_MS_DEFAULT = 86_400_000;

/**
 * What policy makes of one proposal, with the whole derivation. Pure, and closed on failure: whatever is unknown, cannot be
 * evaluated or is missing brings a person. Nothing the agent declares makes any part of the answer milder.
 *
 * Order: block rules, limits, the highest stakes and reversibility, detectors, matrix, then what asks for a person.
 */
export function assess(policy: CompiledPolicy, facts: AssessFacts): Assessment {
  const resolved = resolveAction(policy, facts.action.name, facts.declared.kind);
  const draft = new Derivation();
  const rules = evaluateRules(policy, facts, resolved.kind);
  applyRuleTreatments(draft, rules, true);
  applyLimits(draft, policy, facts);
  applyCatalogue(draft, resolved);
  applyAmount(draft, policy, facts);
  applyRuleValues(draft, rules);
  const before = startOfMatrix(draft, policy, resolved);
  applyDeclared(draft, facts);
  const after = startOfMatrix(draft, policy, resolved);
  for (const { rule } of rules.applied) {
    const { tier, reason } = rule.then;
    if (tier !== undefined) draft.raiseTier(tier, { source: "rule", id: rule.id, says: reason }, reason);
  }
  applyDetectors(draft, facts);
  applyMatrix(draft, before, after);
  applyRuleTreatments(draft, rules, false);
  applyConfidence(draft, policy, facts, resolved);
  const observed = applyObservation(draft, facts);
  applyKnowledge(draft, resolved);
  const regulation = applyRegulation(draft, resolved);
  applyKillSwitch(draft, facts);
  return finish(policy, facts, resolved, draft, { observed, regulation, reviewers: rules.reviewers });
}

function applyCatalogue(draft: Derivation, { entry, known }: ResolvedAction): void {
  if (entry !== null) {
    const because = { source: "catalogue", id: entry.match, says: `the catalogue says so for \`${entry.match}\`` } as const;
    draft.raiseStakes(entry.stakes, because, entry.because ?? `${STAKES_WORD[entry.stakes]} stakes`, true);
    draft.raiseReversibility(entry.reversibility, because, REVERSIBILITY_WORD[entry.reversibility]);
  }
  if (known === "known") return;
  const says = entry === null ? "no catalogue entry names this action" : `only resembles \`${entry.match}\` in spelling`;
  const fact = entry === null ? "not in the catalogue" : "spelled unlike the catalogue";
  draft.raiseStakes(UNKNOWN_ACTION.stakes, { source: "catalogue", says }, fact, true);
  draft.raiseReversibility(UNKNOWN_ACTION.reversibility, { source: "catalogue", says }, "nothing known of undoing it");
}

function applyAmount(draft: Derivation, policy: CompiledPolicy, { derived }: AssessFacts): void {
  if (derived.amount === null) return;
  const { amount } = derived;
  const passed = policy.document.thresholds.amounts.filter((threshold) => amount >= threshold).length;
  const stakes: Stakes = STAKES[passed + 1] ?? "S4";
  const money = moneyWords(amount, derived.currency);
  draft.raiseStakes(stakes, { source: "rule", id: "amounts", says: `the amount is ${money}` }, `moves ${money}`, true);
}

/** An agent can raise its own stakes and reversibility; what the catalogue and the rules say stays below as a floor. */
function applyDeclared(draft: Derivation, { declared }: AssessFacts): void {
  const because = { source: "agent", says: "declared by the agent" } as const;
  if (declared.stakes !== null) {
    draft.raiseStakes(declared.stakes, because, `the agent says ${STAKES_WORD[declared.stakes]} stakes`, false);
  }
  if (declared.reversibility !== null) {
    draft.raiseReversibility(declared.reversibility, because, REVERSIBILITY_WORD[declared.reversibility]);
  }
}

interface MatrixStart {
  readonly cell: string;
  readonly handling: Handling;
}

/**
 * Tier and treatment of the cell as it stands. Looked up before and after the agent's own declaration, because an admin's
 * matrix may be milder in a worse cell, and declaring more must not lead there.
 */
function startOfMatrix(draft: Derivation, policy: CompiledPolicy, resolved: ResolvedAction): MatrixStart {
  const { stakes, reversibility } = draft;
  draft.startTier(policy.document.tiers[stakes][reversibility]);
  const handling = startOf(policy, stakes, reversibility, possibleKinds(resolved));
  return { cell: cellName(stakes, reversibility), handling };
}

/** Where the kind is the agent's word alone, the generic kind counts too, and the stricter of the two holds. */
function possibleKinds({ entry, kind }: ResolvedAction): readonly Kind[] {
  return entry === null ? [kind, "tool"] : [kind];
}

function applyDetectors(draft: Derivation, facts: AssessFacts): void {
  for (const { id, says } of detect(facts)) {
    const because = { source: "detector", id, says } as const;
    draft.raiseTier("T2", because, says);
    draft.tighten(atLeast("confirm"), because);
  }
}

function applyMatrix(draft: Derivation, before: MatrixStart, after: MatrixStart): void {
  for (const { cell, handling } of before.cell === after.cell ? [after] : [before, after]) {
    draft.tighten(handling, { source: "matrix", says: `${cell}: ${handlingWords(handling)}` });
  }
}

function applyConfidence(draft: Derivation, policy: CompiledPolicy, facts: AssessFacts, resolved: ResolvedAction): void {
  const { declared } = facts;
  const floors = policy.document.thresholds.confidenceFloor;
  const floor = Math.max(...possibleKinds(resolved).map((kind) => floors[kind] ?? floors.default));
  const calibrated = calibratedOf(facts);
  const base = draft.tier;
  const raise = (because: { readonly source: "confidence" | "doubt"; readonly says: string }, fact: string) => {
    draft.raiseTier(oneUp(base), because, fact);
    draft.tighten(atLeast("review"), because);
  };
  // Spelled so that a figure that is not a number is a low one.
  if (declared.confidence !== null && !(declared.confidence >= floor)) {
    const low = `confidence ${declared.confidence.toFixed(2)} is under ${floor.toFixed(2)}`;
    raise({ source: "confidence", says: `the agent’s ${low}` }, low);
  } else if (calibrated !== null && !(calibrated >= floor)) {
    const low = `measured confidence ${calibrated.toFixed(2)} is under ${floor.toFixed(2)}`;
    raise({ source: "confidence", says: `${low}, on ${facts.history.calibration.labelled} labelled items` }, low);
  }
  if (declared.hasDoubt) raise({ source: "doubt", says: "the agent asks a question" }, "the agent asks a question");
}

/** Known only where the agent sent a figure and enough of its items are labelled. */
function calibratedOf({ declared, history: { calibration } }: AssessFacts): number | null {
  return declared.confidence === null || calibration.labelled < CALIBRATED_FROM ? null : calibration.calibrated;
}

function applyObservation(draft: Derivation, { history }: AssessFacts): boolean {
  if (draft.stakes === "S0" && draft.reversibility === "R0") return false;
  if (!isObserved(history.observation)) return false;
  const { looked, wrong } = history.observation ?? { looked: 0, wrong: 0 };
  const says =
    looked < OBSERVED_LOOKS
      ? `new agent and action: look ${looked + 1} of ${OBSERVED_LOOKS}`
      : `${wrong} of the first ${looked} looks were wrong: an admin decides when this ends`;
  draft.tighten(atLeast("review"), { source: "observation", says });
  return true;
}

function applyKnowledge(draft: Derivation, { known }: ResolvedAction): void {
  if (known === "known") return;
  draft.tighten(atLeast("review"), { source: "catalogue", says: "an action that is not known is looked at" });
}

function applyRegulation(draft: Derivation, { entry }: ResolvedAction): string | null {
  const regulated = entry?.regulated ?? false;
  if (regulated === false) return null;
  const regulation = regulated === true ? "Regulated action" : regulated;
  draft.tighten(atLeast("review"), { source: "regulated", says: `${regulation}: a person always decides` });
  return regulation;
}

function applyKillSwitch(draft: Derivation, { kill }: AssessFacts): void {
  const stopped = [kill.all ? "everything" : "", kill.agent ? "this agent" : "", kill.kind ? "this kind" : ""].filter(Boolean);
  if (stopped.length === 0) return;
  draft.tighten(atLeast("review"), { source: "kill_switch", says: `a kill switch is on for ${stopped.join(" and ")}` });
}

function finish(
  policy: CompiledPolicy,
  facts: AssessFacts,
  { kind, entry }: ResolvedAction,
  draft: Derivation,
  more: { readonly observed: boolean; readonly regulation: string | null; readonly reviewers: string | null },
): Assessment {
  const { declared, history } = facts;
  const { stakes, reversibility, tier, reasons, drivers, handling } = draft;
  const confidence = { declared: declared.confidence, calibrated: calibratedOf(facts), labelled: history.calibration.labelled };
  const given = (entry?.expiresIn === undefined ? null : durationMs(entry.expiresIn)) ?? EXPIRES_MS_DEFAULT;
  return {
    policyVersion: policy.version,
    kind,
    risk: { stakes, reversibility, confidence, tier, reasons, drivers },
    treatment: handling.treatment,
    regulated: more.regulation !== null,
    regulation: more.regulation,
    reviewers: more.reviewers ?? entry?.reviewers ?? null,
    undoMs: policy.document.thresholds.undoSeconds[tier] * 1000,
    expiresInMs: Math.min(given, declared.expiresInMs ?? given),
    auditRate: handling.auditRate,
    observed: more.observed,
  };
}

function atLeast(treatment: Exclude<Treatment, "audit">): Handling {
  return { treatment, auditRate: null };
}

function oneUp(tier: Tier): Tier {
  return TIERS[TIERS.indexOf(tier) + 1] ?? "T3";
}
