import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { amount, quantile, share, weightedShare } from "./figure";

describe("a share", () => {
  test("of nothing is no share, and everything is possible", () => {
    expect(share(0, 0)).toMatchObject({ share: null, low: 0, high: 1 });
    expect(weightedShare([])).toMatchObject({ share: null, of: 0 });
  });

  test("that is weighted alike is the plain one", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), fc.constantFrom(1, 5, 20), (hits, weight) => {
        const plain = share(hits.filter(Boolean).length, hits.length);
        const weighted = weightedShare(hits.map((hit) => ({ hit, weight })));
        expect(weighted.share).toBeCloseTo(plain.share ?? 0, 12);
        expect([weighted.low, weighted.high].map((limit) => limit.toFixed(9))).toEqual(
          [plain.low, plain.high].map((limit) => limit.toFixed(9)),
        );
      }),
    );
  });

  test("counts each look as often as it stands for", () => {
    // One of twenty that a draw of 5 % stands for was wrong, against one that stands for itself alone.
    const looks = [
      { hit: true, weight: 20 },
      { hit: false, weight: 20 },
      { hit: false, weight: 1 },
    ];
    expect(weightedShare(looks)).toMatchObject({ count: 1, of: 3, share: 20 / 41 });
  });

  test("lies within its interval, however it is weighted", () => {
    const looks = fc.array(fc.record({ hit: fc.boolean(), weight: fc.integer({ min: 1, max: 100 }) }), { minLength: 1 });
    fc.assert(
      fc.property(looks, (some) => {
        const { share: part, low, high } = weightedShare(some);
        expect(part).toBeGreaterThanOrEqual(low - 1e-12);
        expect(part).toBeLessThanOrEqual(high + 1e-12);
      }),
    );
  });
});

test("a quantile is one of the figures, and the share that it names does not pass it", () => {
  const q = fc.constantFrom(0.25, 0.5, 0.9, 0.95);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1 }), q, (figures, at) => {
      const found = quantile(figures, at);
      expect(figures).toContain(found);
      expect(figures.filter((one) => one <= (found ?? 0)).length).toBeGreaterThanOrEqual(at * figures.length - 1e-9);
    }),
  );
  expect(quantile([], 0.5)).toBeNull();
});

test("an amount that rests on nothing is none", () => {
  expect(amount(7, "seconds", 0).value).toBeNull();
});
