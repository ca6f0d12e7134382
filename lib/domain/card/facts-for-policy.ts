import type { Card, Span } from "./card";
import { MIXED_SCRIPT } from "./finish-card";

/** What policy may know of a card: facts the machine found, nothing the agent said. */
export interface CardFacts {
  readonly fullyReadable: boolean;
  readonly unreadable: readonly string[];
  /** Hidden characters set visibly on the card. */
  readonly hiddenMarks: number;
  /** True when a word of the payload mixes alphabets that look alike. */
  readonly mixedScript: boolean;
  /** Ids of the checks that failed. */
  readonly failedChecks: readonly string[];
}

/** The card's findings, for the detectors of policy. */
export function cardFacts(card: Card): CardFacts {
  const failedChecks = card.checks.filter((check) => check.state === "failed").map((check) => check.id);
  return {
    fullyReadable: card.fullyReadable,
    unreadable: card.unreadable,
    hiddenMarks: shownSpans(card).filter((span) => span.type === "mark").length,
    mixedScript: failedChecks.includes(MIXED_SCRIPT),
    failedChecks,
  };
}

function shownSpans(card: Card): readonly Span[] {
  const facts = card.facts.flatMap((one) => one.value);
  if (card.diff === null) return [...card.headline, ...facts];
  const diff =
    card.diff.type === "fields"
      ? card.diff.rows.flatMap((row) => [...row.before, ...row.after])
      : card.diff.lines.flatMap((line) => line.spans);
  return [...card.headline, ...facts, ...diff];
}
