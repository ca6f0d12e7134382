import { describe, expect, it } from "vitest";
import { FINE, pastColumns, REJECTED, times } from "../../../test/past-items";
import { policyWith } from "../../../test/policy-builders";
import { judge, knobsOf } from "./replay";
import { confidenceHistogram, forecastsOf, riskCoverage } from "./risk-coverage";
import { rowsOf } from "./what-if";

const ALL = { kind: null, agent: null };

function curveOf(...given: Parameters<typeof pastColumns>) {
  const columns = pastColumns(...given);
  return riskCoverage(columns, judge(columns, knobsOf(policyWith())), rowsOf(columns, ALL));
}

describe("the risk–coverage curve", () => {
  it("takes the least risky items first, so that it rises where risk is told apart", () => {
    const { points } = curveOf([
      ...times(100, { label: REJECTED, fixed: { stakes: 4 } }),
      ...times(300, { label: FINE, fixed: { stakes: 0 } }),
    ]);
    expect(points.find(({ share }) => share >= 0.7)?.rate).toBe(0);
    expect(points.at(-1)).toMatchObject({ share: 1, rate: 0.25, checked: 400 });
  });

  it("holds its rate inside the band, and a narrower one the more was checked", () => {
    const few = curveOf([...times(38, { label: FINE }), ...times(2, { label: REJECTED })]).points.at(-1);
    const many = curveOf([...times(380, { label: FINE }), ...times(20, { label: REJECTED })]).points.at(-1);
    if (few === undefined || many === undefined) throw new Error("both have a last point");
    for (const { low, rate, high } of [few, many]) expect(low < rate && rate < high).toBe(true);
    expect(many.high - many.low).toBeLessThan(few.high - few.low);
  });

  it("has no point where hardly anything was checked", () => {
    expect(curveOf([...times(19, { label: FINE }), ...times(500, {})])).toEqual({ points: [], area: null });
  });
});

describe("declared confidence", () => {
  it("is a forecast where the item was labelled, and counted in bins where it was declared", () => {
    const columns = pastColumns([
      { label: FINE, fixed: { confidence: 0.95 } },
      { label: REJECTED, fixed: { confidence: 1 } },
      { fixed: { confidence: 0.2 } },
      { label: FINE },
    ]);
    const rows = rowsOf(columns, ALL);
    expect(forecastsOf(columns, rows)).toEqual([
      { confidence: 0.95, right: true },
      { confidence: 1, right: false },
    ]);
    expect(confidenceHistogram(columns, rows, 4)).toEqual([1, 0, 0, 2]);
  });
});
