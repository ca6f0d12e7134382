import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { WarmUpAnswer } from "./warm-up";
import { NO_WARM_UP, WARM_UP_HOLDS_MS, WARM_UP_ITEMS, badPlaces, isWarmUpDue, withAnswer } from "./warm-up";

const answer = (place: number, bad: boolean, rejected: boolean): WarmUpAnswer => ({ begunAt: 5, place, bad, rejected });

describe("a warm-up", () => {
  it("is due until one was finished, and again four hours later", () => {
    expect(isWarmUpDue(NO_WARM_UP, 1_000)).toBe(true);
    expect(isWarmUpDue({ ...NO_WARM_UP, doneAt: 1_000 }, 1_000 + WARM_UP_HOLDS_MS - 1)).toBe(false);
    expect(isWarmUpDue({ ...NO_WARM_UP, doneAt: 1_000 }, 1_000 + WARM_UP_HOLDS_MS)).toBe(true);
  });

  it("has exactly half of its items bad, whatever the hashes", () => {
    const hashes = fc.array(fc.string(), { minLength: WARM_UP_ITEMS, maxLength: WARM_UP_ITEMS });
    fc.assert(
      fc.property(hashes, (given) => {
        expect(badPlaces(given).size).toBe(WARM_UP_ITEMS / 2);
      }),
    );
  });

  it("counts what was caught and what was let pass, apart", () => {
    const tally = [answer(0, true, true), answer(1, true, false), answer(2, false, false), answer(3, false, true)].reduce(
      (so, one) => withAnswer(so, one, 100),
      NO_WARM_UP,
    );
    expect(tally).toMatchObject({ bad: 2, caught: 1, good: 2, passed: 1, doneAt: null });
  });

  it("counts a place once, is done with the tenth, and begins anew with another", () => {
    let tally = NO_WARM_UP;
    for (let place = 0; place < WARM_UP_ITEMS; place += 1) {
      tally = withAnswer(withAnswer(tally, answer(place, true, true), 100), answer(place, true, false), 101);
    }
    expect(tally).toMatchObject({ bad: WARM_UP_ITEMS, caught: WARM_UP_ITEMS, doneAt: 100 });
    const next = withAnswer(tally, { ...answer(0, true, false), begunAt: 9 }, 200);
    expect(next).toMatchObject({ answered: [0], doneAt: 100, bad: WARM_UP_ITEMS + 1 });
  });
});
