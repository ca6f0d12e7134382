import type { ProposalState } from "../proposal";

/** The part of a state that is the same for every proposal before anything has happened to it. */
export const UNDECIDED = {
  status: "pending",
  version: 1,
  revision: 0,
  signatures: [],
  decision: null,
  releaseAt: null,
  releasedAt: null,
  delivery: "waiting",
  deliveredAt: null,
  receiptId: null,
  receiptExpiresAt: null,
  lapsedAt: null,
  redemptionId: null,
  redeemedAt: null,
  canary: false,
  outcome: null,
} as const satisfies Partial<ProposalState>;

/** The part that says what is proposed: with {@link UNDECIDED} it is a whole state. */
export type ProposedFacts = Omit<ProposalState, keyof typeof UNDECIDED>;
