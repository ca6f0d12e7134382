import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrate, calibrated, isotonicFit, type Forecast } from "./calibration";
import { calibrationScore, reliabilityBins } from "./calibration-score";

const forecast = fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() });
const forecasts = fc.array(forecast, { minLength: 1, maxLength: 80 });
const items = (count: number, confidence: number, right: number): Forecast[] =>
  Array.from({ length: count }, (_, index) => ({ confidence, right: index < right }));

describe("the isotonic fit", () => {
  it("pools what falls, and keeps what rises", () => {
    const given: Forecast[] = [
      { confidence: 0.1, right: false },
      { confidence: 0.2, right: true },
      { confidence: 0.3, right: false },
      { confidence: 0.4, right: true },
    ];
    expect(isotonicFit(given)).toEqual([
      { from: 0.1, share: 0, count: 1 },
      { from: 0.2, share: 0.5, count: 2 },
      { from: 0.4, share: 1, count: 1 },
    ]);
  });

  // scikit-learn 1.x, documentation of sklearn.isotonic.isotonic_regression: [5, 3, 1, 2, 8, 10, 7, 9, 6, 4] has this fit; here as tenths of ten.
  it("is the one that scikit-learn publishes", () => {
    const given = [5, 3, 1, 2, 8, 10, 7, 9, 6, 4].flatMap((right, place) => items(10, (place + 1) / 10, right));
    const fit = isotonicFit(given);
    expect(fit.map(({ from, count }) => [from, count])).toEqual([
      [0.1, 40],
      [0.5, 60],
    ]);
    expect(fit[0]?.share).toBeCloseTo(0.275, 12);
    expect(fit[1]?.share).toBeCloseTo(0.733_333_333_333, 11);
  });

  it("rises, loses no item and does not depend on their order", () => {
    fc.assert(
      fc.property(forecasts, (given) => {
        const fit = isotonicFit(given);
        expect(isotonicFit(given.toReversed())).toEqual(fit);
        expect(fit.reduce((sum, { count }) => sum + count, 0)).toBe(given.length);
        expect(fit.every(({ share }, index) => index === 0 || share > (fit[index - 1]?.share ?? 1))).toBe(true);
      }),
    );
  });

  it("comes at least as close as any straight line that rises", () => {
    fc.assert(
      fc.property(forecasts, fc.double({ min: 0, max: 1, noNaN: true }), (given, level) => {
        const fit = isotonicFit(given);
        const error = (guess: (confidence: number) => number) =>
          given.reduce((sum, { confidence, right }) => sum + (guess(confidence) - Number(right)) ** 2, 0);
        const fitted = error((confidence) => fit.findLast(({ from }) => from <= confidence)?.share ?? Number.NaN);
        expect(fitted).toBeLessThanOrEqual(error(() => level) + 1e-9);
        expect(fitted).toBeLessThanOrEqual(error((confidence) => confidence) + 1e-9);
      }),
    );
  });
});

describe("a calibrated figure", () => {
  it("is unknown under 50 labelled items", () => {
    expect(calibrated(calibrate(items(49, 0.9, 49), { right: 49, labelled: 49 }), 0.9)).toBeNull();
  });

  it("is drawn to the kind's base rate below 200, the less the more there are", () => {
    const base = { right: 600, labelled: 1_000 };
    const few = calibrated(calibrate(items(50, 0.95, 30), base), 0.95) ?? 0;
    const more = calibrated(calibrate(items(150, 0.95, 90), base), 0.95) ?? 0;
    expect(few).toBeGreaterThan(0.6);
    expect(more).toBeGreaterThan(few);
    expect(more).toBeLessThan(0.95);
  });

  it("is what the record shows from 200 on", () => {
    const calibration = calibrate([...items(100, 0.7, 60), ...items(100, 0.9, 95)], { right: 155, labelled: 200 });
    expect(calibrated(calibration, 0.9)).toBe(0.95);
    expect(calibrated(calibration, 0.7)).toBe(0.6);
    expect(calibrated(calibration, 0.1)).toBe(0.6);
  });
});

describe("the calibration score", () => {
  it("adds up to its parts", () => {
    fc.assert(
      fc.property(forecasts, (given) => {
        const score = calibrationScore(given);
        if (score === null) throw new Error("there are items");
        expect(score.reliability - score.resolution + score.uncertainty + score.withinBins).toBeCloseTo(score.brier, 10);
      }),
    );
  });

  // scikit-learn 1.x, documentation of sklearn.calibration.calibration_curve.
  it("groups as scikit-learn publishes it", () => {
    const given = [0.1, 0.2, 0.3, 0.4, 0.65, 0.7, 0.8, 0.9, 1].map((confidence, index) => ({ confidence, right: index >= 4 }));
    const bins = reliabilityBins(given, 3);
    expect(bins.map(({ right, count }) => right / count)).toEqual([0, 0.5, 1]);
    for (const [place, mean] of [0.2, 0.525, 0.85].entries()) expect(bins[place]?.declared).toBeCloseTo(mean, 12);
  });

  // scikit-learn 1.x, documentation of sklearn.metrics.brier_score_loss: 0.037 (rounded).
  it("is the Brier score that scikit-learn publishes", () => {
    const [wrong, right] = [false, true];
    const given = [
      { confidence: 0.1, right: wrong },
      { confidence: 0.9, right },
      { confidence: 0.8, right },
      { confidence: 0.3, right: wrong },
    ];
    expect(calibrationScore(given)?.brier).toBeCloseTo(0.0375, 12);
  });

  it("leaves nothing over where every bin holds one figure", () => {
    const score = calibrationScore([...items(10, 0.25, 4), ...items(10, 0.75, 7)]);
    expect(score?.withinBins).toBeCloseTo(0, 12);
    expect(score?.reliability).toBeCloseTo(0.5 * 0.15 ** 2 + 0.5 * 0.05 ** 2, 12);
    expect(score?.ece).toBeCloseTo(0.1, 12);
  });

  it("is unknown without items, and puts certainty into the last bin", () => {
    expect(calibrationScore([])).toBeNull();
    expect(reliabilityBins(items(3, 1, 3)).at(-1)?.count).toBe(3);
  });
});
