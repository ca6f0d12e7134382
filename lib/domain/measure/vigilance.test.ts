import { describe, expect, it } from "vitest";

import type { Attended } from "./vigilance";
import { missesTests, reflexOf } from "./vigilance";

function decisions(count: number, one: Attended): readonly Attended[] {
  return Array.from({ length: count }, () => one);
}

const GLANCE = { type: "approve", activeMs: 1_900 };
const READ = { type: "approve", activeMs: 6_200 };
const REJECTED = { type: "reject", activeMs: 1_900 };

describe("a reflex", () => {
  it("is fifty decisions of which more than 97 % approve, read in under four seconds in the middle", () => {
    expect(reflexOf(decisions(50, GLANCE))).toEqual({ decisions: 50, approved: 50, medianMs: 1_900 });
    expect(reflexOf([...decisions(49, GLANCE), REJECTED])).toEqual({ decisions: 50, approved: 49, medianMs: 1_900 });
  });

  it("is not approving much after reading, nor rejecting quickly, nor the first decisions of somebody new", () => {
    expect(reflexOf(decisions(50, READ))).toBeNull();
    expect(reflexOf([...decisions(48, GLANCE), REJECTED, REJECTED])).toBeNull();
    expect(reflexOf(decisions(49, GLANCE))).toBeNull();
  });

  it("ends at four seconds exactly", () => {
    expect(reflexOf(decisions(50, { type: "approve", activeMs: 3_999 }))).not.toBeNull();
    expect(reflexOf(decisions(50, { type: "approve", activeMs: 4_000 }))).toBeNull();
  });

  it("is not claimed where fewer than half of the decisions were measured", () => {
    const unmeasured = { type: "approve", activeMs: null };
    expect(reflexOf([...decisions(25, GLANCE), ...decisions(25, unmeasured)])).not.toBeNull();
    expect(reflexOf([...decisions(24, GLANCE), ...decisions(26, unmeasured)])).toBeNull();
  });
});

describe("missed tests", () => {
  it("are an alarm below nine in ten caught, once there are enough of them", () => {
    expect(missesTests({ shown: 100, caught: 89 })).toBe(true);
    expect(missesTests({ shown: 100, caught: 90 })).toBe(false);
    expect(missesTests({ shown: 22, caught: 19 })).toBe(true);
    expect(missesTests({ shown: 21, caught: 0 })).toBe(false);
  });
});
