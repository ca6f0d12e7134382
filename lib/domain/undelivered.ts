import type { ProposalState } from "./proposal";

/** A decision that its agent has not fetched after this long is an alarm (design: api §1): somebody said yes or no, and nothing came of it. */
export const FETCHED_WITHIN_MS = 60_000;

/** What it takes to tell: structurally a row of a list. */
export interface Fetching extends Pick<ProposalState, "status" | "delivery" | "releasedAt"> {
  /** A person composed it. They look when they look: what they leave lapses, and is no sign of an agent that has stopped. */
  readonly byHand?: true | undefined;
}

/** True once an answer has been free for its agent for a minute and was not fetched. What nobody decided, or a person fetches, is not among it. */
export function isOverdue({ status, delivery, releasedAt, byHand }: Fetching, now: number): boolean {
  if (byHand === true) return false;
  const answered = status === "approved" || status === "rejected" || status === "answered";
  return answered && delivery === "waiting" && releasedAt !== null && now - releasedAt >= FETCHED_WITHIN_MS;
}
