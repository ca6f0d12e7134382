import type { Treatment } from "../words";
import type { CommandName, KeyBinding } from "./key-map";

/** A card can be decided by key this long after it is fully painted. */
export const ARMED_AFTER_PAINT_MS = 250;
/** Keys are dead for this long after the window regains focus. */
export const ARMED_AFTER_FOCUS_MS = 600;
/** How long `confirm` is held. */
export const HOLD_MS = 800;
/** Pointer decisions wait this long after paint, and after focus, resize or a visibility change. */
export const POINTER_AFTER_PAINT_MS = 250;
export const POINTER_AFTER_FOCUS_MS = 800;

/** The card on screen: identity includes the version, so a changed card must be painted and armed anew. */
export interface ShownCard {
  readonly id: string;
  readonly version: number;
  readonly treatment: Treatment;
  readonly regulated: boolean;
  /** False while the connection is lost, a lease is missing or the person may not sign: then nothing decides. */
  readonly decidable: boolean;
}

export interface InputState {
  readonly card: ShownCard | null;
  /** When every must-read node of `card` was painted; null until then. */
  readonly paintedAt: number | null;
  /** When the window last regained focus, became visible or changed size; null while it has neither focus nor visibility. */
  readonly attentiveSince: number | null;
  /** Keys that are down: a command key must come up before it can act again. */
  readonly down: readonly string[];
  /** The approve key, held on a card that asks for it. */
  readonly hold: { readonly key: string; readonly since: number; readonly card: string } | null;
}

export type InputEvent =
  | { readonly type: "shown"; readonly card: ShownCard | null }
  | { readonly type: "painted"; readonly card: string; readonly at: number }
  | { readonly type: "attention"; readonly at: number }
  | { readonly type: "inattention" }
  | {
      readonly type: "keydown";
      readonly key: string;
      readonly at: number;
      readonly repeat: boolean;
      readonly composing: boolean;
      /** False for events a script made up. */
      readonly trusted: boolean;
      /** Ctrl, Meta or Alt is down. */
      readonly modified: boolean;
      readonly shift: boolean;
      /** Where the focus is: shortcuts are off in fields and dialogs, and a focused button keeps Enter and Space. */
      readonly within: "page" | "field" | "dialog" | "button";
    }
  | { readonly type: "keyup"; readonly key: string; readonly at: number }
  | { readonly type: "tick"; readonly at: number };

/** What the screen is asked to do. `card` and `version` are those that were painted: a decision carries them. */
export type Intent =
  | {
      readonly type: "decide";
      readonly decision: "approve" | "reject";
      readonly act: "key" | "hold" | "alternative";
      readonly card: string;
      readonly version: number;
    }
  /** Opens what the treatment asks for before an approval: a decisive match, or the meaning in words. */
  | { readonly type: "open_approval"; readonly card: string; readonly version: number }
  | { readonly type: "command"; readonly command: Exclude<CommandName, "approve" | "reject"> };

export interface Reduced {
  readonly state: InputState;
  readonly intent: Intent | null;
}

export const INITIAL_INPUT: InputState = { card: null, paintedAt: null, attentiveSince: null, down: [], hold: null };

/** Identifies a card with its version. */
export function cardKey(card: Pick<ShownCard, "id" | "version">): string {
  return `${card.id}@${String(card.version)}`;
}

/** True when a key may decide on the card at `at`. */
export function isArmed(state: InputState, at: number): boolean {
  const { card, paintedAt, attentiveSince } = state;
  if (card?.decidable !== true || paintedAt === null || attentiveSince === null) return false;
  return at - paintedAt >= ARMED_AFTER_PAINT_MS && at - attentiveSince >= ARMED_AFTER_FOCUS_MS;
}

/** True when a click or tap on a decision button may decide at `at`. */
export function isPointerArmed(state: InputState, at: number): boolean {
  const { card, paintedAt, attentiveSince } = state;
  if (card?.decidable !== true || paintedAt === null || attentiveSince === null) return false;
  return at - paintedAt >= POINTER_AFTER_PAINT_MS && at - attentiveSince >= POINTER_AFTER_FOCUS_MS;
}

/**
 * What one input event leads to. Pure, so that a hundred thousand sequences can be tried against it: nothing decides by auto-repeat, while
 * composing, from a field or a dialog, with a modifier, by Enter or Space, before the card is armed, or on a card that is not the painted one.
 */
export function reduceInput(state: InputState, event: InputEvent, keys: readonly KeyBinding[]): Reduced {
  switch (event.type) {
    case "shown":
      return same(shown(state, event.card));
    case "painted":
      return same(
        state.card !== null && cardKey(state.card) === event.card && state.paintedAt === null
          ? { ...state, paintedAt: event.at }
          : state,
      );
    case "attention":
      return same({ ...state, attentiveSince: event.at, hold: null });
    case "inattention":
      // Key-ups elsewhere are never seen: forget which keys are down, and what was held.
      return same({ ...state, attentiveSince: null, down: [], hold: null });
    case "keydown":
      return keydown(state, event, keys);
    case "keyup": {
      const hold = state.hold?.key === event.key ? null : state.hold;
      return same({ ...state, hold, down: state.down.filter((key) => key !== event.key) });
    }
    case "tick":
      return tick(state, event.at);
  }
}

function same(state: InputState): Reduced {
  return { state, intent: null };
}

function shown(state: InputState, card: ShownCard | null): InputState {
  const stays = card !== null && state.card !== null && cardKey(card) === cardKey(state.card);
  if (stays) return { ...state, card, hold: card.decidable ? state.hold : null };
  return { ...state, card, paintedAt: null, hold: null };
}

function keydown(state: InputState, event: Extract<InputEvent, { type: "keydown" }>, keys: readonly KeyBinding[]): Reduced {
  if (!event.trusted || event.composing || event.modified) return same(state);
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.repeat || state.down.includes(key)) return same(state);
  const pressed: InputState = { ...state, down: [...state.down, key] };
  if (event.within === "field" || event.within === "dialog") return same(pressed);
  if (event.within === "button" && (key === "Enter" || key === " ")) return same(pressed);
  const binding = keys.find((candidate) => candidate.key === key);
  if (binding === undefined) return same(pressed);
  const { command } = binding;
  if (command === "approve" || command === "reject") return decide(pressed, command, key, event);
  return { state: pressed, intent: { type: "command", command } };
}

function decide(
  state: InputState,
  decision: "approve" | "reject",
  key: string,
  event: { readonly at: number; readonly shift: boolean },
): Reduced {
  const { card } = state;
  // A remapped Enter or Space would break the promise: they never decide.
  if (card === null || key === "Enter" || key === " " || !isArmed(state, event.at)) return same(state);
  const named = { card: card.id, version: card.version };
  if (decision === "reject") {
    return event.shift ? same(state) : { state: spent(state), intent: { type: "decide", decision, act: "key", ...named } };
  }
  if (card.treatment === "two_person" || card.regulated) {
    return event.shift ? same(state) : { state, intent: { type: "open_approval", ...named } };
  }
  if (card.treatment === "confirm") {
    if (event.shift) return { state: spent(state), intent: { type: "decide", decision, act: "alternative", ...named } };
    return same({ ...state, hold: { key, since: event.at, card: cardKey(card) } });
  }
  return event.shift ? same(state) : { state: spent(state), intent: { type: "decide", decision, act: "key", ...named } };
}

function tick(state: InputState, at: number): Reduced {
  const { hold, card } = state;
  if (hold === null || card === null || hold.card !== cardKey(card) || at - hold.since < HOLD_MS) return same(state);
  if (!isArmed(state, at)) return same({ ...state, hold: null });
  return {
    state: spent(state),
    intent: { type: "decide", decision: "approve", act: "hold", card: card.id, version: card.version },
  };
}

/** A card is decided at most once by key: it has to be painted anew before it can be decided again. */
function spent(state: InputState): InputState {
  return { ...state, hold: null, paintedAt: null };
}
