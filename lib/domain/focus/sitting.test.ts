import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Pace } from "./sitting";
import {
  BREAK_AFTER_DECISIONS,
  BREAK_AFTER_MS,
  NO_SITTING,
  REST_MS,
  isRested,
  sittingOf,
  towardsBreak,
  withDecision,
  withDeferral,
} from "./sitting";

const every = (gap: number, count: number, activeMs: number | null = 0): readonly Pace[] =>
  Array.from({ length: count }, (_, index) => ({ at: 1_000_000 + index * gap, activeMs }));
const ending = (paces: readonly Pace[]): number => paces.at(-1)?.at ?? 0;

describe("a sitting", () => {
  it("begins when its first card was opened, and counts every decision without a rest between", () => {
    expect(sittingOf(every(10_000, 5, 8_000), null)).toMatchObject({ since: 992_000, decisions: 5 });
  });

  it("begins anew after two minutes without a decision or a card being read", () => {
    const before = every(10_000, 5);
    const after = { at: ending(before) + REST_MS, activeMs: 0 };
    expect(sittingOf([...before, after], null)).toMatchObject({ since: after.at, decisions: 1 });
  });

  it("goes on through a card that takes three minutes to read", () => {
    const before = every(10_000, 5);
    expect(sittingOf([...before, { at: ending(before) + 180_000, activeMs: 170_000 }], null).decisions).toBe(6);
  });

  it("takes a gap that nobody measured for a rest", () => {
    const before = every(10_000, 5);
    expect(sittingOf([...before, { at: ending(before) + 180_000, activeMs: null }], null).decisions).toBe(1);
  });

  it("is over two minutes after its last decision, unless a card is being read", () => {
    const sitting = sittingOf(every(10_000, 5), null);
    expect(isRested(sitting, sitting.lastAt + REST_MS, 0)).toBe(true);
    expect(isRested(sitting, sitting.lastAt + REST_MS, 30_000)).toBe(false);
    expect(towardsBreak(sitting, sitting.lastAt + REST_MS, 0)).toBe(0);
  });
});

describe("the ring", () => {
  it("is full after 150 decisions, or after 25 minutes", () => {
    const many = sittingOf(every(1_000, BREAK_AFTER_DECISIONS), null);
    expect(towardsBreak(many, many.lastAt, 0)).toBe(1);
    const long = sittingOf(every(60_000, 26), null);
    expect(towardsBreak(long, long.lastAt, 0)).toBe(1);
    expect(towardsBreak(long, long.lastAt - BREAK_AFTER_MS / 2, 0)).toBeCloseTo(0.5);
  });

  it("shows nothing before the first decision", () => {
    expect(towardsBreak(NO_SITTING, 5_000, 0)).toBe(0);
  });

  it("never runs backwards within a sitting, and stays between 0 and 1", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: REST_MS - 1 }), { maxLength: 200 });
    fc.assert(
      fc.property(gaps, (given) => {
        let [sitting, at, shown] = [NO_SITTING, 1_000_000, 0];
        for (const gap of given) {
          at += gap;
          sitting = withDecision(sitting, { at, activeMs: 0 });
          const now = towardsBreak(sitting, at, 0);
          expect(now).toBeGreaterThanOrEqual(shown);
          expect(now).toBeLessThanOrEqual(1);
          shown = now;
        }
      }),
    );
  });
});

describe("putting the break off", () => {
  const paces = every(10_000, 20);

  it("holds for the sitting it was done in, wherever it is read again", () => {
    const putOffAt = 1_000_000 + 95_000;
    expect(sittingOf(paces, putOffAt)).toMatchObject({ deferredAt: putOffAt, decisions: 20, decisionsSinceDeferral: 10 });
  });

  it("is forgotten with the sitting", () => {
    expect(sittingOf([{ at: 1, activeMs: 0 }, ...paces], 100).deferredAt).toBeNull();
    const rested = withDecision(sittingOf(paces, ending(paces)), { at: ending(paces) + REST_MS, activeMs: 0 });
    expect(rested.deferredAt).toBeNull();
  });

  it("counts once: a second time changes nothing", () => {
    const once = withDeferral(sittingOf(paces, null), ending(paces) + 1);
    expect(withDeferral(once, ending(paces) + 9_000)).toEqual(once);
  });

  it("says the same read from the record at once as followed decision by decision", () => {
    const pace = fc.record({
      gap: fc.integer({ min: 1, max: 200_000 }),
      activeMs: fc.option(fc.integer({ min: 0, max: 200_000 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(pace, { minLength: 1, maxLength: 40 }), fc.nat(40), (given, place) => {
        let at = 1_000_000;
        const all = given.map(({ gap, activeMs }) => ({ at: (at += gap), activeMs }));
        const putOffAt = (all[Math.min(place, all.length - 1)]?.at ?? 0) + 0.5;
        let followed = NO_SITTING;
        for (const [index, one] of all.entries()) {
          followed = withDecision(followed, one);
          if (index === Math.min(place, all.length - 1)) followed = withDeferral(followed, putOffAt);
        }
        expect(sittingOf(all, putOffAt)).toEqual(followed);
      }),
    );
  });
});
