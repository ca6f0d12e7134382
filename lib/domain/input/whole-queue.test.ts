import { expect, it } from "vitest";

import { CARD, painted, press, run } from "../../../test/key-input";
import type { InputEvent } from "./input-events";
import type { ShownCard } from "./input-state";
import { ARMED_AFTER_PAINT_MS, INITIAL_INPUT } from "./input-state";

const QUEUE = 100;
/** From one card to the next. */
const STEP_MS = 2_000;
const POINTERS: ReadonlySet<InputEvent["type"]> = new Set(["press", "pressed", "lift", "chosen", "swiped"]);

/** Whoever works through a queue by keyboard: every fifth card is rejected with a reason, every seventh is held, the others take one key. */
function sitting(): readonly { readonly card: ShownCard; readonly events: readonly InputEvent[] }[] {
  return Array.from({ length: QUEUE }, (_, place) => {
    const at = 1_000 + place * STEP_MS;
    const treatment = place % 7 === 3 ? "confirm" : "review";
    const card: ShownCard = { ...CARD, id: `prp_${String(place)}`, treatment, signableAt: at };
    const [rejects, when] = [place % 5 === 4, at + ARMED_AFTER_PAINT_MS];
    const up = (key: string, later: number): InputEvent => ({ type: "keyup", key, at: when + later });
    const shown = painted(card).map((event) => ("at" in event ? { ...event, at: event.type === "painted" ? at : 0 } : event));
    if (rejects && treatment === "review") {
      const reason: InputEvent = { type: "asks", asks: "reason_after", choices: 6 };
      return { card, events: [...shown, press("r", when), up("r", 10), reason, press("2", when + 400), up("2", 410)] };
    }
    if (treatment === "review") return { card, events: [...shown, press("a", when), up("a", 10)] };
    return { card, events: [...shown, press("a", when), { type: "tick", at: when + 900 }, up("a", 910)] };
  });
}

it("a queue of 100 is finished by keyboard alone: one key approves, two reject with a reason, and each card is decided once", () => {
  let state = INITIAL_INPUT;
  const decided: string[] = [];
  const keys = { review: 0, rejected: 0, confirm: 0 };
  for (const { card, events } of sitting()) {
    expect(events.some(({ type }) => POINTERS.has(type))).toBe(false);
    const { intents, state: after } = run(events, state);
    state = after;
    const made = intents.filter((intent) => intent.type === "decide");
    expect(made, card.id).toHaveLength(1);
    expect(made[0]?.card).toBe(card.id);
    decided.push(card.id);
    const pressed = events.filter(({ type }) => type === "keydown").length;
    if (made[0]?.decision === "reject") {
      expect(intents.at(-1)).toEqual({ type: "pick", choice: 1 });
      keys.rejected = Math.max(keys.rejected, pressed);
    } else if (card.treatment === "confirm") keys.confirm = Math.max(keys.confirm, pressed);
    else keys.review = Math.max(keys.review, pressed);
  }
  expect(new Set(decided).size).toBe(QUEUE);
  expect(keys).toEqual({ review: 1, rejected: 2, confirm: 1 });
});
