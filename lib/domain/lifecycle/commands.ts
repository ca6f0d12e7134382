import type { Digest, PersonId, ReceiptId, RedemptionId } from "../ids";
import type { DecisionReason, ProposalState } from "../proposal";
import type { UndoTimes } from "../preferences";
import type { OutcomeStatus } from "../words";
import type { VersionFacts } from "./events";

/** The deliberate act behind a decision: one key, a hold, its accessible alternative, or a decisive-field match. */
export type Act = "key" | "hold" | "alternative" | "match" | "wrong_match";

/** What a person chose. For an edit the service has validated, re-assessed and digested the new arguments. */
export type Choice =
  | { readonly type: "approve" }
  /** `cures`: of a test of the reviewers, that the edit put right what was wrong. */
  | { readonly type: "edit"; readonly to: VersionFacts; readonly reason: DecisionReason | null; readonly cures?: boolean }
  | { readonly type: "reject"; readonly reason: DecisionReason | null }
  | { readonly type: "answer"; readonly answer: string; readonly reason: DecisionReason | null };

/** What is known of the person and the moment, all established by the server. */
export interface Signer {
  readonly id: PersonId;
  readonly act: Act;
  /** Milliseconds since this person's lease on this version began; null without a lease. */
  readonly dwellMs: number | null;
  /** True when they proved who they are just now, as `isFreshSignIn` says. */
  readonly freshSignIn: boolean;
  /** True when they confirmed the meaning of the signature in words. */
  readonly meaningConfirmed: boolean;
  readonly reason: DecisionReason | null;
  /** How long they asked their decisions to be held. */
  readonly undoTimes: UndoTimes;
}

export type Command =
  | {
      readonly type: "propose";
      /** Fresh state with status `pending`, revision 0. */
      readonly state: ProposalState;
      readonly receiptId: ReceiptId;
      /** Set when the agent asked for the receipt already redeemed. */
      readonly redemptionId: RedemptionId | null;
      /** It runs by itself only after the undo window, in which anybody may stop it. */
      readonly heldBack?: boolean;
      readonly blockReason: DecisionReason;
    }
  | {
      readonly type: "decide";
      readonly version: number;
      readonly digest: Digest;
      readonly choice: Choice;
      readonly signer: Signer;
      readonly workspace: "team" | "alone";
    }
  | { readonly type: "undo"; readonly by: PersonId }
  | { readonly type: "explain"; readonly by: PersonId; readonly reason: DecisionReason }
  /** `now: true` when a person ends the window early. */
  | { readonly type: "release"; readonly receiptId: ReceiptId; readonly by: PersonId | null }
  | { readonly type: "expire" }
  | { readonly type: "withdraw" }
  | { readonly type: "deliver" }
  | {
      readonly type: "redeem";
      readonly receiptId: ReceiptId;
      readonly redemptionId: RedemptionId;
      /** Why it may not run now, re-checked by the service; null when nothing speaks against it. */
      readonly obstacle: { readonly code: "stopped" | "blocked_now"; readonly detail: string } | null;
    }
  | {
      readonly type: "report";
      readonly redemptionId: RedemptionId;
      readonly status: OutcomeStatus;
      readonly detail: string | null;
    }
  | { readonly type: "lapse" }
  | {
      readonly type: "renew";
      readonly by: PersonId;
      /** As that of a {@link Signer}. */
      readonly freshSignIn: boolean;
      readonly receiptId: ReceiptId;
    };
