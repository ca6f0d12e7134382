import type { CanaryOutcome } from "../../canary/serving";
import type { AgentId, PersonId, ProposalId } from "../../ids";
import type { Decision } from "../../proposal";
import type { LookPurpose, LookVerdict } from "../../second-look";
import type { Opinion } from "../../second-opinion";
import type { DecisionType, Kind, Lane, OutcomeStatus, Status, Tier } from "../../words";
import type { Label } from "../label";

/** One proposal of the window, as far as figures need it. Never a test of the reviewers. Instants are milliseconds. */
export interface MeasuredItem {
  readonly id: ProposalId;
  readonly at: number;
  readonly agentId: AgentId;
  readonly actionName: string;
  readonly kind: Kind;
  readonly tier: Tier;
  readonly status: Status;
  readonly decision: Pick<Decision, "type" | "source" | "by" | "at" | "reason"> | null;
  readonly releasedAt: number | null;
  readonly deliveredAt: number | null;
  readonly redeemedAt: number | null;
  readonly lapsedAt: number | null;
  readonly outcome: { readonly status: OutcomeStatus; readonly at: number } | null;
  /** Fingerprint of its template; empty where no person had to see it. */
  readonly alike: string;
  /** Agent, model and version that the label counts for; null without one. */
  readonly fingerprint: string | null;
  readonly label: Pick<Label, "verdict" | "because" | "ran" | "excluded" | "weight" | "missed" | "severe"> | null;
  /** Drawn for an audit with this chance, and what was said; null where it was not drawn. */
  readonly audit: { readonly rate: number; readonly verdict: LookVerdict | null } | null;
  /** The second look that is still owed: until it is given, single items are shown to nobody who may be asked. */
  readonly owed: LookPurpose | null;
  readonly ownerId: PersonId | null;
  readonly composerId: PersonId | null;
}

/** One decision or look of one person, as it was measured. */
export interface MeasuredReview {
  readonly proposalId: ProposalId;
  readonly revision: number;
  readonly personId: PersonId;
  readonly at: number;
  readonly type: string;
  readonly activeMs: number | null;
  readonly predictedSeconds: number;
  /** In which its card stood; of one that was edited, that of the edited version. */
  readonly lane: Lane;
  readonly device: string;
  readonly act: string;
  readonly tooFast: boolean;
  readonly kind: Kind;
  readonly agentId: AgentId;
  readonly actionName: string;
  readonly tier: Tier;
  readonly canary: boolean;
}

/** One test of the reviewers that somebody decided. */
export interface MeasuredTest {
  readonly proposalId: ProposalId;
  readonly kind: Kind;
  readonly agentId: AgentId;
  readonly decidedAt: number;
  readonly decidedBy: PersonId;
  readonly outcome: Exclude<CanaryOutcome, "unseen">;
}

/** A decision that was drawn for a second opinion, and what was said. Instants are milliseconds; `at` is that of the draw. */
export interface MeasuredDouble {
  readonly id: ProposalId;
  readonly at: number;
  readonly agentId: AgentId;
  readonly kind: Kind;
  readonly actionName: string;
  readonly headline: string;
  readonly decision: Pick<Decision, "type" | "by" | "reason">;
  readonly opinions: readonly MeasuredOpinion[];
  readonly settledAt: number | null;
  /** What most of them said; null while it is open, and where it ended without a majority. */
  readonly verdict: LookVerdict | null;
}

export interface MeasuredOpinion extends Opinion {
  readonly reasonCode: string | null;
  readonly reasonText: string | null;
}

/** A decision that was taken back while its window was open. */
export interface Undone {
  readonly proposalId: ProposalId;
  readonly personId: PersonId;
  readonly at: number;
}

/** Everything that was recorded in a window, narrowed to what was asked for. */
export interface MeasuredRows {
  readonly from: number;
  readonly until: number;
  readonly items: readonly MeasuredItem[];
  readonly reviews: readonly MeasuredReview[];
  readonly tests: readonly MeasuredTest[];
  readonly undone: readonly Undone[];
  readonly doubles: readonly MeasuredDouble[];
}

const DECIDING: ReadonlySet<string> = new Set<DecisionType>(["approve", "edit", "reject", "answer"]);

/** True for a decision on something real: not a look afterwards, a slip that was caught, or a test. */
export function isDecision({ type, canary }: Pick<MeasuredReview, "type" | "canary">): boolean {
  return !canary && DECIDING.has(type);
}

/** True for an item that ran without a person looking first. */
export function ranAlone({ status, decision }: Pick<MeasuredItem, "status" | "decision">): boolean {
  return status === "approved" && decision?.source === "policy";
}

/** True for an item that people decided, and whose decision stands. */
export function wasDecided({ status, decision }: Pick<MeasuredItem, "status" | "decision">): boolean {
  return decision?.source === "person" && status !== "pending" && status !== "held";
}

/** True where a look before the run found something wrong. What was found later was missed then. */
export function foundBad({ label }: Pick<MeasuredItem, "label">): boolean {
  return label?.verdict === "wrong" && (label.because === "rejected" || label.because === "edited");
}
