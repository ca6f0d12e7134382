import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gammaQuantile, incompleteBeta, incompleteGamma, logBeta, logGamma } from "./special-functions";

// Reference values: mpmath 1.3 and SciPy 1.17, in double precision.
describe("the special functions", () => {
  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [3.7, 1.428072326665388],
    [101, 363.73937555556347],
    [1500.5, 9470.74949139088],
  ])("log Γ(%s) is %s", (x, value) => {
    expect(Math.abs(logGamma(x) / value - 1)).toBeLessThan(1e-13);
  });

  it.each([
    [0.2, 3, 7, 0.261802496],
    [0.9, 21, 2, 0.3391988663076885],
    [0.001, 1, 100, 0.09520785288629095],
    [0.5, 50.5, 49.5, 0.460005913282558],
  ])("I_%s(%s, %s) is %s", (x, a, b, value) => {
    expect(incompleteBeta(x, a, b)).toBeCloseTo(value, 12);
  });

  it.each([
    [0.5, 0.3, 0.8138118046743924],
    [3, 5, 0.18473675547622787],
    [30, 20, 0.9781265315586091],
  ])("P at %s for shape %s is %s", (x, a, value) => {
    expect(incompleteGamma(x, a)).toBeCloseTo(value, 12);
  });

  it.each([
    [0.025, 3, 0.6186721228956014],
    [0.975, 1, 3.6888794541139354],
    [0.975, 12.5, 20.3232345601376],
  ])("the %s quantile of Gamma(%s) is %s", (chance, shape, value) => {
    expect(gammaQuantile(chance, shape)).toBeCloseTo(value, 10);
  });

  it("log B is the logarithm of a reciprocal binomial coefficient at whole numbers", () => {
    expect(Math.exp(-logBeta(3, 8))).toBeCloseTo(360, 8);
  });

  it("I_x rises with x and mirrors in its parameters", () => {
    const parameter = fc.double({ min: 0.1, max: 500, noNaN: true });
    // On a grid on which 1 − x is exact.
    const x = fc.nat(1_024).map((step) => step / 1_024);
    fc.assert(
      fc.property(x, x, parameter, parameter, (one, other, a, b) => {
        const [low, high] = one <= other ? [one, other] : [other, one];
        expect(incompleteBeta(low, a, b)).toBeLessThanOrEqual(incompleteBeta(high, a, b) + 1e-12);
        expect(incompleteBeta(low, a, b) + incompleteBeta(1 - low, b, a)).toBeCloseTo(1, 9);
      }),
    );
  });
});
