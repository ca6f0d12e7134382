import type { Assessment } from "../risk";
import { REVERSIBILITIES, STAKES, TIERS, type Stakes, type Tier } from "../words";
import { applyLimits, applyRules, evaluateRules } from "./apply-rules";
import { strictness, type Handling } from "./cell-treatment";
import { resolveAction, UNKNOWN_ACTION, type CompiledPolicy, type ResolvedAction } from "./compile-policy";
import { Derivation } from "./derivation";
import { detect } from "./detectors";
import { durationMs } from "./duration";
import { isObserved, OBSERVED_LOOKS, type AssessFacts } from "./facts";
import type { LadderFacts } from "./ladder-handling";
import { atRaisedTier, possibleKinds, startOfMatrix, type MatrixStart } from "./matrix-start";
import { handlingSentence, percent } from "./matrix-words";
import { moneyWords } from "./money-words";
import { said, written, type ReasonSentence, type Said } from "./reason-texts";

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
  applyWayBack(draft, facts);
  const ladder = facts.history.ladder ?? null;
  const known = startOfMatrix(draft, policy, resolved, ladder);
  applyDeclared(draft, facts);
  const after = startOfMatrix(draft, policy, resolved, ladder);
  const before = atRaisedTier(known, policy, resolved, ladder, draft.tier);
  applyDetectors(draft, facts);
  applyMatrix(draft, before, after, ladder);
  applyConfidence(draft, policy, facts, resolved);
  const observed = applyObservation(draft, facts);
  const regulation = applyRegulation(draft, resolved);
  applyKillSwitch(draft, facts);
  const heldBack = draft.handling.treatment === "auto" && (before.handling.heldBack || after.handling.heldBack);
  return finish(policy, facts, resolved, draft, { observed, regulation, heldBack });
}

/** What the catalogue says of the name; one that it does not know brings a person. */
export function applyCatalogue(draft: Derivation, { entry, known }: ResolvedAction): void {
  if (entry !== null) {
    const { match, stakes, reversibility, because } = entry;
    const says = said({ key: "because.entry", values: { match } });
    const fact = because === undefined ? said(`fact.stakes.${stakes}`) : written(because);
    draft.apply({ source: "catalogue", id: match, says }, { stakes, reversibility }, fact);
  }
  if (known === "known") return;
  const says = entry === null ? said("because.noEntry") : said({ key: "because.resembles", values: { match: entry.match } });
  const fact = said(entry === null ? "fact.notInCatalogue" : "fact.spelledUnlike");
  const sets = { ...UNKNOWN_ACTION, reversibilityFact: said("fact.undoUnknown"), handling: REVIEW };
  draft.apply({ source: "catalogue", says }, sets, fact);
}

/** The catalogue speaks of the kind of action: where this very payload leaves less of a way back than that, it counts, and is never milder. */
export function applyWayBack(draft: Derivation, { card: { wayBack } }: AssessFacts): void {
  if (wayBack === undefined || REVERSIBILITIES.indexOf(wayBack) <= REVERSIBILITIES.indexOf(draft.reversibility)) return;
  const says = said("found.wayBack", `fact.reversibility.${wayBack}`);
  draft.apply({ source: "detector", id: "way-back", says }, { reversibility: wayBack }, draft.stakesFact);
}

function applyAmount(draft: Derivation, policy: CompiledPolicy, { derived }: AssessFacts): void {
  if (derived.amount === null) return;
  const { amount } = derived;
  const passed = policy.document.thresholds.amounts.filter((threshold) => amount >= threshold).length;
  const stakes: Stakes = STAKES[passed + 1] ?? "S4";
  const values = { amount: moneyWords(amount, derived.currency) };
  const says = said({ key: "because.amount", values });
  draft.apply({ source: "rule", id: "amounts", says }, { stakes }, said({ key: "fact.moves", values }));
}

/** An agent can raise its own stakes and reversibility; what the catalogue and the rules say stays below as a floor. */
function applyDeclared(draft: Derivation, { declared: { stakes, reversibility } }: AssessFacts): void {
  if (stakes === null && reversibility === null) return;
  // At equal stakes the agent's word adds nothing, and must not take the badge from the fact that decided.
  const raises = stakes !== null && STAKES.indexOf(stakes) > STAKES.indexOf(draft.stakes);
  const fact = stakes === null || !raises ? draft.stakesFact : said(`fact.declared.${stakes}`);
  const sets = { ...(stakes === null ? {} : { stakes }), ...(reversibility === null ? {} : { reversibility }) };
  draft.apply({ source: "agent", says: said("because.declared") }, sets, fact);
}

function applyDetectors(draft: Derivation, facts: AssessFacts): void {
  for (const { id, says } of detect(facts)) {
    draft.apply({ source: "detector", id, says }, { tier: "T2", handling: CONFIRM }, says);
  }
}

function applyMatrix(draft: Derivation, before: MatrixStart, after: MatrixStart, ladder: LadderFacts | null): void {
  const grant = ladder?.grant ?? null;
  for (const { cell, handling, ungranted } of before.cell.key === after.cell.key ? [after] : [before, after]) {
    const fact = said(cell);
    if (grant === null || strictness(handling) === strictness(ungranted)) {
      const comesTo: ReasonSentence = handling.heldBack ? { key: "handling.byLadder" } : blockedOr(handling, ladder);
      draft.apply({ source: "matrix", says: said(comesTo, cell) }, { handling }, fact);
      continue;
    }
    draft.apply({ source: "matrix", says: said(unlessGranted(ungranted), cell) }, {}, fact);
    const { id, by, use, of } = grant;
    const comesTo: ReasonSentence = handling.heldBack ? { key: "handling.afterWindow" } : handlingSentence(handling);
    const says = said(comesTo, { key: "given.by", values: { by, use, of } });
    draft.apply({ source: "grant", id, says }, { handling }, fact);
  }
}

/** A cell that its audits blocked says so; what the matrix blocks says that. */
function blockedOr(handling: Handling, ladder: LadderFacts | null): ReasonSentence {
  const byLadder = handling.treatment === "block" && Object.values(ladder?.levels ?? {}).includes("blocked");
  return byLadder ? { key: "handling.auditsFailed" } : handlingSentence(handling);
}

function unlessGranted({ treatment, auditRate }: Handling): ReasonSentence {
  return treatment === "audit"
    ? { key: "unless.audit", values: { share: percent(auditRate ?? 0) } }
    : { key: `unless.${treatment}` };
}

function applyConfidence(draft: Derivation, policy: CompiledPolicy, facts: AssessFacts, resolved: ResolvedAction): void {
  const { declared } = facts;
  const floors = policy.document.thresholds.confidenceFloor;
  const floor = Math.max(...possibleKinds(resolved).map((kind) => floors[kind] ?? floors.default));
  const calibrated = calibratedOf(facts);
  const base = draft.tier;
  const raise = (source: "confidence" | "doubt", says: Said, fact: Said) => {
    draft.apply({ source, says }, { tier: oneUp(base), handling: REVIEW }, fact);
  };
  // Spelled so that a figure that is not a number is a low one.
  if (declared.confidence !== null && !(declared.confidence >= floor)) {
    const values = { confidence: hundredths(declared.confidence), floor: hundredths(floor) };
    raise("confidence", said({ key: "because.confidence", values }), said({ key: "fact.confidence", values }));
  } else if (declared.confidence !== null && calibrated !== null && !(calibrated >= floor)) {
    const { labelled, basis } = facts.history.calibration;
    const values = { confidence: hundredths(calibrated), floor: hundredths(floor) };
    const measured = { ...values, declared: hundredths(declared.confidence), labelled };
    const key = basis === undefined ? "because.measured" : (`because.measured.${basis}` as const);
    raise("confidence", said({ key, values: measured }), said({ key: "fact.measured", values }));
  }
  const asks = said("because.asks");
  if (declared.hasDoubt) raise("doubt", asks, asks);
}

/** As it is told: rounded here, since languages round a tie otherwise than machines. */
function hundredths(share: number): number {
  return Number(share.toFixed(2));
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
      ? said({ key: "because.look", values: { look: looked + 1, of: OBSERVED_LOOKS } })
      : said({ key: "because.looksWrong", values: { wrong, looked } });
  draft.apply({ source: "observation", says }, { handling: REVIEW }, says);
  return true;
}

/** A regulated action always brings a person; answers the regulation's name, null when there is none. */
export function applyRegulation(draft: Derivation, { entry }: ResolvedAction): string | null {
  const regulated = entry?.regulated ?? false;
  if (regulated === false) return null;
  const regulation = regulated === true ? "Regulated action" : regulated;
  const says = regulated === true ? said("because.regulatedAction") : said({ key: "because.regulated", values: { regulation } });
  draft.apply({ source: "regulated", says }, { handling: REVIEW }, says);
  return regulation;
}

/** Whatever a kill switch stops brings a person. */
export function applyKillSwitch(draft: Derivation, { kill }: AssessFacts): void {
  const key = STOPPED[`${kill.all ? "a" : ""}${kill.agent ? "g" : ""}${kill.kind ? "k" : ""}`];
  if (key === null) return;
  const says = said(key);
  draft.apply({ source: "kill_switch", says }, { handling: REVIEW }, says);
}

/** By what is stopped: all, the agent, the kind. */
const STOPPED = {
  "": null,
  a: "stopped.all",
  g: "stopped.agent",
  k: "stopped.kind",
  ag: "stopped.all.agent",
  ak: "stopped.all.kind",
  gk: "stopped.agent.kind",
  agk: "stopped.all.agent.kind",
} as const;

function finish(
  policy: CompiledPolicy,
  facts: AssessFacts,
  { kind, entry }: ResolvedAction,
  draft: Derivation,
  more: {
    readonly observed: boolean;
    readonly regulation: string | null;
    readonly heldBack: boolean;
  },
): Assessment {
  const { declared, history } = facts;
  const { stakes, reversibility, tier, reasons, handling } = draft;
  const [first, second] = draft.drivers;
  const { labelled, basis } = history.calibration;
  const confidence = {
    ...{ declared: declared.confidence, calibrated: calibratedOf(facts), labelled },
    ...(basis === undefined ? {} : { basis }),
  };
  const given = (entry?.expiresIn === undefined ? null : durationMs(entry.expiresIn)) ?? EXPIRES_MS_DEFAULT;
  return {
    policyVersion: policy.version,
    kind,
    risk: {
      ...{ stakes, reversibility, confidence, tier, reasons },
      drivers: [first.text, second.text],
      driverWords: [first.words?.says ?? null, second.words?.says ?? null],
    },
    treatment: handling.treatment,
    regulated: more.regulation !== null,
    regulation: more.regulation,
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
