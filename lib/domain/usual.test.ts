import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FIGURES_KEPT, FIGURES_NEEDED, moneyUnit, usualOf, withFigure } from "./usual";

const figure = fc.double({ min: 0.01, max: 1e9, noNaN: true });
const kept = (figures: readonly number[]) => figures.reduce<readonly number[]>(withFigure, []);

describe("a usual figure", () => {
  test("is not known from fewer than five", () => {
    expect(usualOf(kept([48, 48, 48, 48]))).toBeNull();
    expect(usualOf(kept([48, 47, 50, 49, 46]))).toBe(48);
  });

  test("is not moved by one slip that was approved", () => {
    expect(usualOf(kept([48, 47, 480, 50, 49, 46]))).toBe(48.5);
  });

  test("lies among the last twenty, whatever came before and in whatever order", () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: FIGURES_NEEDED, maxLength: 60 }), (figures) => {
        const last = kept(figures);
        expect(last).toEqual(figures.slice(-FIGURES_KEPT));
        const usual = usualOf(last) ?? 0;
        expect(usual).toBeGreaterThanOrEqual(Math.min(...last));
        expect(usual).toBeLessThanOrEqual(Math.max(...last));
        expect(usualOf([...last].reverse())).toBe(usual);
      }),
    );
  });

  test("learns nothing from zero and from what is no number", () => {
    expect(kept([0, Number.NaN, Number.POSITIVE_INFINITY, 5])).toEqual([5]);
  });

  test("is that of one currency: none named is a unit of its own", () => {
    expect(new Set([moneyUnit("EUR"), moneyUnit("JPY"), moneyUnit(null)]).size).toBe(3);
  });
});
