/** Wald's sequential probability ratio test (1945) of "the bad rate is p0" against "it is p1", with both errors bounded. */
export interface SequentialTest {
  readonly p0: number;
  readonly p1: number;
  /** The chance to reject although the rate is p0. */
  readonly alpha: number;
  /** The chance to accept although the rate is p1. */
  readonly beta: number;
}

/** The test that demotes (design: policy §4.2): 0.5 % is fine, 2 % is not. */
export const DEMOTION_TEST: SequentialTest = { p0: 0.005, p1: 0.02, alpha: 0.05, beta: 0.05 };

export type SequentialVerdict = "accept" | "reject" | "go_on";

/** What one item moves the log-likelihood ratio by: up for a bad one, down for a clean one. */
export function stepOf({ p0, p1 }: SequentialTest, bad: boolean): number {
  return bad ? Math.log(p1 / p0) : Math.log1p(-p1) - Math.log1p(-p0);
}

/** What a ratio says: at or above the upper boundary the rate is too high, at or below the lower it is fine. */
export function verdictOf({ alpha, beta }: SequentialTest, ratio: number): SequentialVerdict {
  if (ratio >= Math.log((1 - beta) / alpha)) return "reject";
  return ratio <= Math.log(beta / (1 - alpha)) ? "accept" : "go_on";
}

/**
 * The ratio after one more item. Starts anew at an acceptance, so that a long good past cannot hide a change for the worse: what is left
 * is the cumulative sum of Page (1954) with Wald's boundaries.
 */
export function advance(test: SequentialTest, ratio: number, bad: boolean): number {
  const from = verdictOf(test, ratio) === "accept" ? 0 : ratio;
  return from + stepOf(test, bad);
}
