import type { Reversibility } from "../words";
import type { Card, Span } from "./card";
import { MIXED_SCRIPT } from "./finish-card";
import { wayBack } from "./way-back";

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
  /** How this very payload can be undone at best, where its card found that; absent elsewhere, and in what was stored before it was kept. */
  readonly wayBack?: Reversibility;
}

/** The card's findings, for the detectors of policy. */
export function cardFacts(card: Card): CardFacts {
  const failedChecks = card.checks.filter((check) => check.state === "failed").map((check) => check.id);
  const back = wayBack(card);
  return {
    fullyReadable: card.fullyReadable,
    unreadable: card.unreadable,
    hiddenMarks: shownSpans(card).filter((span) => span.type === "mark").length,
    mixedScript: failedChecks.includes(MIXED_SCRIPT),
    failedChecks,
    ...(back === null ? {} : { wayBack: back }),
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
