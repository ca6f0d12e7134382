import { describe, expect, it } from "vitest";
import { horvitzThompson } from "./weighted-count";

describe("an estimate from sampled items", () => {
  it("counts each found item as many as it stands for", () => {
    expect(
      horvitzThompson([
        { count: 3, weight: 1 },
        { count: 2, weight: 20 },
      ]).total,
    ).toBe(43);
  });

  it("has the exact Poisson interval where everything was looked at", () => {
    // Garwood's interval for 3: 0.6187 to 8.7673 (Fay and Feuer's reduces to it).
    const { low, high } = horvitzThompson([{ count: 3, weight: 1 }]);
    expect(low).toBeCloseTo(0.61867, 4);
    expect(high).toBeCloseTo(8.76727, 4);
  });

  it("does not take nothing found in a sample for nothing there", () => {
    const { total, low, high } = horvitzThompson([{ count: 0, weight: 20 }]);
    expect([total, low]).toEqual([0, 0]);
    expect(high).toBeCloseTo(20 * 3.68888, 3);
  });

  it("is nothing where nothing could be found", () => {
    expect(horvitzThompson([])).toEqual({ total: 0, low: 0, high: 0 });
  });
});
