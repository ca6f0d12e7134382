import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { TREATMENTS } from "../words";
import { DEFAULT_KEYS } from "./key-map";
import type { InputEvent, InputState, Intent, ShownCard } from "./key-reducer";
import { ARMED_AFTER_FOCUS_MS, ARMED_AFTER_PAINT_MS, HOLD_MS, INITIAL_INPUT, cardKey, reduceInput } from "./key-reducer";

const CARD: ShownCard = { id: "prp_1", version: 1, treatment: "review", regulated: false, decidable: true };

function press(key: string, at: number, more: Partial<Extract<InputEvent, { type: "keydown" }>> = {}): InputEvent {
  return {
    type: "keydown",
    key,
    at,
    repeat: false,
    composing: false,
    trusted: true,
    modified: false,
    shift: false,
    within: "page",
    ...more,
  };
}

function run(events: readonly InputEvent[], from: InputState = INITIAL_INPUT): { state: InputState; intents: readonly Intent[] } {
  const intents: Intent[] = [];
  let state = from;
  for (const event of events) {
    const reduced = reduceInput(state, event, DEFAULT_KEYS);
    state = reduced.state;
    if (reduced.intent !== null) intents.push(reduced.intent);
  }
  return { state, intents };
}

function painted(card: ShownCard): readonly InputEvent[] {
  return [
    { type: "attention", at: 0 },
    { type: "shown", card },
    { type: "painted", card: cardKey(card), at: 1000 },
  ];
}

const ARMED_AT = 1000 + ARMED_AFTER_PAINT_MS;
const decisions = (intents: readonly Intent[]): readonly Intent[] => intents.filter((intent) => intent.type === "decide");

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
  const confirm: ShownCard = { ...CARD, treatment: "confirm" };

  it("is approved after A was down for 0.8 s", () => {
    const { intents } = run([...painted(confirm), press("a", 5000), { type: "tick", at: 5000 + HOLD_MS }]);
    expect(intents).toEqual([{ type: "decide", decision: "approve", act: "hold", card: "prp_1", version: 1 }]);
  });

  it("is not approved when A comes up early", () => {
    const events: InputEvent[] = [press("a", 5000), { type: "keyup", key: "a", at: 5700 }, { type: "tick", at: 5900 }];
    expect(run([...painted(confirm), ...events]).intents).toEqual([]);
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

  it("is approved with Shift+A by those who cannot hold", () => {
    const { intents } = run([...painted(confirm), press("A", 5000, { shift: true })]);
    expect(intents).toMatchObject([{ type: "decide", act: "alternative" }]);
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

describe("any sequence of input", () => {
  const cards = fc.record({
    id: fc.constantFrom("prp_1", "prp_2", "prp_3"),
    version: fc.integer({ min: 1, max: 2 }),
    treatment: fc.constantFrom(...TREATMENTS),
    regulated: fc.boolean(),
    decidable: fc.boolean(),
  });
  const key = fc.constantFrom("a", "r", "A", "Enter", " ", "j", "y", "e");
  const event = fc.oneof(
    cards.map((card) => ({ type: "shown" as const, card, gap: 0 })),
    cards.map((card) => ({ type: "painted" as const, card: cardKey(card), gap: 0 })),
    fc.constant({ type: "attention" as const }),
    fc.constant({ type: "inattention" as const }),
    fc.record({
      type: fc.constant("keydown" as const),
      key,
      repeat: fc.boolean(),
      composing: fc.boolean(),
      trusted: fc.boolean(),
      modified: fc.boolean(),
      shift: fc.boolean(),
      within: fc.constantFrom("page" as const, "field" as const, "dialog" as const, "button" as const),
    }),
    key.map((name) => ({ type: "keyup" as const, key: name })),
    fc.constant({ type: "tick" as const }),
  );

  it("decides only the painted card, armed, by a fresh trusted key or a full hold", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.integer({ min: 0, max: 900 })), { maxLength: 60 }), (steps) => {
        let state = INITIAL_INPUT;
        let at = 0;
        for (const [step, gap] of steps) {
          at += gap;
          const full: InputEvent = step.type === "shown" || step.type === "inattention" ? step : { ...step, at };
          const before = state;
          const reduced = reduceInput(state, full, DEFAULT_KEYS);
          state = reduced.state;
          const { intent } = reduced;
          if (intent?.type !== "decide") continue;
          expect(before.card).toMatchObject({ id: intent.card, version: intent.version, decidable: true });
          expect(at - (before.paintedAt ?? Infinity)).toBeGreaterThanOrEqual(ARMED_AFTER_PAINT_MS);
          expect(at - (before.attentiveSince ?? Infinity)).toBeGreaterThanOrEqual(ARMED_AFTER_FOCUS_MS);
          if (full.type === "keydown") {
            expect(full).toMatchObject({ repeat: false, composing: false, trusted: true, modified: false });
            expect(["page", "button"]).toContain(full.within);
            expect(full.key.toLowerCase()).toBe(intent.decision === "approve" ? "a" : "r");
            if (intent.decision === "approve") expect(before.card?.treatment === "confirm").toBe(full.shift);
          } else {
            expect(full.type).toBe("tick");
            expect(before.card?.treatment).toBe("confirm");
            expect(at - (before.hold?.since ?? Infinity)).toBeGreaterThanOrEqual(HOLD_MS);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
