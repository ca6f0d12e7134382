import type * as z from "zod";

import type { JsonObject } from "../domain/json";
import type { Decision, Payload, ProposalState } from "../domain/proposal";
import { isFinal, statusForAgents } from "../domain/proposal";
import type { Assessment, Prediction, Reason } from "../domain/risk";
import type { FindingKind, Lane } from "../domain/words";
import type { CheckResult, Finding, Proposal, ReasonView, RiskView } from "./proposal";

/** What the view is made of: structurally the store's proposal with its current version. */
export interface ProposalSource {
  readonly record: {
    readonly state: ProposalState;
    readonly lane: Lane;
    readonly predictedSeconds: number;
    readonly receipt: string | null;
  };
  readonly version: {
    readonly payload: Payload;
    readonly assessment: Assessment;
    readonly extras: {
      readonly state: string | null;
      readonly run: { readonly id: string | null; readonly step: number | null };
    };
  };
}

interface FindingSource {
  readonly id: string;
  readonly proposalId: string;
  readonly kind: FindingKind;
  readonly at: number;
}

/** What whoever filed a finding reads of it. */
export function toFinding({ id, proposalId, kind, at }: FindingSource): Finding {
  return { id, proposal: proposalId, kind, at: instant(at) };
}

/** What an agent reads. A held decision is invisible: status `pending`, no decision, no receipt. */
export function toProposal({ record, version }: ProposalSource, baseUrl: string): Proposal {
  const { state } = record;
  const status = statusForAgents(state.status);
  const final = isFinal(state.status);
  const { run } = version.extras;
  return {
    id: state.id,
    status,
    version: state.version,
    digest: state.digest,
    action: { name: version.payload.action.name, arguments: version.payload.action.arguments },
    kind: state.kind,
    risk: toRisk(version.assessment),
    treatment: state.treatment,
    lane: record.lane,
    predictedSeconds: record.predictedSeconds,
    createdAt: instant(state.createdAt),
    expiresAt: instant(state.expiresAt),
    url: `${baseUrl}/proposals/${state.id}`,
    decision: final && state.decision !== null ? toDecision(state.decision, version.payload.action.arguments) : null,
    receipt: state.status === "approved" ? record.receipt : null,
    redemption: state.redemptionId,
    delivery: state.delivery,
    outcome:
      state.outcome === null
        ? null
        : { status: state.outcome.status, at: instant(state.outcome.at), detail: state.outcome.detail },
    state: version.extras.state,
    run: run.id === null && run.step === null ? null : { id: run.id, step: run.step },
  };
}

/** The three numbers and their provenance. */
export function toRisk({ risk }: Assessment): z.infer<typeof RiskView> {
  return {
    stakes: risk.stakes,
    reversibility: risk.reversibility,
    confidence: risk.confidence.calibrated ?? risk.confidence.declared,
    tier: risk.tier,
    reasons: risk.reasons.map(inEnglish),
  };
}

/** What agents read is the English text alone. */
function inEnglish({ words: _, ...reason }: Reason): z.infer<typeof ReasonView> {
  return reason;
}

/** A dry run's answer. */
export function toCheckResult(assessment: Assessment, prediction: Prediction): z.infer<typeof CheckResult> {
  return {
    treatment: assessment.treatment,
    risk: toRisk(assessment),
    lane: prediction.lane,
    predictedSeconds: prediction.seconds,
  };
}

function toDecision(decision: Decision, approved: JsonObject): NonNullable<Proposal["decision"]> {
  const runs = decision.type === "approve" || decision.type === "edit";
  return {
    type: decision.type,
    arguments: runs ? approved : null,
    answer: decision.answer,
    reason: decision.reason === null ? null : { ...decision.reason },
    by: [...decision.by],
    at: instant(decision.at),
    source: decision.source,
  };
}

/** Milliseconds as RFC 3339 in UTC. */
export function instant(ms: number): string {
  return new Date(ms).toISOString();
}
