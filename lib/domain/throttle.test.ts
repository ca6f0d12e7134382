import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { ACCOUNT_RULE, countingFailures, nextAttemptAt } from "./throttle";

const NOON = 1_800_000_000_000;
const DAY_MS = 24 * 60 * 60_000;

describe("throttle", () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 1000],
    [6, 2000],
    [10, 32_000],
    [14, 512_000],
    [15, 900_000],
    [99, 900_000],
  ])("after %i failures the next attempt waits %i ms", (count, waitMs) => {
    const failures = Array.from({ length: count }, () => NOON);
    expect(nextAttemptAt(failures, ACCOUNT_RULE, NOON) - NOON).toBe(waitMs);
  });

  it("the hundredth failure of a day is the last until the first is a day old", () => {
    const failures = Array.from({ length: 100 }, (_, index) => NOON + index * 60_000);
    const now = NOON + 100 * 60_000;
    expect(nextAttemptAt(failures, ACCOUNT_RULE, now)).toBe(NOON + DAY_MS);
    expect(nextAttemptAt(failures, ACCOUNT_RULE, NOON + DAY_MS)).toBeLessThanOrEqual(NOON + DAY_MS);
  });

  it("what is older than a day is forgotten", () => {
    const failures = Array.from({ length: 100 }, () => NOON - DAY_MS);
    expect(countingFailures(failures, ACCOUNT_RULE, NOON)).toEqual([]);
    expect(nextAttemptAt(failures, ACCOUNT_RULE, NOON)).toBe(NOON);
  });

  it("an attacker who never waits longer than told gets at most 100 guesses in any 24 hours", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3_600_000 }), { maxLength: 400 }), (pauses) => {
        const made: number[] = [];
        let now = NOON;
        for (const pause of pauses) {
          now = Math.max(now + pause, nextAttemptAt(made, ACCOUNT_RULE, now + pause));
          made.push(now);
        }
        for (const start of made) {
          const inDay = made.filter((at) => at >= start && at < start + DAY_MS);
          expect(inDay.length).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 50 },
    );
  });
});
