import type { QueueRow } from "../../lib/contract/people";
import { isOverdue } from "../../lib/domain/undelivered";
import type { LastDecision } from "../card/last-decisions";
import type { Words } from "../words/make-words";
import type { Decided } from "./decided";

type Verb = Decided["type"] | "signed" | "caught" | "missed";
type Step =
  | "sending"
  | "second"
  | "held"
  | "sent"
  | "lapsed"
  | "released"
  | "overdue"
  | "waiting"
  | "byHand"
  | "byHand.succeeded"
  | "byHand.failed"
  | "byHand.unknown"
  | "redeemed"
  | "confirmed"
  | "failed"
  | "unknown"
  | "reverted";

/** How long a first signature, or a decision that came back, is news, in milliseconds. */
const NEWS_MS = 15_000;

/** A line of the strip before anybody reads it. */
interface Unsaid extends Omit<LastDecision, "verb" | "steps"> {
  readonly verb: Verb;
  readonly steps: readonly Step[];
  /** Of a test: what was wrong with it, in place of the steps. */
  readonly wrong?: string;
}

/** The strip under the card: this page's own decisions first, then what the server remembers, ten in all. */
export function lastDecisions(
  t: Words<"desk">,
  decided: readonly Decided[],
  remembered: readonly QueueRow[],
  now: number,
): readonly LastDecision[] {
  return unsaid(decided, remembered, now).map(({ verb, steps, wrong, ...line }) => ({
    ...line,
    verb: t(`verb.${verb}`),
    steps: wrong === undefined ? steps.map((step) => t(`step.${step}`)) : [wrong],
  }));
}

/** What was decided last, while it is fresh; else the newest that is still held. Null where nothing has to be seen at once. */
export function freshest(decisions: readonly LastDecision[]): LastDecision | null {
  const [latest] = decisions;
  return latest?.fresh === true ? latest : (decisions.find(({ releasable }) => releasable) ?? null);
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
  return unsaid(decided, remembered, now).find((one) => one[able] || underWay.has(one.id))?.id ?? null;
}

function unsaid(decided: readonly Decided[], remembered: readonly QueueRow[], now: number): readonly Unsaid[] {
  const own = new Set(decided.map((one) => one.id));
  const sent = decided.map((one): Unsaid => {
    const { id, headline, row, refused } = one;
    const fresh = one.at + NEWS_MS > now;
    const over = { id, headline, undoable: false, releasable: false, fresh: false };
    if (row === null || refused !== null)
      return { ...over, verb: one.type, steps: ["sending"], refused, fresh: row === null || fresh };
    if (one.test !== undefined) {
      return { ...over, verb: one.test.caught ? "caught" : "missed", steps: [], wrong: one.test.wrong };
    }
    // Both are the same row; the events keep the remembered one current.
    const heard = remembered.find((earlier) => earlier.id === id);
    const line = fromRow(heard !== undefined && heard.revision > row.revision ? heard : row, one.type, now);
    return { ...line, fresh: line.releasable || (line.undoable && fresh) };
  });
  const earlier = remembered.filter((row) => !own.has(row.id) && row.decision !== null);
  return [...sent, ...earlier.map((row) => fromRow(row, row.decision?.type ?? "approve", now))].slice(0, 10);
}

function fromRow(row: QueueRow, verb: Verb, now: number): Unsaid {
  const held = row.status === "held" && (row.releaseAt ?? 0) > now;
  const signed = row.status === "pending" && row.signatures > 0;
  return {
    id: row.id,
    verb: signed ? "signed" : verb,
    headline: row.headline,
    steps: stepsOf(row, held, signed, now),
    undoable: held || signed,
    releasable: held,
    fresh: held,
  };
}

/** How far it has come, in order; decided, delivered and done are separate facts. */
function stepsOf(row: QueueRow, held: boolean, signed: boolean, now: number): readonly Step[] {
  if (signed) return ["second"];
  if (held) return ["held"];
  if (row.lapsed) return ["sent", "lapsed"];
  if (isOverdue(row, now)) return ["released", "overdue"];
  switch (row.delivery) {
    case "waiting":
      return ["released", row.byHand === true ? "byHand" : "waiting"];
    case "delivered":
      return ["sent"];
    case "redeemed":
      return ["sent", "redeemed"];
    case "succeeded":
      return ["sent", row.byHand === true ? "byHand.succeeded" : "confirmed"];
    case "failed":
      return ["sent", row.byHand === true ? "byHand.failed" : "failed"];
    case "unknown":
      return ["sent", row.byHand === true ? "byHand.unknown" : "unknown"];
    case "reverted":
      return ["sent", "confirmed", "reverted"];
  }
}
