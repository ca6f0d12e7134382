import { describe, expect, it } from "vitest";

import { CARD, painted, press, run } from "../../../test/key-input";
import type { InputEvent } from "./input-events";
import type { ShownCard } from "./input-state";

describe("a card that asks to be held", () => {
  const confirm: ShownCard = { ...CARD, treatment: "confirm", signableAt: 1500 };

  it.each([
    ["by key", [press("a", 5000), { type: "keyup", key: "a", at: 5700 }], true],
    [
      "by pointer",
      [
        { type: "press", at: 5000, trusted: true },
        { type: "lift", meant: true },
      ],
      true,
    ],
    ["by a pointer that slides off, which calls it off", [{ type: "press", at: 5000, trusted: true }, { type: "lift" }], false],
    [
      "where nothing was held",
      [
        { type: "lift", meant: true },
        { type: "keyup", key: "a", at: 5700 },
      ],
      false,
    ],
    ["before it is armed", [press("a", 1001), { type: "keyup", key: "a", at: 1050 }], false],
    ["while another key is pressed", [press("a", 5000), press("j", 5300), { type: "keyup", key: "a", at: 5400 }], false],
  ] satisfies readonly (readonly [string, readonly InputEvent[], boolean])[])(
    "tells whether it was held too shortly, let go of %s",
    (_how, events, short) => {
      expect(run([...painted(confirm), ...events]).state.tooShort).toBe(short);
    },
  );

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
    expect(run(drawnAnew, state).state.tooShort).toBe(true);
    expect(run([...drawnAnew, event], state).state.tooShort).toBe(false);
  });
});
