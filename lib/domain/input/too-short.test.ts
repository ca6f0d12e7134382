import { describe, expect, it } from "vitest";

import { CARD, painted, press, run } from "../../../test/key-input";
import type { InputEvent } from "./input-events";
import type { InputState, ShownCard } from "./input-state";

describe("a card that asks to be held", () => {
  const confirm: ShownCard = { ...CARD, treatment: "confirm", signableAt: 1500 };

  it.each([
    ["by key", [press("a", 5000), { type: "keyup", key: "a", at: 5700 }], "tooShort"],
    [
      "by pointer",
      [
        { type: "press", at: 5000, trusted: true },
        { type: "lift", meant: true, at: 5799 },
      ],
      "tooShort",
    ],
    [
      "by a pointer that slides off, which calls it off",
      [
        { type: "press", at: 5000, trusted: true },
        { type: "lift", at: 5700 },
      ],
      null,
    ],
    [
      "where nothing was held",
      [
        { type: "lift", meant: true, at: 5700 },
        { type: "keyup", key: "a", at: 5700 },
      ],
      null,
    ],
    ["before it is armed", [press("a", 1001), { type: "keyup", key: "a", at: 1050 }], null],
    ["while another key is pressed", [press("a", 5000), press("j", 5300), { type: "keyup", key: "a", at: 5400 }], null],
  ] satisfies readonly (readonly [string, readonly InputEvent[], InputState["hint"]])[])(
    "tells whether it was held too shortly, let go of %s",
    (_how, events, hint) => {
      expect(run([...painted(confirm), ...events]).state.hint).toBe(hint);
    },
  );

  it.each([
    ["the server takes it only a little later", 2280, 850],
    ["the server has not confirmed the lease", null, 5000],
  ])("was not held too shortly, but let go of too early, where %s", (_why, signableAt, heldMs) => {
    const card = { ...confirm, signableAt };
    const byKey: InputEvent[] = [press("a", 1250), { type: "keyup", key: "a", at: 1250 + heldMs }];
    const byPointer: InputEvent[] = [
      { type: "press", at: 1250, trusted: true },
      { type: "lift", meant: true, at: 1250 + heldMs },
    ];
    for (const events of [byKey, byPointer]) {
      const { state, intents } = run([...painted(card), ...events]);
      expect(intents).toEqual([]);
      expect(state.hint).toBe("tooEarly");
    }
  });

  it.each([
    ["a key is pressed", press("Tab", 6000)],
    ["the button is held again", { type: "press", at: 6000, trusted: true }],
    ["the pointer goes down anywhere", { type: "pointer", at: 6000 }],
    ["another card is shown", { type: "shown", card: { ...confirm, id: "prp_2" } }],
    ["something else is asked", { type: "asks", asks: "other", choices: 0 }],
    ["the window loses its focus", { type: "inattention" }],
  ] satisfies readonly (readonly [string, InputEvent])[])("was held too shortly until %s", (_until, event) => {
    const { state } = run([...painted(confirm), press("a", 5000), { type: "keyup", key: "a", at: 5700 }]);
    const drawnAnew: InputEvent[] = [
      { type: "shown", card: { ...confirm } },
      { type: "tick", at: 5900 },
      { type: "pointer", at: null },
    ];
    expect(run(drawnAnew, state).state.hint).toBe("tooShort");
    expect(run([...drawnAnew, event], state).state.hint).toBeNull();
  });
});
