import { clopperPearsonLower } from "./intervals";
import { crossing, logBeta } from "./special-functions";

/** The mixture's second parameter: it expects about one bad in a hundred, where the targets lie. */
const MIXTURE = { a: 1, b: 100 } as const;

/** Catch rate that is taken for granted, and printed as assumed, until enough canaries were shown (design: policy §5). */
export const ASSUMED_SENSITIVITY = 0.8;
/** Canaries of a kind from which the reviewers' catch rate is measured, not assumed. */
export const CANARIES_NEEDED = 22;
/** The last canaries of a kind that are looked at, fixed beforehand: a window that is chosen by looking would flatter. */
export const CANARY_WINDOW = 60;

/**
 * The upper limit of a share after `bad` of `of`, valid at every look: however often somebody looks and whenever they stop, the true share
 * is above it with a chance of at most `alpha`.
 *
 * A beta-binomial mixture confidence sequence (Robbins 1970; Howard, Ramdas, McAuliffe and Sekhon 2021): the largest p with
 * `B(1 + bad, 100 + of − bad) / B(1, 100) < p^bad (1 − p)^(of − bad) / alpha`.
 */
export function anytimeUpper(bad: number, of: number, alpha = 0.05): number {
  if (of <= 0 || bad >= of) return 1;
  const good = of - bad;
  const mixture = logBeta(MIXTURE.a + bad, MIXTURE.b + good) - logBeta(MIXTURE.a, MIXTURE.b) + Math.log(alpha);
  const exceeds = (p: number): number => mixture - (bad === 0 ? 0 : bad * Math.log(p)) - good * Math.log1p(-p);
  // Above the observed share the likelihood only falls, so the condition is broken once and for good.
  return crossing(exceeds, bad / of, 1);
}

/** How many of the last canaries of a kind were caught. */
export interface Catches {
  readonly caught: number;
  /** At most {@link CANARY_WINDOW}. */
  readonly shown: number;
}

/** How surely reviewers catch a bad item, and what that rests on: canaries, too few of them, or none because they are off. */
export interface Sensitivity extends Catches {
  readonly low: number;
  readonly basis: "measured" | "too_few" | "off";
}

/** The one-sided 95 % Clopper–Pearson lower limit of the catch rate, once enough canaries were shown; null where canaries are off. */
export function sensitivityOf(catches: Catches | null): Sensitivity {
  if (catches === null) return { low: ASSUMED_SENSITIVITY, basis: "off", caught: 0, shown: 0 };
  const { caught, shown } = catches;
  if (shown < CANARIES_NEEDED) return { low: ASSUMED_SENSITIVITY, basis: "too_few", caught, shown };
  return { low: clopperPearsonLower(caught, shown), basis: "measured", caught, shown };
}

/** The bound on the true bad rate: what reviewers found, divided by how surely they find. At most 1. */
export function correctedUpper(bad: number, of: number, sensitivityLow: number): number {
  return sensitivityLow <= 0 ? 1 : Math.min(1, anytimeUpper(bad, of) / sensitivityLow);
}

/** Items needed, `bad` of them bad, until the corrected bound falls to `target`; infinite where people are not known to catch anything. */
export function itemsNeeded(target: number, bad: number, sensitivityLow: number): number {
  if (sensitivityLow <= 0) return Number.POSITIVE_INFINITY;
  let [low, high] = [bad, Math.max(64, bad * 2)];
  while (correctedUpper(bad, high, sensitivityLow) > target) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (correctedUpper(bad, middle, sensitivityLow) > target) low = middle;
    else high = middle;
  }
  return high;
}
