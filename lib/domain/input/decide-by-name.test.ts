import { describe, expect, it } from "vitest";

import { CARD, run } from "../../../test/key-input";
import type { InputEvent } from "./input-events";
import type { ShownCard } from "./input-state";
import { ARMED_AFTER_PAINT_MS, HOLD_MS, cardKey } from "./input-state";

const LOW: ShownCard = { ...CARD, signableAt: 0 };

/** What it leads to, now and later, that a decision is chosen by its name on a card that was armed before the palette opened. */
function chosen(change: Partial<ShownCard>, decision: "approve" | "reject") {
  const card = { ...LOW, ...change };
  const [openedAt, at] = [ARMED_AFTER_PAINT_MS, 2 * ARMED_AFTER_PAINT_MS];
  const events: readonly InputEvent[] = [
    { type: "attention", at: -10 * HOLD_MS },
    { type: "shown", card },
    { type: "painted", card: cardKey(card), at: 0 },
    { type: "asks", asks: "other", choices: 0 },
    { type: "chosen", decision, at, openedAt, trusted: true },
    { type: "asks", asks: "nothing", choices: 0 },
    { type: "tick", at: at + 10 * HOLD_MS },
  ];
  return run(events).intents;
}

describe("a decision that is chosen by its name in the palette", () => {
  it.each(["approve", "reject"] as const)("is made at once where the stakes are low: %s", (decision) => {
    expect(chosen({}, decision)).toEqual([{ type: "decide", decision, act: "key", card: "prp_1", version: 1 }]);
  });

  it("is left to the card where it is held, or where more is at stake", () => {
    expect(chosen({ treatment: "confirm", tier: "T2" }, "approve")).toEqual([]);
    expect(chosen({ tier: "T2" }, "approve")).toEqual([]);
    expect(chosen({ tier: "T3" }, "reject")).toEqual([]);
  });

  it("opens the question where a value, a meaning or a reason is asked for", () => {
    expect(chosen({ treatment: "two_person", tier: "T3" }, "approve")).toMatchObject([{ type: "open_approval" }]);
    expect(chosen({ regulated: true }, "approve")).toMatchObject([{ type: "open_approval" }]);
    expect(chosen({ treatment: "confirm", tier: "T2" }, "reject")).toMatchObject([{ type: "open_rejection" }]);
  });
});
