import { describe, expect, it } from "vitest";

import { CARD, decisions, painted, press, run } from "../../../test/key-input";
import type { InputEvent } from "./input-events";
import type { ShownCard } from "./input-state";
import {
  ARMED_AFTER_FOCUS_MS,
  ARMED_AFTER_PAINT_MS,
  HOLD_MS,
  POINTER_AFTER_FOCUS_MS,
  cardKey,
  isClickArmed,
} from "./input-state";
import { DEFAULT_KEYS } from "./key-map";
import { reduceInput } from "./key-reducer";

const ARMED_AT = 1000 + ARMED_AFTER_PAINT_MS;

describe("keys on a card under review", () => {
  it("approve with A once the card is armed", () => {
    const { intents } = run([...painted(CARD), press("a", ARMED_AT)]);
    expect(intents).toEqual([{ type: "decide", decision: "approve", act: "key", card: "prp_1", version: 1 }]);
  });

  it.each([
    ["the card is not yet painted", [{ type: "attention", at: 0 }, { type: "shown", card: CARD }, press("a", 5000)]],
    ["the card was painted less than 250 ms ago", [...painted(CARD), press("a", ARMED_AT - 1)]],
    [
      "another version is on screen than was painted",
      [...painted({ ...CARD, version: 2 }).slice(0, 2), { type: "painted", card: cardKey(CARD), at: 1000 }, press("a", 5000)],
    ],
    [
      "the window regained focus less than 600 ms ago",
      [...painted(CARD), { type: "attention", at: 4000 }, press("a", 4000 + ARMED_AFTER_FOCUS_MS - 1)],
    ],
    ["the window has no focus", [...painted(CARD), { type: "inattention" }, press("a", 5000)]],
    ["the key repeats by itself", [...painted(CARD), press("a", 5000, { repeat: true })]],
    ["text is being composed", [...painted(CARD), press("a", 5000, { composing: true })]],
    ["a modifier is down", [...painted(CARD), press("a", 5000, { modified: true })]],
    ["the focus is in a field", [...painted(CARD), press("a", 5000, { within: "field" })]],
    ["a dialog is open", [...painted(CARD), press("a", 5000, { within: "dialog" })]],
    ["a script made the event", [...painted(CARD), press("a", 5000, { trusted: false })]],
    ["the connection is lost", [...painted({ ...CARD, decidable: false }), press("a", 5000)]],
    ["the key has been down since before the card", [...painted(CARD), press("a", 1001), press("a", 5000)]],
    ["it is Enter", [...painted(CARD), press("Enter", 5000)]],
    ["it is Space", [...painted(CARD), press(" ", 5000)]],
    ["this person may not sign it", [...painted({ ...CARD, approvable: false }), press("a", 5000)]],
    ["a sheet is open", [...painted(CARD), { type: "asks", asks: "other", choices: 0 }, press("a", 5000)]],
  ] satisfies readonly (readonly [string, readonly InputEvent[]])[])("decide nothing when %s", (_why, events) => {
    expect(decisions(run(events).intents)).toEqual([]);
  });

  it("decide a card once, however often they are pressed", () => {
    const again: InputEvent[] = [
      press("a", 5000),
      { type: "keyup", key: "a", at: 5010 },
      press("a", 5400),
      { type: "keyup", key: "a", at: 5410 },
      press("r", 5800),
    ];
    expect(decisions(run([...painted(CARD), ...again]).intents)).toHaveLength(1);
  });

  it("never decide by Enter or Space, even when somebody maps them to approve", () => {
    const keys = DEFAULT_KEYS.map((binding) => (binding.command === "approve" ? { ...binding, key: "Enter" } : binding));
    const { state } = run(painted(CARD));
    expect(reduceInput(state, press("Enter", 5000), keys).intent).toBeNull();
  });
});

describe("a card that asks to be held", () => {
  const confirm: ShownCard = { ...CARD, treatment: "confirm", signableAt: 1500 };
  const approved = (act: string) => [{ type: "decide", decision: "approve", act, card: "prp_1", version: 1 }];

  it("is approved after A was down for 0.8 s", () => {
    const { intents } = run([...painted(confirm), press("a", 5000), { type: "tick", at: 5000 + HOLD_MS }]);
    expect(intents).toEqual(approved("hold"));
  });

  it("can be held from the moment it is armed, and is sent when the server takes it: the waits overlap", () => {
    const late: ShownCard = { ...confirm, signableAt: 2300 };
    const { state, intents } = run([...painted(late), press("a", ARMED_AT), { type: "tick", at: ARMED_AT + HOLD_MS }]);
    expect(intents).toEqual([]);
    expect(run([{ type: "tick", at: 2300 }], state).intents).toEqual(approved("hold"));
  });

  it("waits for its lease with the key held, and is sent once the lease has said when", () => {
    const { state, intents } = run([...painted({ ...confirm, signableAt: null }), press("a", 5000), { type: "tick", at: 7000 }]);
    expect(intents).toEqual([]);
    expect(
      run(
        [
          { type: "shown", card: { ...confirm, signableAt: 7100 } },
          { type: "tick", at: 7100 },
        ],
        state,
      ).intents,
    ).toEqual(approved("hold"));
  });

  it.each([
    ["A comes up early", [press("a", 5000), { type: "keyup", key: "a", at: 5700 }]],
    ["another key is pressed meanwhile", [press("a", 5000), press("j", 5300)]],
    ["the window loses its focus", [press("a", 5000), { type: "inattention" }]],
    ["a sheet opens meanwhile", [press("a", 5000), { type: "asks", asks: "other", choices: 0 }]],
    [
      "the pointer slides off",
      [
        { type: "press", at: 5000, trusted: true },
        { type: "lift", at: 5100 },
      ],
    ],
    ["a script presses", [{ type: "press", at: 5000, trusted: false }]],
    [
      "the pointer was down before the card was armed",
      [
        { type: "attention", at: 4500 },
        { type: "press", at: 5000, trusted: true },
      ],
    ],
  ] satisfies readonly (readonly [string, readonly InputEvent[]])[])("is not approved when %s", (_why, events) => {
    expect(decisions(run([...painted(confirm), ...events, { type: "tick", at: 5900 }]).intents)).toEqual([]);
  });

  it("is not approved when another card takes its place under the held key", () => {
    const other: ShownCard = { ...confirm, id: "prp_2" };
    const events: InputEvent[] = [
      press("a", 5000),
      { type: "shown", card: other },
      { type: "painted", card: cardKey(other), at: 5300 },
      { type: "tick", at: 5900 },
    ];
    expect(run([...painted(confirm), ...events]).intents).toEqual([]);
  });

  it("is approved by a pointer that was down for 0.8 s", () => {
    const { intents } = run([...painted(confirm), { type: "press", at: 5000, trusted: true }, { type: "tick", at: 5800 }]);
    expect(intents).toEqual(approved("hold"));
  });

  it("is approved with Shift+A, by those who cannot hold, as soon as the server takes it", () => {
    expect(run([...painted(confirm), press("A", 5000, { shift: true })]).intents).toEqual(approved("alternative"));
    const early: InputEvent[] = [
      press("A", 5000, { shift: true }),
      { type: "keyup", key: "a", at: 5100 },
      { type: "tick", at: 5600 },
    ];
    expect(run([...painted({ ...confirm, signableAt: 5500 }), ...early]).intents).toEqual(approved("alternative"));
  });
});

describe("a click", () => {
  const armedAt = ARMED_AT + POINTER_AFTER_FOCUS_MS;
  const clicked = (events: readonly InputEvent[], at: number, times = 1) =>
    isClickArmed(run([...painted(CARD), ...events]).state, at, times);
  const down = (at: number | null): InputEvent => ({ type: "pointer", at });

  it("decides where the card was armed when the pointer went down, and when it came up", () => {
    expect(clicked([down(armedAt)], armedAt + 100)).toBe(true);
    expect(clicked([down(armedAt)], ARMED_AT - 1)).toBe(false);
  });

  it("does not decide where the pointer went down on the card before, however late it came up", () => {
    const next: ShownCard = { ...CARD, id: "prp_2" };
    const events: InputEvent[] = [
      down(armedAt),
      { type: "shown", card: next },
      { type: "painted", card: cardKey(next), at: armedAt + 1000 },
    ];
    expect(clicked(events, armedAt + 9000)).toBe(false);
    expect(clicked([...events, down(armedAt + 9000)], armedAt + 9100)).toBe(true);
  });

  it("decides where no pointer went down for it, as with assistive technology", () => {
    expect(clicked([down(1), down(null)], armedAt)).toBe(true);
  });

  it("decides nothing as the second half of a double click, however long the card has been armed", () => {
    expect(clicked([down(armedAt + 9000)], armedAt + 9050, 2)).toBe(false);
    expect(clicked([down(armedAt + 9000)], armedAt + 9050, 3)).toBe(false);
  });

  it("is the second of two presses that are one act, also where a slow double click counts them as one", () => {
    const twice: ShownCard = { ...CARD, treatment: "confirm", signableAt: 1000, confirmBy: "twice" };
    const first: InputEvent = { type: "pressed", at: armedAt + 9000, trusted: true };
    const { state } = run([...painted(twice), first, down(armedAt + 9600)]);
    expect(state.firstPress).not.toBeNull();
    expect(isClickArmed(state, armedAt + 9700, 2)).toBe(true);
  });
});

describe("a rejection that counts only with its reason", () => {
  const confirm: ShownCard = { ...CARD, treatment: "confirm", signableAt: 1500 };
  const asked: InputEvent[] = [...painted(confirm), press("r", 5000), { type: "asks", asks: "reason_first", choices: 5 }];

  it("asks first, and rejects with the reason that is picked", () => {
    const { intents } = run([...asked, press("2", 5400)]);
    expect(intents).toEqual([
      { type: "open_rejection", card: "prp_1", version: 1 },
      { type: "decide", decision: "reject", act: "key", card: "prp_1", version: 1, choice: 1 },
    ]);
  });

  it.each([
    ["a place without a reason", press("6", 5400)],
    ["a digit typed into the strip's own field", press("2", 5400, { within: "field" })],
    ["another decision", press("a", 5400)],
    ["Enter", press("Enter", 5400)],
  ] satisfies readonly (readonly [string, InputEvent])[])("is not decided by %s", (_what, event) => {
    expect(decisions(run([...asked, event]).intents)).toEqual([]);
  });

  it("is left with Escape, from the strip's own field as well", () => {
    expect(run([...asked, press("Escape", 5400, { within: "field" })]).intents.at(-1)).toEqual({
      type: "command",
      command: "dismiss",
    });
  });
});

describe("Escape where nothing is asked", () => {
  const escape = (within: "page" | "field" | "dialog") => run([...painted(CARD), press("Escape", 5000, { within })]).intents;

  it("leads back, which is for the screen to know", () => {
    expect(escape("page")).toEqual([{ type: "command", command: "dismiss" }]);
  });

  it("is the field's own in a field, and the sheet's own over a sheet", () => {
    expect([...escape("field"), ...escape("dialog")]).toEqual([]);
    const sheet: InputEvent[] = [...painted(CARD), { type: "asks", asks: "other", choices: 0 }, press("Escape", 5000)];
    expect(run(sheet).intents).toEqual([]);
  });
});

describe("a rejection whose reason follows", () => {
  it("takes the reason by digit while the next card stays decidable", () => {
    const events: InputEvent[] = [{ type: "asks", asks: "reason_after", choices: 6 }, press("1", 5000), press("a", 5400)];
    expect(run([...painted(CARD), ...events]).intents).toMatchObject([{ type: "pick", choice: 0 }, { decision: "approve" }]);
  });
});

describe("a card that two people sign, or that is regulated", () => {
  it.each([
    { ...CARD, treatment: "two_person" as const },
    { ...CARD, regulated: true },
  ])("asks before it approves", (card) => {
    expect(run([...painted(card), press("a", 5000)]).intents).toEqual([{ type: "open_approval", card: "prp_1", version: 1 }]);
  });
});
