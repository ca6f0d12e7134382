import type { InputEvent } from "../lib/domain/input/input-events";
import type { InputState, ShownCard } from "../lib/domain/input/input-state";
import { cardKey, INITIAL_INPUT } from "../lib/domain/input/input-state";
import { DEFAULT_KEYS } from "../lib/domain/input/key-map";
import type { Intent } from "../lib/domain/input/key-reducer";
import { reduceInput } from "../lib/domain/input/key-reducer";

/** A card that one key decides. */
export const CARD: ShownCard = {
  id: "prp_1",
  version: 1,
  tier: "T1",
  treatment: "review",
  regulated: false,
  decidable: true,
  approvable: true,
  signableAt: null,
  confirmBy: "hold",
};

/** A key that goes down at an instant, in milliseconds. */
export function press(key: string, at: number, more: Partial<Extract<InputEvent, { type: "keydown" }>> = {}): InputEvent {
  const plain = { repeat: false, composing: false, trusted: true, modified: false, shift: false, within: "page" } as const;
  return { type: "keydown", key, at, ...plain, ...more };
}

/** What comes of some events, one after the other. */
export function run(
  events: readonly InputEvent[],
  from: InputState = INITIAL_INPUT,
): { readonly state: InputState; readonly intents: readonly Intent[] } {
  const intents: Intent[] = [];
  let state = from;
  for (const event of events) {
    const reduced = reduceInput(state, event, DEFAULT_KEYS);
    state = reduced.state;
    if (reduced.intent !== null) intents.push(reduced.intent);
  }
  return { state, intents };
}

/** A card comes up in a window that has the focus, and is painted at 1,000 ms. */
export function painted(card: ShownCard): readonly InputEvent[] {
  return [
    { type: "attention", at: 0 },
    { type: "shown", card },
    { type: "painted", card: cardKey(card), at: 1000 },
  ];
}

export const decisions = (intents: readonly Intent[]): readonly Intent[] => intents.filter((intent) => intent.type === "decide");
