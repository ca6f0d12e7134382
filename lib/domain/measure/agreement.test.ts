import { describe, expect, it } from "vitest";
import { agreement, agreementOn, type DoubleReview } from "./agreement";

const pairsOf = (first: string, second: string): DoubleReview[] =>
  Array.from(first, (answer, index): DoubleReview => [answer, second.charAt(index)]);
const table = (cells: Readonly<Record<string, number>>): DoubleReview[] =>
  Object.entries(cells).flatMap(([pair, count]) =>
    Array.from({ length: count }, (): DoubleReview => [pair.charAt(0), pair.charAt(1)]),
  );

describe("agreement", () => {
  it("is Krippendorff's published α for ten units and two values", () => {
    expect(agreement(pairsOf("0100000010", "1110010000")).alpha).toBeCloseTo(0.095, 3);
  });

  it("is Krippendorff's published α for twelve units and five values", () => {
    expect(agreement(pairsOf("aabbdcccedda", "babbbcccedda".slice(0, 11) + "d")).alpha).toBeCloseTo(0.692, 3);
  });

  it("is Gwet's published AC1 where α collapses", () => {
    const found = agreement(table({ "++": 118, "+-": 5, "-+": 2, "--": 0 }));
    expect(found.ac1).toBeCloseTo(0.9408, 4);
    expect(found.alpha).toBeLessThan(0);
  });

  it("is unknown where nothing could have disagreed", () => {
    expect(agreement(table({ "++": 12 }))).toEqual({ pairs: 12, agreed: 12, alpha: null, ac1: null });
    expect(agreement([])).toEqual({ pairs: 0, agreed: 0, alpha: null, ac1: null });
  });

  it("on one answer counts the pairs in which somebody gave it", () => {
    expect(agreementOn(table({ aa: 90, ar: 3, ra: 2, rr: 5 }), "r")).toEqual({ both: 5, either: 10 });
  });
});
