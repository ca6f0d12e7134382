import { describe, expect, it } from "vitest";

import { canaryRate, cures, kindOfTest, mayFollow } from "./serving";

const HOUR = 3_600_000;

describe("tests of the reviewers", () => {
  it("are one in ten of the first hundred decisions, and then 3 to 5 %", () => {
    expect([0, 99].map((decisions) => canaryRate(decisions, false))).toEqual([0.1, 0.1]);
    expect([100, 5_000].map((decisions) => canaryRate(decisions, false))).toEqual([0.04, 0.04]);
  });

  it("are one in ten again for whoever decided without reading", () => {
    expect([0, 100, 5_000].map((decisions) => canaryRate(decisions, true))).toEqual([0.1, 0.1, 0.1]);
  });

  it("are of every kind alike often, and of one that too few have been seen of yet twice as often", () => {
    const kinds = [
      { kind: "payment", shown: 22 },
      { kind: "sql", shown: 21 },
    ] as const;
    expect(Array.from({ length: 6 }, (_, seed) => kindOfTest(kinds, seed))).toEqual([
      ...["payment", "sql", "sql", "payment", "sql", "sql"],
    ]);
    expect(kindOfTest([], 7)).toBeNull();
  });

  it("never follow each other: whoever had the last one decides something real first, or half a day has passed", () => {
    expect(mayFollow(null, 0, 0)).toBe(true);
    expect(mayFollow({ decidedAt: null }, 9, HOUR)).toBe(false);
    expect(mayFollow({ decidedAt: HOUR }, 0, 2 * HOUR)).toBe(false);
    expect(mayFollow({ decidedAt: HOUR }, 1, 2 * HOUR)).toBe(true);
    expect(mayFollow({ decidedAt: HOUR }, 0, 13 * HOUR)).toBe(true);
  });

  it("are caught by an edit that puts right all that was wrong, whatever else it changes", () => {
    const [was, test] = [
      { amount: "48.00", to: "a" },
      { amount: "480.00", to: "a", bcc: "x" },
    ];
    expect(cures(was, test, { amount: "48.00", to: "b" })).toBe(true);
    expect(cures(was, test, { amount: "48.00", to: "a", bcc: "x" })).toBe(false);
    expect(cures(was, test, { amount: "50.00", to: "a" })).toBe(false);
    expect(cures(was, was, was)).toBe(false);
  });
});
