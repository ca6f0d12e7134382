import { describe, expect, it } from "vitest";

import { CARD, decisions, painted, press, run } from "../../../test/key-input";
import type { InputEvent } from "./input-events";
import type { InputState, ShownCard } from "./input-state";

describe("a card that is approved by pressing twice", () => {
  const twice: ShownCard = { ...CARD, treatment: "confirm", signableAt: 1500, confirmBy: "twice" };
  const approved = [{ type: "decide", decision: "approve", act: "alternative", card: "prp_1", version: 1 }];
  const up = (key: string, at: number): InputEvent => ({ type: "keyup", key, at });
  const click = (at: number): InputEvent => ({ type: "pressed", at, trusted: true });

  it.each([
    ["its key", [press("a", 5000), up("a", 5050), press("a", 5500)]],
    ["its button", [click(5000), click(5500)]],
    ["Enter on its button", [press("Enter", 5000, { within: "button" }), click(5001), up("Enter", 5050), click(5600)]],
    ["its key and then, however late, its button", [press("a", 5000), up("a", 5050), press("Tab", 60_000), click(90_000)]],
  ] satisfies readonly (readonly [string, readonly InputEvent[]])[])("is approved by %s", (_how, events) => {
    expect(run([...painted(twice), ...events.slice(0, -1)]).intents).toEqual([]);
    expect(run([...painted(twice), ...events]).intents).toEqual(approved);
  });

  it.each([
    ["the key is held", [press("a", 5000), { type: "tick", at: 9000 }]],
    [
      "the button is held",
      [{ type: "press", at: 5000, trusted: true }, { type: "tick", at: 9000 }, { type: "lift", at: 9000 }, click(9001)],
    ],
    ["the second press is the other half of a double click", [click(5000), click(5499)]],
    ["the key bounces", [press("a", 5000), up("a", 5030), press("a", 5060)]],
    [
      "Enter repeats by itself on the button",
      [
        press("Enter", 5000, { within: "button" }),
        click(5001),
        press("Enter", 5600, { repeat: true, within: "button" }),
        click(5601),
      ],
    ],
    ["something else is done in between", [click(5000), press("j", 5300), up("j", 5350), click(5600)]],
    [
      "the window loses its focus in between",
      [click(5000), { type: "inattention" }, { type: "attention", at: 5100 }, click(6000)],
    ],
    ["a sheet was open in between", [click(5000), ...(["other", "nothing"] as const).map(ask), click(5600)]],
    ["it is another card by then", [click(5000), ...painted({ ...twice, id: "prp_2" }).slice(1), click(5600)]],
    ["it is another version by then", [click(5000), ...painted({ ...twice, version: 2 }).slice(1), click(5600)]],
    ["a script presses", [click(5000), { type: "pressed", at: 5600, trusted: false }]],
  ] satisfies readonly (readonly [string, readonly InputEvent[]])[])("is not approved when %s", (_why, events) => {
    expect(decisions(run([...painted(twice), ...events]).intents)).toEqual([]);
  });

  it("waits, once pressed twice, until the server takes it", () => {
    const { state, intents } = run([...painted({ ...twice, signableAt: 7000 }), click(5000), click(5500)]);
    expect(intents).toEqual([]);
    expect(run([{ type: "tick", at: 7000 }], state).intents).toEqual(approved);
  });
});

function ask(asks: InputState["asks"]): InputEvent {
  return { type: "asks", asks, choices: 0 };
}
