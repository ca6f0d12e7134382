import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clopperPearsonLower, clopperPearsonUpper, ruleOfThree, wilson } from "./intervals";

describe("the Wilson interval", () => {
  it.each([
    [2, 7, 0.0822189240040568, 0.6410655481673808],
    [0, 20, 0, 0.16112515805281938],
    [37, 50, 0.6044684273515116, 0.8412847250644762],
    [4, 61, 0.02579370448956657, 0.1568280167989577],
  ])("of %i of %i is that of SciPy", (count, of, low, high) => {
    expect(wilson(count, of).low).toBeCloseTo(low, 12);
    expect(wilson(count, of).high).toBeCloseTo(high, 12);
  });

  it("rules nothing out while nothing was counted", () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it("holds the share that was counted", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (good, bad) => {
        fc.pre(good + bad > 0);
        const { low, high } = wilson(bad, good + bad);
        expect(low).toBeLessThanOrEqual(bad / (good + bad) + 1e-12);
        expect(high).toBeGreaterThanOrEqual(bad / (good + bad) - 1e-12);
      }),
    );
  });
});

describe("the Clopper–Pearson limit", () => {
  it.each([
    [14, 14, 0.8073638243498646],
    [13, 14, 0.7032657610511254],
    [21, 22, 0.8018778683631184],
    [28, 30, 0.804673956345074],
    [34, 37, 0.8035710601755338],
  ])("from below for %i of %i is %s", (count, of, limit) => {
    expect(clopperPearsonLower(count, of)).toBeCloseTo(limit, 12);
  });

  // What R prints for the examples of `binom.test`: Mendel's peas (Conover 1971, p. 97 f.), two-sided at 95 %.
  it("is on both sides what R publishes for 682 of 925", () => {
    expect(clopperPearsonLower(682, 925, 0.025)).toBeCloseTo(0.7076683, 7);
    expect(clopperPearsonUpper(682, 925, 0.025)).toBeCloseTo(0.7654066, 7);
  });

  it("from above mirrors the one from below", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (good, bad) => {
        fc.pre(good + bad > 0);
        expect(clopperPearsonUpper(bad, good + bad)).toBeCloseTo(1 - clopperPearsonLower(good, good + bad), 9);
      }),
    );
  });

  it.each([
    [0.8, [14, 22, 30, 37]],
    [0.9, [29, 46, 61, 76]],
  ])("reaches %s first at %s canaries with none, one, two and three missed", (limit, shown) => {
    const first = shown.map((_, missed) => {
      let of = missed + 1;
      while (clopperPearsonLower(of - missed, of) < limit) of += 1;
      return of;
    });
    expect(first).toEqual(shown);
  });
});

describe("the rule of three", () => {
  it("asks for 59, 149, 299, 598 and 2,995 clean items", () => {
    expect([0.05, 0.02, 0.01, 0.005, 0.001].map((limit) => ruleOfThree(limit))).toEqual([59, 149, 299, 598, 2_995]);
  });

  it("is where the one-look bound falls to the limit", () => {
    expect(clopperPearsonUpper(0, 299)).toBeLessThanOrEqual(0.01);
    expect(clopperPearsonUpper(0, 298)).toBeGreaterThan(0.01);
  });
});
