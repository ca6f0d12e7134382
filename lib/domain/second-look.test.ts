import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { aState } from "../../test/builders";
import { auditRateOf, beforeLook, drawText, isDrawn, waitsForLook } from "./second-look";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("the chance of an audit", () => {
  it.each([
    [0.05, null, 0.05],
    [0.001, null, 0.001],
    [0.001, 100_000, 0.01],
    [0.001, 1_000, 0.03],
    [0.05, 1_000_000, 0.05],
    [0.001, 30, 1],
    [0.001, 0, 1],
  ])("of a share %s in a cell that runs %s times a month is %s", (share, monthly, rate) => {
    expect(auditRateOf(share, monthly)).toBeCloseTo(rate, 12);
  });

  it("never undercuts 1 % or 30 a month in a graduated cell", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 10_000_000 }), (share, monthly) => {
        const rate = auditRateOf(share, monthly);
        expect(rate).toBeLessThanOrEqual(1);
        expect(rate).toBeGreaterThanOrEqual(0.01);
        expect(rate * monthly).toBeGreaterThanOrEqual(Math.min(monthly, 30) - 1e-9);
      }),
    );
  });
});

describe("a draw", () => {
  it("is the same whenever it is made, and takes as many as its rate says", () => {
    const drawn = Array.from({ length: 20_000 }, (_, index) => isDrawn(sha256(drawText("key", "audit", String(index))), 0.05));
    const again = Array.from({ length: 20_000 }, (_, index) => isDrawn(sha256(drawText("key", "audit", String(index))), 0.05));
    expect(again).toEqual(drawn);
    // Five standard deviations of a binomial of 20,000 at 5 %.
    expect(Math.abs(drawn.filter(Boolean).length - 1_000)).toBeLessThan(155);
  });

  it("cannot be told from the id alone: another key draws others", () => {
    const ids = Array.from({ length: 2_000 }, (_, index) => String(index));
    const by = (key: string): readonly string[] => ids.filter((id) => isDrawn(sha256(drawText(key, "audit", id)), 0.5));
    const [one, other] = [new Set(by("a")), by("b")];
    const common = other.filter((id) => one.has(id)).length;
    expect(Math.abs(common - 500)).toBeLessThan(100);
  });

  it("at rate 1 takes everything, at rate 0 nothing, and what is no hash is drawn", () => {
    fc.assert(fc.property(fc.string(), (text) => isDrawn(sha256(text), 1) && !isDrawn(sha256(text), 0)));
    expect(isDrawn("?", 0)).toBe(true);
  });

  it("at a higher rate takes all that a lower one takes", () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.string(), rate, rate, (text, a, b) => {
        const hash = sha256(text);
        return !isDrawn(hash, Math.min(a, b)) || isDrawn(hash, Math.max(a, b));
      }),
    );
  });
});

describe("an open second look", () => {
  it("is one at something that has run, not a missing second signature", () => {
    expect(waitsForLook({ queue: "second_look", state: { status: "approved", decision: null } })).toBe(true);
    expect(waitsForLook({ queue: "second_look", state: { status: "pending", decision: null } })).toBe(false);
    expect(waitsForLook({ queue: "done", state: { status: "approved", decision: null } })).toBe(false);
  });

  it("shows nothing of how it ran", () => {
    const ran = { ...aState(), status: "approved", outcome: { status: "failed", at: 9, detail: "card declined" } } as const;
    for (const delivery of ["delivered", "redeemed", "succeeded", "failed", "unknown", "reverted"] as const) {
      const { outcome: _outcome, ...without } = ran;
      expect(beforeLook("audit", { ...ran, delivery, redeemedAt: 5 })).toEqual(
        beforeLook("audit", { ...without, outcome: null, delivery: "delivered", redeemedAt: null }),
      );
    }
  });
});
