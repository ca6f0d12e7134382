/** Below this nobody has read anything (design: review §2.5). */
const LEAST_MS = 1_200;
/** Share of the predicted time that is reading and judging, not the act itself. */
const READING_SHARE = 0.35;

/**
 * True when the active time cannot have covered the card: less than max(1.2 s, 0.35 × the predicted time). Such a decision counts, but is
 * no evidence of reliability. Unmeasured decisions are not called too fast.
 */
export function isTooFast(activeMs: number | null, predictedSeconds: number): boolean {
  return activeMs !== null && activeMs < Math.max(LEAST_MS, READING_SHARE * predictedSeconds * 1000);
}
