import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anytimeUpper, correctedUpper, itemsNeeded, sensitivityOf } from "./anytime-bound";
import { clopperPearsonUpper } from "./intervals";
import { logBeta } from "./special-functions";

describe("the bound that holds at every look", () => {
  it.each([
    [0.02, [204, 231, 267, 421, 552]],
    [0.01, [472, 536, 619, 926, 1_188]],
    [0.005, [1_093, 1_240, 1_428, 2_051, 2_581]],
  ])("needs for a target of %s: %s items", (target, [perfect, s90, s80, oneBad, twoBad]) => {
    expect(itemsNeeded(target, 0, 1)).toBe(perfect);
    expect(itemsNeeded(target, 0, 0.9)).toBe(s90);
    expect(itemsNeeded(target, 0, 0.8)).toBe(s80);
    expect(itemsNeeded(target, 1, 0.8)).toBe(oneBad);
    expect(itemsNeeded(target, 2, 0.8)).toBe(twoBad);
  });

  it("is where the mixture's likelihood ratio reaches twenty", () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 3_000 }), fc.nat(20), (good, bad) => {
        const of = good + bad;
        const p = anytimeUpper(bad, of);
        const ratio = logBeta(1 + bad, 100 + good) - logBeta(1, 100) - bad * Math.log(p) - good * Math.log1p(-p);
        expect(ratio).toBeCloseTo(Math.log(20), 6);
      }),
    );
  });

  it("is wider than the bound that holds for one look", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), fc.nat(20), (good, bad) => {
        expect(anytimeUpper(bad, good + bad)).toBeGreaterThan(clopperPearsonUpper(bad, good + bad));
      }),
    );
  });

  it("says nothing before anything was looked at, or when everything was bad", () => {
    expect(anytimeUpper(0, 0)).toBe(1);
    expect(anytimeUpper(5, 5)).toBe(1);
  });
});

describe("the reviewers' sensitivity", () => {
  it("is assumed to be 0.8 while fewer than 22 canaries were shown, and says so", () => {
    expect(sensitivityOf({ caught: 21, shown: 21 })).toMatchObject({ low: 0.8, basis: "too_few" });
    expect(sensitivityOf(null)).toMatchObject({ low: 0.8, basis: "off" });
  });

  it("is measured from 22 on, and may be worse than assumed", () => {
    expect(sensitivityOf({ caught: 21, shown: 22 })).toMatchObject({ basis: "measured" });
    expect(sensitivityOf({ caught: 21, shown: 22 }).low).toBeCloseTo(0.8018778683631184, 12);
    expect(sensitivityOf({ caught: 15, shown: 22 }).low).toBeLessThan(0.6);
  });

  it("divides the bound, so that reviewers who catch nothing prove nothing", () => {
    expect(correctedUpper(0, 472, 1)).toBeLessThanOrEqual(0.01);
    expect(correctedUpper(0, 472, 0.8)).toBeCloseTo(anytimeUpper(0, 472) / 0.8, 12);
    expect(correctedUpper(0, 5_000, 0)).toBe(1);
    expect(itemsNeeded(0.01, 0, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});
