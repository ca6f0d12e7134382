import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Touch } from "./swipe";
import { SWIPES, EDGE_PX, THRESHOLD, swipeOf } from "./swipe";

const touch = (more: Partial<Touch>): Touch => ({
  startX: 180,
  startY: 300,
  x: 180,
  y: 300,
  width: 360,
  windowWidth: 360,
  ...more,
});

describe("a card that is pushed aside", () => {
  it("decides from 40 % of its width on, in the direction that the person chose", () => {
    expect(swipeOf(touch({ x: 180 + 144 }), "approve_right").decides).toBe("approve");
    expect(swipeOf(touch({ x: 180 + 143 }), "approve_right")).toMatchObject({ decides: null, towards: "approve" });
    expect(swipeOf(touch({ x: 180 - 144 }), "approve_right").decides).toBe("reject");
    expect(swipeOf(touch({ x: 180 - 144 }), "approve_left").decides).toBe("approve");
    expect(swipeOf(touch({ x: 180 + 144 }), "off").decides).toBeNull();
  });

  it("is ignored from the edges, where the system has its own gestures, and while it scrolls", () => {
    expect(swipeOf(touch({ startX: EDGE_PX - 1, x: 300 }), "approve_right")).toMatchObject({ decides: null, progress: 0 });
    expect(swipeOf(touch({ startX: 360 - EDGE_PX + 1, x: 60 }), "approve_right")).toMatchObject({ decides: null, progress: 0 });
    expect(swipeOf(touch({ x: 330, y: 500 }), "approve_right").towards).toBeNull();
  });

  it("never decides under the threshold, near an edge, or when switched off", () => {
    const position = fc.integer({ min: -50, max: 500 });
    fc.assert(
      fc.property(
        fc.record({ startX: position, startY: position, x: position, y: position, width: position, windowWidth: position }),
        fc.constantFrom(...SWIPES),
        (given, preference) => {
          const { decides } = swipeOf(given, preference);
          if (decides === null) return;
          expect(preference).not.toBe("off");
          expect(Math.abs(given.x - given.startX)).toBeGreaterThanOrEqual(given.width * THRESHOLD);
          expect(given.startX).toBeGreaterThanOrEqual(EDGE_PX);
          expect(given.startX).toBeLessThanOrEqual(given.windowWidth - EDGE_PX);
        },
      ),
    );
  });
});
