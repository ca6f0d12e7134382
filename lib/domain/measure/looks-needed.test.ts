import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { looksNeeded } from "./looks-needed";

describe("the looks that find a share of the errors", () => {
  it("are as many as there are items up to the last error that is wanted", () => {
    const errors = [true, false, true, false, false, true, false];
    expect([0, 1 / 3, 0.5, 2 / 3, 1].map((share) => looksNeeded(errors, share))).toEqual([0, 1, 3, 3, 6]);
  });

  it("are none where there is nothing to find", () => {
    expect([looksNeeded([], 1), looksNeeded([false, false], 1)]).toEqual([0, 0]);
  });

  it("find what was asked, and one look less does not", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), fc.double({ min: 0, max: 1, noNaN: true }), (errors, share) => {
        const [looks, all] = [looksNeeded(errors, share), errors.filter(Boolean).length];
        const found = (of: number) => errors.slice(0, of).filter(Boolean).length;
        expect(found(looks)).toBeGreaterThanOrEqual(all * share - 1e-6);
        if (looks > 0) expect(found(looks - 1)).toBeLessThan(all * share);
      }),
    );
  });
});
