import { crossing, incompleteBeta } from "./special-functions";

/** A share between 0 and 1 with the limits of its interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % of the normal distribution. */
const Z95 = 1.959963984540054;

/** Fewer than this many are written as "2 of 7" and never drawn as a percentage. */
export const SMALL_N = 20;

/** Wilson's score interval at 95 % (Wilson 1927): what screens draw. Everything is possible while nothing was counted. */
export function wilson(count: number, of: number): Interval {
  if (of <= 0) return { low: 0, high: 1 };
  const share = count / of;
  const z2 = Z95 * Z95;
  const centre = share + z2 / (2 * of);
  const reach = Z95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  const scale = 1 + z2 / of;
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) };
}

/**
 * The one-sided lower limit of Clopper and Pearson (1934): with confidence `1 − alpha` the share is at least this. What rules use,
 * because it never claims more than its confidence.
 */
export function clopperPearsonLower(count: number, of: number, alpha = 0.05): number {
  if (of <= 0 || count <= 0) return 0;
  return crossing((p) => incompleteBeta(p, count, of - count + 1) - alpha, 0, 1);
}

/** The one-sided upper limit: with confidence `1 − alpha` the share is at most this, if one looks once. */
export function clopperPearsonUpper(count: number, of: number, alpha = 0.05): number {
  if (of <= 0 || count >= of) return 1;
  return crossing((p) => incompleteBeta(p, count + 1, of - count) - (1 - alpha), 0, 1);
}

/** Clean items after which the classic one-look bound falls to `limit` ("rule of three": about 3 / limit). */
export function ruleOfThree(limit: number, alpha = 0.05): number {
  return Math.ceil(Math.log(alpha) / Math.log1p(-limit));
}
