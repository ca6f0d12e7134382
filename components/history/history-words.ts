import type { QueueRow } from "../../lib/contract/people";

type Row = Pick<QueueRow, "status" | "delivery" | "decision" | "signatures" | "treatment" | "lapsed" | "test" | "look">;

const DECIDED = { approve: "Approved", edit: "Approved with changes", reject: "Rejected", answer: "Answered" } as const;

/** What was decided and by whom: `Approved by Ana Ruiz`, `Ran by policy`. For what nobody decided, where it stands. */
export function decisionWords(row: Row): string {
  const { decision, status } = row;
  if (row.test === true) return "Never ran, and no agent knows of it";
  if (row.look === "double") return "Decided: a second opinion is asked for";
  if (status === "pending") return pendingWords(row);
  if (status === "expired") return "Expired undecided";
  if (status === "withdrawn") return "Withdrawn by the agent";
  if (status === "superseded") return "Replaced by a newer one";
  if (decision === null) return status === "blocked" ? "Blocked by policy" : "Not decided";
  if (decision.source === "policy") return status === "blocked" ? "Blocked by policy" : "Let run by policy";
  const names = decision.by.map((person) => person.name);
  return names.length === 0 ? DECIDED[decision.type] : `${DECIDED[decision.type]} by ${names.join(" and ")}`;
}

function pendingWords({ signatures, treatment }: Row): string {
  if (treatment === "two_person" && signatures > 0) return `${String(signatures)} of 2 have signed`;
  return "Waits for a person";
}

/** One small fact about how far the answer has travelled. `open` has not happened. */
export interface TravelFact {
  readonly state: "done" | "open" | "bad";
  readonly says: string;
}

/** Whether the agent has its answer, and what came of the run: two facts, because delivered is not done. None for what is undecided. */
export function travelFacts(row: Row): readonly TravelFact[] {
  const { decision, status } = row;
  if (status === "held") return [{ state: "open", says: "Held for undo" }];
  if (decision === null || status === "pending") return [];
  const runs = decision.type === "approve" || decision.type === "edit";
  const delivered = { state: row.delivery === "waiting" ? "open" : "done", says: deliveredWords(row) } as const;
  return runs && status === "approved" ? [delivered, runFact(row)] : [delivered];
}

function deliveredWords({ delivery, status }: Row): string {
  if (delivery !== "waiting") return "Delivered";
  return status === "approved" || status === "rejected" || status === "answered" ? "Not fetched yet" : "Not delivered";
}

function runFact({ delivery, lapsed }: Row): TravelFact {
  if (lapsed && (delivery === "waiting" || delivery === "delivered")) return { state: "bad", says: "Not run in time" };
  switch (delivery) {
    case "waiting":
    case "delivered":
      return { state: "open", says: "Not redeemed" };
    case "redeemed":
      return { state: "open", says: "Redeemed, no outcome" };
    case "succeeded":
      return { state: "done", says: "Succeeded" };
    case "failed":
      return { state: "bad", says: "Failed" };
    case "unknown":
      return { state: "bad", says: "Outcome unknown" };
    case "reverted":
      return { state: "bad", says: "Reverted" };
  }
}
