import type { Card, CardInput } from "../card";
import { fact, finishCard, notRun, subjectWords } from "../finish-card";
import { saidSpan } from "../said-span";
import { plain, valued } from "../spans";

/** The card of a hand-over to the airline's people, null when it carries more than a summary. */
export function readHandOver(input: CardInput): Card | null {
  const { summary, ...rest } = input.action.arguments;
  if (typeof summary !== "string" || Object.keys(rest).length > 0) return null;
  return finishCard(input, {
    headline: plain("Hand the customer over to a person"),
    facts: [fact("airline.changes", saidSpan("text", "airline.noRecord"))],
    // The summary is what the colleague will be told: the payload itself, so all of it is to be read.
    diff: {
      type: "text",
      ...subjectWords("airline.whatColleagueIsTold"),
      lines: summary.split("\n").map((line) => ({ change: "added", spans: valued(line) })),
      more: { count: 0, unlike: 0 },
    },
    checks: [notRun("out-of-reach", "airline.requestIsOutOfReach", { key: "airline.requestWasNotSent" })],
    undo: "airline.undo.handOver",
    openQuestions: 1,
    unreadable: [],
    decisive: null,
  });
}
