import type { PairId } from "./definitions";
import type { Figure } from "./figure";
import { amount, quantileFigure, share, shareOf, weightedShare } from "./figure";
import type { MeasuredItem, MeasuredReview, MeasuredRows } from "./rows";
import { foundBad, isDecision, ranAlone, wasDecided } from "./rows";

export interface Pair {
  readonly id: PairId;
  readonly figures: readonly [Figure, Figure];
}

const HOUR_MS = 3_600_000;
/** Where a proposal is at its end, or on its way out. */
const ENDED = new Set(["approved", "rejected", "answered", "blocked", "expired"]);

/** The top row. No figure of speed or size is there without the one that says how well (design: policy §4.3). */
export function pairsOf(rows: MeasuredRows): readonly Pair[] {
  return [paceOf(rows), outputOf(rows), automaticOf(rows), waitingOf(rows), checkingOf(rows)];
}

/** Those of them that say something of one person. */
export function personalPairs(rows: MeasuredRows): readonly Pair[] {
  return [paceOf(rows), outputOf(rows), checkingOf(rows)];
}

function paceOf({ reviews, tests }: MeasuredRows): Pair {
  // A deep card promises no ten seconds: it is in no figure of how fast they are (design: review §2.3).
  const active = timed(reviews).flatMap(({ activeMs, lane }) => (lane === "quick" ? [activeMs / 1000] : []));
  const caught = shareOf(tests, ({ outcome }) => outcome === "caught");
  return { id: "pace", figures: [quantileFigure(active, 0.5, "seconds"), caught] };
}

function outputOf({ reviews, items, undone }: MeasuredRows): Pair {
  const measured = timed(reviews);
  const hours = measured.reduce((sum, { activeMs }) => sum + activeMs, 0) / HOUR_MS;
  const decisions = reviews.filter(isDecision).length;
  const overturned = items.filter(({ label }) => label?.missed === true).length;
  const rate = amount(hours === 0 ? null : measured.length / hours, "per_hour", measured.length);
  return { id: "output", figures: [rate, share(Math.min(decisions, undone.length + overturned), decisions)] };
}

function automaticOf({ items }: MeasuredRows): Pair {
  const ended = items.filter(({ status }) => ENDED.has(status));
  return { id: "automatic", figures: [shareOf(ended, ranAlone), badAmongAutomatic(items)] };
}

/** Only what was drawn and looked at says something of the rest; what came out otherwise is a finding, and no sample. */
export function badAmongAutomatic(items: readonly MeasuredItem[]) {
  const looks = items.flatMap(({ audit, label }) => {
    if (audit === null || audit.verdict === null || (label !== null && label.excluded !== null)) return [];
    return [{ hit: audit.verdict === "wrong" || label?.verdict === "wrong", weight: 1 / audit.rate }];
  });
  return weightedShare(looks);
}

function waitingOf({ items }: MeasuredRows): Pair {
  const waits = items.flatMap(({ decision, at }) => (decision?.source === "person" ? [(decision.at - at) / 1000] : []));
  const expired = items.filter(({ status }) => status === "expired").length;
  return { id: "waiting", figures: [quantileFigure(waits, 0.95, "seconds"), share(expired, expired + waits.length)] };
}

function checkingOf({ items }: MeasuredRows): Pair {
  const decided = items.filter(wasDecided);
  return { id: "checking", figures: [shareOf(decided, isApproved), shareOf(decided, foundBad)] };
}

/** As it was proposed: an edit is no approval of it. */
export function isApproved({ decision }: Pick<MeasuredItem, "decision">): boolean {
  return decision?.type === "approve";
}

/** Decisions whose active time was measured. */
export function timed(reviews: readonly MeasuredReview[]): readonly (MeasuredReview & { readonly activeMs: number })[] {
  return reviews.flatMap((review) => {
    const { activeMs } = review;
    return activeMs === null || !isDecision(review) ? [] : [{ ...review, activeMs }];
  });
}
