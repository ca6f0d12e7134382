import type { AgentId, Digest, PersonId, ProposalId, ReceiptId, RedemptionId } from "./ids";
import type { JsonObject } from "./json";
import type { DecisionType, Delivery, Kind, OutcomeStatus, Status, Tier, Treatment } from "./words";

/** The operation inside a proposal. */
export interface Action {
  readonly name: string;
  readonly arguments: JsonObject;
}

/** What it acts on. Part of the digest. */
export interface Target {
  readonly system?: string;
  readonly environment?: string;
  readonly resource?: string;
  readonly url?: string;
}

/** Everything one version of a proposal carries, as the agent sent it. Immutable; an edit is a new version. */
export interface Payload {
  readonly action: Action;
  readonly target: Target | null;
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
  /** The agent's words: unverified, never an input of policy. */
  readonly title: string | null;
  readonly rationale: string | null;
  readonly evidence: readonly { readonly label: string; readonly text: string }[];
  readonly doubt: string | null;
}

/** One person's signature on one version. */
export interface Signature {
  readonly by: PersonId;
  readonly at: number;
  readonly version: number;
  readonly digest: Digest;
  readonly type: "approve" | "edit";
  /** True when the person owns the agent's key: allowed for review and confirm, and shown. */
  readonly ownAgent: boolean;
}

/** The longest answer to an agent, in UTF-16 code units. */
export const ANSWER_LENGTH_MAX = 10_000;

/** The longest reason in a person's own words, in UTF-16 code units. */
export const REASON_LENGTH_MAX = 2_000;

export interface DecisionReason {
  readonly code: string;
  readonly text: string | null;
}

/** The answer to a proposal. `by` is empty unless people decided. */
export interface Decision {
  readonly type: DecisionType;
  readonly source: "person" | "policy" | "expiry";
  readonly by: readonly PersonId[];
  readonly at: number;
  readonly reason: DecisionReason | null;
  /** The reply to the agent, for `answer`. */
  readonly answer: string | null;
  /** True when one person signed what two should have: a workspace of one. */
  readonly singleSigner: boolean;
}

/**
 * All that the rules need to know about one proposal. No payload: what was signed is named by its digest.
 * Instants are milliseconds since the epoch, on the server's clock.
 */
export interface ProposalState {
  readonly id: ProposalId;
  readonly agentId: AgentId;
  /** The person who owns the agent's key, and the one who composed it by hand; null where there is none. */
  readonly ownerId: PersonId | null;
  readonly composerId: PersonId | null;
  readonly actionName: string;
  readonly kind: Kind;
  readonly tier: Tier;
  readonly treatment: Treatment;
  readonly regulated: boolean;
  readonly allowed: readonly DecisionType[];
  readonly policyVersion: number;
  readonly status: Status;
  /** The payload's version: 1 as proposed, +1 for each edit. */
  readonly version: number;
  readonly digest: Digest;
  /** Counts events; every write is conditional on it. */
  readonly revision: number;
  readonly signatures: readonly Signature[];
  readonly decision: Decision | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly undoMs: number;
  /** End of the undo window while `held`, else null. */
  readonly releaseAt: number | null;
  readonly releasedAt: number | null;
  readonly delivery: Delivery;
  readonly deliveredAt: number | null;
  /** The receipt in force: set at release, replaced by a renewal. */
  readonly receiptId: ReceiptId | null;
  /** When the receipt stops being redeemable: 24 h undelivered, then the execution clock. */
  readonly receiptExpiresAt: number | null;
  readonly lapsedAt: number | null;
  readonly redemptionId: RedemptionId | null;
  readonly redeemedAt: number | null;
  /**
   * A test of the reviewers, known to the server alone until it is decided. INVARIANT: it is never released, delivered, redeemed or shown to
   * an agent, and nothing is learnt from it about one.
   */
  readonly canary: boolean;
  readonly outcome: { readonly status: OutcomeStatus; readonly at: number; readonly detail: string | null } | null;
}

const FINAL: ReadonlySet<Status> = new Set(["approved", "rejected", "answered", "blocked", "expired", "withdrawn", "superseded"]);

/** True once the answer can no longer change: an agent waiting on it is released. */
export function isFinal(status: Status): boolean {
  return FINAL.has(status);
}

/** What an agent reads: a held decision may still be undone, so it is `pending` to them. */
export function statusForAgents(status: Status): Exclude<Status, "held"> {
  return status === "held" ? "pending" : status;
}
