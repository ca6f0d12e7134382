import type { ProposalState } from "./proposal";
import { isFinal } from "./proposal";
import type { Lane, Queue } from "./words";
import { TIERS } from "./words";

/** Where a proposal stands in the queue, and how urgently. */
export interface Placement {
  /** Null when no person needs to see it: policy let it run or blocked it, or its agent took it back. */
  readonly queue: Queue | null;
  /** Larger comes first. In `waiting` and `done` it is the instant of the decision, elsewhere {@link stake}. */
  readonly rank: number;
}

const TIER_STEP = 1_000;
const CHECKS_MAX = 9;

/** What the order is made of beside the state. */
export interface Weight {
  /** What one error at its stakes costs, by the prices of the policy. */
  readonly harm: number;
  /** Checks that failed on the card. */
  readonly failedChecks: number;
}

/**
 * Expected loss as an order: tier first, since it is what the badge says, then harm times the chance that it is bad. How large that chance is
 * nobody knows beforehand, only what raises it most: each failed check is taken to raise it by as much as it was without one. On a scale of
 * logarithms, so that a tier is never passed. Deadlines are not in it: what expires soon stands above the order (design: review §4.1).
 */
export function stake(state: Pick<ProposalState, "tier">, { harm, failedChecks }: Weight): number {
  const loss = harm * (1 + Math.min(failedChecks, CHECKS_MAX));
  return TIERS.indexOf(state.tier) * TIER_STEP + Math.min(TIER_STEP - 1, Math.round(100 * Math.log10(1 + loss)));
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
