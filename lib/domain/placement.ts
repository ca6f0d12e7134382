import type { ProposalState } from "./proposal";
import { isFinal } from "./proposal";
import type { Lane, Queue } from "./words";
import { STAKES, TIERS } from "./words";

/** Where a proposal stands in the queue, and how urgently. */
export interface Placement {
  /** Null when no person needs to see it: policy let it run or blocked it, or its agent took it back. */
  readonly queue: Queue | null;
  /** Larger comes first. In `waiting` and `done` it is the instant of the decision, elsewhere {@link stake}. */
  readonly rank: number;
}

/** What the order is made of beside the state. */
export interface Weight {
  readonly stakes: (typeof STAKES)[number];
  readonly lane: Lane;
  /** Checks that failed on the card. */
  readonly failedChecks: number;
}

/**
 * Expected loss as an order: tier first, then stakes, then failed checks, which are the best sign of a bad item that the machine has.
 * Deadlines are not in it: what expires soon stands above the order (design: review §4.1).
 */
export function stake(state: Pick<ProposalState, "tier">, weight: Omit<Weight, "lane">): number {
  return TIERS.indexOf(state.tier) * 1000 + STAKES.indexOf(weight.stakes) * 100 + Math.min(weight.failedChecks, 9) * 10;
}

/**
 * Where `state` belongs. `rank` keeps the stake once computed, so that an undone item returns to its place. With `lookOwed` what has run
 * stands where people look a second time, until they have.
 */
export function place(state: ProposalState, lane: Lane, stakeRank: number, lookOwed = false): Placement {
  if (lookOwed && isFinal(state.status)) return { queue: "second_look", rank: stakeRank };
  switch (state.status) {
    case "pending":
      if (state.signatures.length > 0) return { queue: "second_look", rank: stakeRank };
      return { queue: lane === "deep" ? "deep" : "needs_you", rank: stakeRank };
    case "held":
      return { queue: "waiting", rank: state.decision?.at ?? state.createdAt };
    case "approved":
      if (state.decision?.source !== "person") return { queue: null, rank: 0 };
      return { queue: state.redeemedAt === null ? "waiting" : "done", rank: state.decision.at };
    case "rejected":
    case "answered":
      return { queue: "done", rank: state.decision?.at ?? state.createdAt };
    case "expired":
      return { queue: "done", rank: state.releasedAt ?? state.expiresAt };
    case "blocked":
    case "withdrawn":
    case "superseded":
      return { queue: null, rank: 0 };
  }
}
