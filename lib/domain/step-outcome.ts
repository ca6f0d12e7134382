import type { ProposalState } from "./proposal";

export const STEP_OUTCOMES = [
  "waiting",
  "held",
  "approved",
  "succeeded",
  "failed",
  "unknown",
  "reverted",
  "lapsed",
  "rejected",
  "answered",
  "blocked",
  "expired",
  "withdrawn",
  "superseded",
] as const;
/** What became of one step of a run, as whoever looks at a later one has to know it: `approved` has not run yet. */
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** The one word for where a step stands: what it did where it ran, how it was decided where it did not, that it waits where nobody decided. */
export function stepOutcome({
  status,
  delivery,
  lapsedAt,
}: Pick<ProposalState, "status" | "delivery" | "lapsedAt">): StepOutcome {
  if (status === "pending") return "waiting";
  if (status !== "approved") return status;
  switch (delivery) {
    case "waiting":
    case "delivered":
      return lapsedAt === null ? "approved" : "lapsed";
    case "redeemed":
      return "approved";
    case "succeeded":
    case "failed":
    case "unknown":
    case "reverted":
      return delivery;
  }
}
