import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { SILENCE_MS, activeMs, startedAt, withLeaving, withSign } from "./active-time";

describe("active time", () => {
  it("is the time since the card was there while the person gives signs", () => {
    expect(activeMs(withSign(startedAt(0, true), 5_000), 9_000)).toBe(9_000);
  });

  it("counts thirty seconds of a silence and no more", () => {
    expect(activeMs(withSign(startedAt(0, true), 600_000), 600_500)).toBe(SILENCE_MS + 500);
  });

  it("leaves out the time away", () => {
    const away = withLeaving(startedAt(0, true), 4_000);
    expect(activeMs(away, 900_000)).toBe(4_000);
    expect(activeMs(withSign(away, 900_000), 901_000)).toBe(5_000);
  });

  it("is nothing before the person has come", () => {
    expect(activeMs(startedAt(0, false), 60_000)).toBe(0);
  });

  it("never runs backwards and never exceeds the time that passed", () => {
    const step = fc.tuple(fc.constantFrom("sign", "leave"), fc.integer({ min: 0, max: 90_000 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let [time, at, before] = [startedAt(0, true), 0, 0];
        for (const [what, gap] of steps) {
          at += gap;
          time = what === "sign" ? withSign(time, at) : withLeaving(time, at);
          const now = activeMs(time, at);
          expect(now).toBeGreaterThanOrEqual(before);
          expect(now).toBeLessThanOrEqual(at);
          before = now;
        }
      }),
    );
  });
});
