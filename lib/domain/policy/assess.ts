import type { Assessment } from "../risk";
import { STAKES, STAKES_WORD, TIERS, type Kind, type Stakes, type Tier } from "../words";
import { applyLimits, applyRules, evaluateRules } from "./apply-rules";
import { strictness, type Handling } from "./cell-treatment";
import { resolveAction, startOf, UNKNOWN_ACTION, type CompiledPolicy, type ResolvedAction } from "./compile-policy";
import { Derivation } from "./derivation";
import { detect } from "./detectors";
import { durationMs } from "./duration";
import { isObserved, OBSERVED_LOOKS, type AssessFacts } from "./facts";
import { cellName, handlingWords } from "./matrix-words";
import type { Climbed, LadderFacts } from "./ladder-handling";
import { moneyWords } from "./money-words";

/** Labelled items from which the corrected figure of an agent's confidence counts. */
export const CALIBRATED_FROM = 50;
const EXPIRES_MS_DEFAULT = 86_400_000;
const REVIEW: Handling = { treatment: "review", auditRate: null };
const CONFIRM: Handling = { treatment: "confirm", auditRate: null };

/**
 * What policy makes of one proposal, with the whole derivation. Pure, and closed on failure: whatever is unknown, cannot be
 * evaluated or is missing brings a person. Nothing the agent declares makes any part of the answer milder.
 *
 * Order: block rules, limits, the highest stakes and reversibility, detectors, matrix with the ladder and a
 * standing approval, then what asks for a person.
 */
export function assess(policy: CompiledPolicy, facts: AssessFacts): Assessment {
  const resolved = resolveAction(policy, facts.action.name, facts.declared.kind);
  const draft = new Derivation();
  const rules = evaluateRules(policy, facts, resolved.kind);
  applyRules(draft, rules, true);
  applyLimits(draft, policy, facts);
  applyCatalogue(draft, resolved);
  applyAmount(draft, policy, facts);
  applyRules(draft, rules, false);
  const ladder = facts.history.ladder ?? null;
  const before = startOfMatrix(draft, policy, resolved, ladder);
  applyDeclared(draft, facts);
  const after = startOfMatrix(draft, policy, resolved, ladder);
  applyDetectors(draft, facts);
  applyMatrix(draft, before, after, ladder);
  applyConfidence(draft, policy, facts, resolved);
  const observed = applyObservation(draft, facts);
  const regulation = applyRegulation(draft, resolved);
  applyKillSwitch(draft, facts);
  const heldBack = draft.handling.treatment === "auto" && (before.handling.heldBack || after.handling.heldBack);
  return finish(policy, facts, resolved, draft, { observed, regulation, reviewers: rules.reviewers, heldBack });
}

/** What the catalogue says of the name; one that it does not know brings a person. */
export function applyCatalogue(draft: Derivation, { entry, known }: ResolvedAction): void {
  if (entry !== null) {
    const { match, stakes, reversibility, because } = entry;
    const says = `the catalogue’s entry \`${match}\``;
    draft.apply({ source: "catalogue", id: match, says }, { stakes, reversibility }, because ?? `${STAKES_WORD[stakes]} stakes`);
  }
  if (known === "known") return;
  const says = entry === null ? "no catalogue entry names this action" : `only resembles \`${entry.match}\` in spelling`;
  const fact = entry === null ? "not in the catalogue" : "spelled unlike the catalogue";
  const sets = { ...UNKNOWN_ACTION, reversibilityFact: "nothing known of undoing it", handling: REVIEW };
  draft.apply({ source: "catalogue", says }, sets, fact);
}

function applyAmount(draft: Derivation, policy: CompiledPolicy, { derived }: AssessFacts): void {
  if (derived.amount === null) return;
  const { amount } = derived;
  const passed = policy.document.thresholds.amounts.filter((threshold) => amount >= threshold).length;
  const stakes: Stakes = STAKES[passed + 1] ?? "S4";
  const money = moneyWords(amount, derived.currency);
  draft.apply({ source: "rule", id: "amounts", says: `the amount is ${money}` }, { stakes }, `moves ${money}`);
}

/** An agent can raise its own stakes and reversibility; what the catalogue and the rules say stays below as a floor. */
function applyDeclared(draft: Derivation, { declared: { stakes, reversibility } }: AssessFacts): void {
  if (stakes === null && reversibility === null) return;
  // At equal stakes the agent's word adds nothing, and must not take the badge from the fact that decided.
  const raises = stakes !== null && STAKES.indexOf(stakes) > STAKES.indexOf(draft.stakes);
  const fact = stakes === null || !raises ? draft.stakesFact : `the agent says ${STAKES_WORD[stakes]} stakes`;
  const sets = { ...(stakes === null ? {} : { stakes }), ...(reversibility === null ? {} : { reversibility }) };
  draft.apply({ source: "agent", says: "declared by the agent" }, sets, fact);
}

interface MatrixStart {
  readonly cell: string;
  readonly handling: Climbed;
  /** The same without the standing approval. */
  readonly ungranted: Climbed;
}

/**
 * Tier and treatment of the cell as it stands. Looked up before and after the agent's own declaration, because an admin's
 * matrix may be milder in a worse cell, and declaring more must not lead there.
 */
function startOfMatrix(
  draft: Derivation,
  policy: CompiledPolicy,
  resolved: ResolvedAction,
  ladder: LadderFacts | null,
): MatrixStart {
  const { stakes, reversibility } = draft;
  draft.startTier(policy.document.tiers[stakes][reversibility]);
  const kinds = possibleKinds(resolved);
  const handling = startOf(policy, draft, kinds, ladder);
  const ungranted = ladder?.grant === undefined ? handling : startOf(policy, draft, kinds, withoutGrant(ladder));
  return { cell: cellName(stakes, reversibility), handling, ungranted };
}

/** Where the kind is the agent's word alone, the generic kind counts too, and the stricter of the two holds. */
export function possibleKinds({ entry, kind }: ResolvedAction): readonly [Kind, ...Kind[]] {
  return entry === null ? [kind, "tool"] : [kind];
}

function applyDetectors(draft: Derivation, facts: AssessFacts): void {
  for (const { id, says } of detect(facts)) {
    draft.apply({ source: "detector", id, says }, { tier: "T2", handling: CONFIRM }, says);
  }
}

function applyMatrix(draft: Derivation, before: MatrixStart, after: MatrixStart, ladder: LadderFacts | null): void {
  const grant = ladder?.grant ?? null;
  for (const { cell, handling, ungranted } of before.cell === after.cell ? [after] : [before, after]) {
    if (grant === null || strictness(handling) === strictness(ungranted)) {
      const words = handling.heldBack ? "runs after the undo window, by the ladder" : blockedOr(handling, ladder);
      draft.apply({ source: "matrix", says: `${cell}: ${words}` }, { handling }, cell);
      continue;
    }
    draft.apply({ source: "matrix", says: `${cell}: ${handlingWords(ungranted)}, unless a standing approval fits` }, {}, cell);
    const words = handling.heldBack ? "runs after the undo window" : handlingWords(handling);
    const says = `given by ${grant.by}, use ${grant.use} of ${grant.of}: ${words}`;
    draft.apply({ source: "grant", id: grant.id, says }, { handling }, cell);
  }
}

function withoutGrant({ levels, drawn }: LadderFacts): LadderFacts {
  return { levels, drawn };
}

/** A cell that its audits blocked says so; what the matrix blocks says that. */
function blockedOr(handling: Handling, ladder: LadderFacts | null): string {
  const byLadder = handling.treatment === "block" && Object.values(ladder?.levels ?? {}).includes("blocked");
  return byLadder ? "blocked, because its audits kept failing: an admin lets it go on" : handlingWords(handling);
}

const BASIS_WORDS = { fit: "by what the agent’s own record shows", base_rate: "drawn to the kind’s base rate" } as const;

function applyConfidence(draft: Derivation, policy: CompiledPolicy, facts: AssessFacts, resolved: ResolvedAction): void {
  const { declared } = facts;
  const floors = policy.document.thresholds.confidenceFloor;
  const floor = Math.max(...possibleKinds(resolved).map((kind) => floors[kind] ?? floors.default));
  const calibrated = calibratedOf(facts);
  const base = draft.tier;
  const raise = (because: { readonly source: "confidence" | "doubt"; readonly says: string }, fact: string) => {
    draft.apply(because, { tier: oneUp(base), handling: REVIEW }, fact);
  };
  // Spelled so that a figure that is not a number is a low one.
  if (declared.confidence !== null && !(declared.confidence >= floor)) {
    const low = `confidence ${declared.confidence.toFixed(2)} is under ${floor.toFixed(2)}`;
    raise({ source: "confidence", says: `the agent’s ${low}` }, low);
  } else if (calibrated !== null && !(calibrated >= floor)) {
    const low = `measured confidence ${calibrated.toFixed(2)} is under ${floor.toFixed(2)}`;
    const { labelled, basis } = facts.history.calibration;
    const on = basis === undefined ? "" : `, ${BASIS_WORDS[basis]}`;
    const says = `${low}, where ${declared.confidence?.toFixed(2) ?? "nothing"} was declared: on ${labelled} labelled items${on}`;
    raise({ source: "confidence", says }, low);
  }
  if (declared.hasDoubt) raise({ source: "doubt", says: "the agent asks a question" }, "the agent asks a question");
}

/** Known only where the agent sent a figure and enough of its items are labelled. */
export function calibratedOf({ declared, history: { calibration } }: AssessFacts): number | null {
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
  draft.apply({ source: "observation", says }, { handling: REVIEW }, says);
  return true;
}

/** A regulated action always brings a person; answers the regulation's name, null when there is none. */
export function applyRegulation(draft: Derivation, { entry }: ResolvedAction): string | null {
  const regulated = entry?.regulated ?? false;
  if (regulated === false) return null;
  const regulation = regulated === true ? "Regulated action" : regulated;
  draft.apply({ source: "regulated", says: `${regulation}: a person always decides` }, { handling: REVIEW }, regulation);
  return regulation;
}

/** Whatever a kill switch stops brings a person. */
export function applyKillSwitch(draft: Derivation, { kill }: AssessFacts): void {
  const stopped = [kill.all ? "everything" : "", kill.agent ? "this agent" : "", kill.kind ? "this kind" : ""].filter(Boolean);
  if (stopped.length === 0) return;
  const says = `a kill switch is on for ${stopped.join(" and ")}`;
  draft.apply({ source: "kill_switch", says }, { handling: REVIEW }, says);
}

function finish(
  policy: CompiledPolicy,
  facts: AssessFacts,
  { kind, entry }: ResolvedAction,
  draft: Derivation,
  more: {
    readonly observed: boolean;
    readonly regulation: string | null;
    readonly reviewers: string | null;
    readonly heldBack: boolean;
  },
): Assessment {
  const { declared, history } = facts;
  const { stakes, reversibility, tier, reasons, drivers, handling } = draft;
  const { labelled, basis } = history.calibration;
  const confidence = {
    ...{ declared: declared.confidence, calibrated: calibratedOf(facts), labelled },
    ...(basis === undefined ? {} : { basis }),
  };
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
    ...(more.heldBack ? { heldBack: true } : {}),
    ...(history.ladder?.grant === undefined ? {} : { grant: history.ladder.grant }),
  };
}

function oneUp(tier: Tier): Tier {
  return TIERS[TIERS.indexOf(tier) + 1] ?? "T3";
}
