import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { TIERS, TREATMENTS } from "../words";
import type { InputState } from "./input-state";
import {
  ARMED_AFTER_FOCUS_MS,
  ARMED_AFTER_PAINT_MS,
  CONFIRM_BY,
  HOLD_MS,
  INITIAL_INPUT,
  TWICE_APART_MS,
  cardKey,
} from "./input-state";
import { DEFAULT_KEYS } from "./key-map";
import type { InputEvent, Intent } from "./key-reducer";
import { reduceInput } from "./key-reducer";

describe("any sequence of input", () => {
  const cards = fc.record({
    id: fc.constantFrom("prp_1", "prp_2", "prp_3"),
    version: fc.integer({ min: 1, max: 2 }),
    tier: fc.constantFrom(...TIERS),
    treatment: fc.constantFrom(...TREATMENTS),
    regulated: fc.boolean(),
    decidable: fc.boolean(),
    approvable: fc.boolean(),
    signableAt: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: null }),
    confirmBy: fc.constantFrom(...CONFIRM_BY),
  });
  const key = fc.constantFrom("a", "r", "A", "Enter", " ", "j", "y", "e", "1", "5", "Escape");
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
    fc.record({ type: fc.constantFrom("press" as const, "pressed" as const), trusted: fc.boolean() }),
    fc.record({ type: fc.constant("lift" as const), meant: fc.boolean() }),
    fc.record({
      type: fc.constant("asks" as const),
      asks: fc.constantFrom(
        "nothing" as const,
        "reason_first" as const,
        "reason_after" as const,
        "value" as const,
        "other" as const,
      ),
      choices: fc.integer({ min: 0, max: 6 }),
    }),
    fc.record({
      type: fc.constant("chosen" as const),
      decision: fc.constantFrom("approve" as const, "reject" as const),
      trusted: fc.boolean(),
      openedAt: fc.integer({ min: 0, max: 20_000 }),
    }),
    fc.record({
      type: fc.constant("swiped" as const),
      decision: fc.constantFrom("approve" as const, "reject" as const),
      trusted: fc.boolean(),
      startedAt: fc.integer({ min: 0, max: 20_000 }),
    }),
    fc.constant({ type: "tick" as const }),
  );

  it("decides only the painted card, armed, by a fresh trusted key or a full hold", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.integer({ min: 0, max: 900 })), { maxLength: 60 }), (steps) => {
        let state = INITIAL_INPUT;
        let at = 0;
        for (const [step, gap] of steps) {
          at += gap;
          const full: InputEvent = isTimeless(step) ? step : { ...step, at };
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
            expectKey(full, intent, before);
          } else if (full.type === "chosen" || full.type === "swiped") {
            expectPointed(full, intent, before);
          } else {
            expectDeed(full, intent, before, at);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function expectKey(
  event: Extract<InputEvent, { type: "keydown" }>,
  intent: Extract<Intent, { type: "decide" }>,
  before: InputState,
): void {
  if (intent.decision === "approve") {
    expect(event.key.toLowerCase()).toBe("a");
    expect(before.card?.approvable).toBe(true);
    if (before.card?.treatment !== "confirm") {
      expect(event.shift).toBe(false);
      return;
    }
    expect(event.at).toBeGreaterThanOrEqual(before.card.signableAt ?? Infinity);
    if (!event.shift) expectSecondPress(before, event.at);
  } else if (intent.choice === undefined) {
    expect(event.key).toBe("r");
    expect(["confirm", "two_person"]).not.toContain(before.card?.treatment);
    expect(before.card?.regulated).toBe(false);
  } else {
    expect(event.key).toBe(String(intent.choice + 1));
    expect(before.asks).toBe("reason_first");
    expect(intent.choice).toBeLessThan(before.choices);
  }
}

/** It came half a second after another one on the same card, which was let go of. */
function expectSecondPress({ firstPress }: InputState, at: number): void {
  expect(firstPress?.over).toBe(true);
  expect(at - (firstPress?.at ?? Infinity)).toBeGreaterThanOrEqual(TWICE_APART_MS);
}

function expectPointed(
  event: Extract<InputEvent, { type: "chosen" | "swiped" }>,
  intent: Extract<Intent, { type: "decide" }>,
  before: InputState,
): void {
  const began = event.type === "chosen" ? event.openedAt : event.startedAt;
  expect(event.trusted).toBe(true);
  expect(intent.decision).toBe(event.decision);
  // The card had been there for as long as any has to before the person began.
  expect(began - (before.paintedAt ?? Infinity)).toBeGreaterThanOrEqual(ARMED_AFTER_PAINT_MS);
  if (event.decision === "approve") expect(before.card?.approvable).toBe(true);
  expect(before.card).toMatchObject({ treatment: "review", regulated: false });
  expect(["T0", "T1"]).toContain(before.card?.tier);
  if (event.type === "chosen") expect(before.asks).toBe("other");
}

function expectDeed(event: InputEvent, intent: Extract<Intent, { type: "decide" }>, before: InputState, at: number): void {
  expect(before.card).toMatchObject({ treatment: "confirm", approvable: true });
  expect(at).toBeGreaterThanOrEqual(before.card?.signableAt ?? Infinity);
  expect(["tick", "pressed"]).toContain(event.type);
  if (event.type === "pressed") expectSecondPress(before, at);
  if (intent.act === "hold") expect(at - (before.deed?.since ?? Infinity)).toBeGreaterThanOrEqual(HOLD_MS);
}

type Timed = Extract<InputEvent, { readonly at: number }>;
type Timeless = Exclude<InputEvent, Timed>;

function isTimeless<Step extends { readonly type: InputEvent["type"] }>(
  step: Step,
): step is Extract<Step, { type: Timeless["type"] }> {
  return step.type === "shown" || step.type === "inattention" || step.type === "asks";
}
