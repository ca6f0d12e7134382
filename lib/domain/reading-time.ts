import type { OfferedLanguage } from "./language";

/** Below this nobody has read anything (design: review §2.5). */
const LEAST_MS = 1_200;
/** The share of its reading that a card cannot be decided without. */
const READING_SHARE = 0.35;
/** What no prediction is without, and is no reading: swapping, orienting, one judgement, one glance, one key (`card/budget.ts`). */
const OTHER_SECONDS = 2.43;

/**
 * True when the active time cannot have covered the card: less than max(1.2 s, 0.35 × what may be reading in the predicted time). Such a decision
 * counts, but is no evidence of reliability. Unmeasured decisions are not called too fast.
 */
export function isTooFast(activeMs: number | null, predictedSeconds: number): boolean {
  return activeMs !== null && activeMs < Math.max(LEAST_MS, READING_SHARE * readingSeconds(predictedSeconds) * 1000);
}

/** All that may be reading in a prediction, seconds. */
function readingSeconds(predicted: number): number {
  return Math.max(0, predicted - OTHER_SECONDS);
}

/**
 * How many times as long a card takes to read as an English one. German: 179 words a minute against 228 (Trauzettel-Klosinski and Dietz 2012, IReST),
 * on as many words more as the German sentences of any fixture have.
 */
const READING_TIMES: Readonly<Record<OfferedLanguage, number>> = { en: 1, de: 1.45 };

/**
 * Seconds to promise somebody who reads a card in `language`: the prediction, which counts English words, with all that may be reading in it taken
 * as long as it takes in that language. Never less than the prediction; the lane stays what the prediction gave.
 */
export function secondsToRead(predicted: number, language: OfferedLanguage): number {
  return predicted + readingSeconds(predicted) * (READING_TIMES[language] - 1);
}
