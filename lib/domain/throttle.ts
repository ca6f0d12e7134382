/** How guesses against one subject (an account, an address) are slowed down. */
export interface ThrottleRule {
  /** Failures that cost nothing. */
  readonly free: number;
  /** The longest wait between two attempts, milliseconds. */
  readonly waitMsMax: number;
  /** Failures in any 24 hours, after which there are no more. */
  readonly perDay: number;
}

/**
 * One account: five slips of the finger are free, then the wait doubles from a second to a quarter of an hour, and 100 guesses a day is the
 * end of it (NIST SP 800-63B §5.2.2 allows no more than 100 consecutive failures).
 */
export const ACCOUNT_RULE: ThrottleRule = { free: 5, waitMsMax: 15 * 60_000, perDay: 100 };

/** One address: milder, because an office or a proxy stands behind one address. */
export const ADDRESS_RULE: ThrottleRule = { free: 20, waitMsMax: 60_000, perDay: 1000 };

const DAY_MS = 24 * 60 * 60_000;

/** The failures that still count at `now`: those of the last 24 hours, and no more than the rule can use. */
export function countingFailures(failures: readonly number[], rule: ThrottleRule, now: number): readonly number[] {
  return failures.filter((at) => at > now - DAY_MS).slice(-rule.perDay);
}

/**
 * The instant from which another attempt is accepted, `now` or earlier when it is accepted at once. `failures` are instants in ascending
 * order, milliseconds; each later failure postpones the next attempt at least as long as the one before.
 */
export function nextAttemptAt(failures: readonly number[], rule: ThrottleRule, now: number): number {
  const counting = countingFailures(failures, rule, now);
  const oldest = counting.at(0);
  const last = counting.at(-1);
  if (oldest === undefined || last === undefined) return now;
  if (counting.length >= rule.perDay) return oldest + DAY_MS;
  const over = counting.length - rule.free;
  if (over < 0) return now;
  return last + Math.min(1000 * 2 ** Math.min(over, 30), rule.waitMsMax);
}
