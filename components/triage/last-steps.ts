import type { QueueRow } from "../../lib/contract/people";
import type { LastDecision } from "../card/last-decisions";
import type { Decided } from "./use-decisions";

const VERB = {
  ...{ approve: "Approved", edit: "Approved with changes", reject: "Rejected", answer: "Answered" },
  ...{ fine: "Looked again, fine", not_fine: "Looked again, not fine" },
} as const;

/** The strip under the card: this page's own decisions first, then what the server remembers, ten in all. */
export function lastDecisions(
  decided: readonly Decided[],
  remembered: readonly QueueRow[],
  now: number,
): readonly LastDecision[] {
  const own = new Set(decided.map((one) => one.id));
  const sent = decided.map((one): LastDecision => {
    const { id, headline, row, refused } = one;
    if (row === null || refused !== null) {
      return { id, verb: VERB[one.type], headline, steps: ["sending"], undoable: false, releasable: false, refused };
    }
    if (one.test !== undefined) {
      const steps = [one.test.wrong];
      return {
        id,
        verb: one.test.caught ? "A test, caught:" : "A test, missed:",
        headline,
        steps,
        undoable: false,
        releasable: false,
      };
    }
    // Both are the same row; the events keep the remembered one current.
    const heard = remembered.find((earlier) => earlier.id === id);
    return fromRow(heard !== undefined && heard.revision > row.revision ? heard : row, VERB[one.type], now);
  });
  const earlier = remembered.filter((row) => !own.has(row.id) && row.decision !== null);
  return [...sent, ...earlier.map((row) => fromRow(row, VERB[row.decision?.type ?? "approve"], now))].slice(0, 10);
}

/**
 * The newest decision that can still be taken back, or let go now: one of this page that is on its way, or what the strip offers it for, which
 * outlives a reload. Null when there is none.
 */
export function lastOpen(
  what: "undo" | "release",
  decided: readonly Decided[],
  remembered: readonly QueueRow[],
  now: number,
): string | null {
  const underWay = new Set(decided.filter((one) => one.row === null && one.refused === null).map((one) => one.id));
  const able = what === "undo" ? "undoable" : "releasable";
  return lastDecisions(decided, remembered, now).find((one) => one[able] || underWay.has(one.id))?.id ?? null;
}

function fromRow(row: QueueRow, verb: string, now: number): LastDecision {
  const held = row.status === "held" && (row.releaseAt ?? 0) > now;
  const signed = row.status === "pending" && row.signatures > 0;
  return {
    id: row.id,
    verb: signed ? "Signed as first" : verb,
    headline: row.headline,
    steps: stepsOf(row, held, signed),
    undoable: held || signed,
    releasable: held,
  };
}

/** How far it has come, in order; decided, delivered and done are separate facts. */
function stepsOf(row: QueueRow, held: boolean, signed: boolean): readonly string[] {
  if (signed) return ["waits for a second signature"];
  if (held) return ["held for undo"];
  if (row.lapsed) return ["sent", "not run in time"];
  switch (row.delivery) {
    case "waiting":
      return ["released", "agent has not fetched it yet"];
    case "delivered":
      return ["sent"];
    case "redeemed":
      return ["sent", "redeemed"];
    case "succeeded":
      return ["sent", "confirmed by the tool"];
    case "failed":
      return ["sent", "failed in the tool"];
    case "unknown":
      return ["sent", "the tool did not say"];
    case "reverted":
      return ["sent", "confirmed by the tool", "reverted"];
  }
}
