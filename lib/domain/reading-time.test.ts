import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { isTooFast } from "./reading-time";

/** Swapping, orienting, one judgement, one glance and one key: no reading in it. */
const NO_READING = 2.43;

describe("a decision that was too fast", () => {
  it("took less than 1.2 s, however little there was to read", () => {
    expect([1_199, 1_200].map((activeMs) => isTooFast(activeMs, NO_READING))).toEqual([true, false]);
  });

  it("took less than 0.35 of the time that is reading, not of the time that the act takes", () => {
    // 9.8 s: 7.37 s of reading, 35 % of which are 2.58 s; of the whole they would be 3.43 s.
    expect([2_570, 2_590].map((activeMs) => isTooFast(activeMs, 9.8))).toEqual([true, false]);
  });

  it("is not supposed where nothing was measured", () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 600, noNaN: true }), (predicted) => !isTooFast(null, predicted)));
  });

  it("is never made good by more to read", () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.nat(600), fc.nat(600), (activeMs, one, more) => {
        fc.pre(isTooFast(activeMs, one));
        expect(isTooFast(activeMs, one + more)).toBe(true);
      }),
    );
  });
});
