import type { Digest, PersonId, ReceiptId, RedemptionId } from "../ids";
import type { Decision, DecisionReason, ProposalState, Signature } from "../proposal";
import type { OutcomeStatus, Tier, Treatment } from "../words";

/** What a new version changes beside its payload. */
export interface VersionFacts {
  readonly version: number;
  readonly digest: Digest;
  readonly tier: Tier;
  readonly treatment: Treatment;
  readonly regulated: boolean;
  readonly policyVersion: number;
  readonly undoMs: number;
}

/** Everything that can have happened to a proposal. Each is one row of the ledger. */
export type ProposalEvent =
  | { readonly type: "proposal.proposed"; readonly at: number; readonly state: ProposalState }
  | { readonly type: "proposal.blocked"; readonly at: number; readonly decision: Decision }
  /** Policy let it run: decided, released and delivered in the answer to the call that proposed it. */
  | {
      readonly type: "proposal.allowed";
      readonly at: number;
      readonly decision: Decision;
      readonly receiptId: ReceiptId;
      readonly receiptExpiresAt: number;
      readonly redemptionId: RedemptionId | null;
    }
  | {
      readonly type: "proposal.edited";
      readonly at: number;
      readonly by: PersonId;
      readonly reason: DecisionReason;
      readonly to: VersionFacts;
    }
  | { readonly type: "proposal.signed"; readonly at: number; readonly signature: Signature }
  | {
      readonly type: "proposal.decided";
      readonly at: number;
      readonly decision: Decision;
      readonly signature: Signature | null;
      readonly releaseAt: number;
    }
  /** A reason given after a one-key rejection, while it is still held. */
  | { readonly type: "proposal.explained"; readonly at: number; readonly by: PersonId; readonly reason: DecisionReason }
  | { readonly type: "proposal.undone"; readonly at: number; readonly by: PersonId }
  | {
      readonly type: "proposal.released";
      readonly at: number;
      /** Null unless the decision lets the action run. */
      readonly receipt: { readonly id: ReceiptId; readonly expiresAt: number } | null;
    }
  | { readonly type: "proposal.expired"; readonly at: number }
  | { readonly type: "proposal.withdrawn"; readonly at: number }
  /** It was a test: it ends here, and the person is told. `caught` is null when nobody decided it. */
  | { readonly type: "proposal.revealed"; readonly at: number; readonly caught: boolean | null }
  | { readonly type: "proposal.delivered"; readonly at: number; readonly receiptExpiresAt: number | null }
  | { readonly type: "proposal.redeemed"; readonly at: number; readonly redemptionId: RedemptionId }
  | { readonly type: "proposal.reported"; readonly at: number; readonly status: OutcomeStatus; readonly detail: string | null }
  | { readonly type: "proposal.lapsed"; readonly at: number }
  | {
      readonly type: "proposal.renewed";
      readonly at: number;
      readonly by: PersonId;
      readonly receipt: { readonly id: ReceiptId; readonly expiresAt: number };
    };

export type ProposalEventType = ProposalEvent["type"];
