import type { Deed, InputState, ShownCard } from "./input-state";
import {
  ARMED_AFTER_PAINT_MS,
  HOLD_MS,
  TWICE_APART_MS,
  asksReasonFirst,
  cardKey,
  deedDueAt,
  isArmed,
  isPointerArmed,
  isReasonArmed,
  isSwipeable,
} from "./input-state";
import type { Command, InputEvent, Reduced } from "./input-events";
import type { CommandName, KeyBinding } from "./key-map";

export type { InputEvent, Intent } from "./input-events";

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
    case "asks":
      return same(asked(state, event.asks, event.choices));
    case "attention":
      return same({ ...state, attentiveSince: event.at, ...NOTHING_BEGUN });
    case "inattention":
      // Key-ups elsewhere are never seen: forget which keys are down, and what was held.
      return same({ ...state, attentiveSince: null, down: [], ...NOTHING_BEGUN });
    case "keydown":
      return keydown(state, event, keys);
    case "keyup":
      return same({
        ...letGo(state, event.key, event.at),
        firstPress: state.firstPress === null ? null : { ...state.firstPress, over: true },
        down: state.down.filter((key) => key !== event.key),
      });
    case "press":
      return deliberate(state, event);
    case "lift":
      return same(letGo(state, "pointer", event.meant === true ? event.at : null));
    case "pointer":
      return same({ ...state, pointerDownAt: event.at, hint: event.at === null ? state.hint : null });
    case "pressed":
      return event.trusted ? pressed(state, event.at, null) : same(state);
    case "chosen":
      return chosen(state, event);
    case "swiped":
      return swiped(state, event);
    case "tick":
      return tick(state, event.at);
  }
}

function same(state: InputState): Reduced {
  return { state, intent: null };
}

/** What was begun is given up where something else is asked. */
function asked(state: InputState, asks: InputState["asks"], choices: number): InputState {
  return state.asks === asks ? { ...state, choices } : { ...state, asks, choices, ...NOTHING_BEGUN };
}

/** What was held is let go of at `at`, before it was done; null where that was meant to call it off. */
function letGo(state: InputState, by: string, at: number | null): InputState {
  const { deed } = state;
  if (deed?.by !== by) return state;
  // As long as asked and still not done: the server does not take it yet, and nobody is told to hold for what they have held.
  return { ...state, deed: null, hint: at === null ? null : at - deed.since < HOLD_MS ? "tooShort" : "tooEarly" };
}

function shown(state: InputState, card: ShownCard | null): InputState {
  const stays = card !== null && state.card !== null && cardKey(card) === cardKey(state.card);
  // The card that is held now may ask for something else, or nothing more: a hold that was begun for the other does not count.
  const begun = card?.decidable === true && asksDeed(card) ? {} : NOTHING_BEGUN;
  return stays ? { ...state, card, ...begun } : { ...state, card, paintedAt: null, ...NOTHING_BEGUN };
}

const NOTHING_BEGUN = { deed: null, firstPress: null, hint: null } as const;

function keydown(state: InputState, event: Extract<InputEvent, { type: "keydown" }>, keys: readonly KeyBinding[]): Reduced {
  if (!event.trusted || event.composing) return same(state);
  if (event.modified) return event.chord === true && !event.repeat ? chord(state, event, keys) : same(state);
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.repeat || state.down.includes(key)) return same(state);
  // Another key ends what was held: a hold means one thing at a time.
  const noted: InputState = { ...state, down: [...state.down, key], deed: null, hint: null };
  const binding = keys.find((candidate) => candidate.key === key && candidate.chord === undefined);
  if (binding === undefined || !listens(binding, event.within)) return same(noted);
  // A command in between ends what two presses began; a key that means nothing here, as Tab on the way to the button, does not.
  return carried(binding.command === "approve" ? noted : { ...noted, firstPress: null }, binding, event);
}

function carried(state: InputState, binding: KeyBinding, event: Extract<InputEvent, { type: "keydown" }>): Reduced {
  const { command, key } = binding;
  if (command === "approve") return approve(state, key, event);
  if (command === "reject") return reject(state, key, event);
  if (command === "pick") return pick(state, binding, event);
  // A sheet closes by itself, and from a field that nothing was asked in there is no way but the field's own.
  if (command === "dismiss" && (state.asks === "other" || (state.asks === "nothing" && event.within === "field")))
    return same(state);
  return { state, intent: { type: "command", command } };
}

/** With Ctrl or Cmd: works from anywhere but a dialog, and never decides. */
function chord(state: InputState, event: Extract<InputEvent, { type: "keydown" }>, keys: readonly KeyBinding[]): Reduced {
  const binding = keys.find((one) => one.chord === true && one.key === event.key.toLowerCase());
  if (binding === undefined || event.within === "dialog" || !isCommand(binding.command))
    return same({ ...state, ...NOTHING_BEGUN });
  return { state: { ...state, ...NOTHING_BEGUN }, intent: { type: "command", command: binding.command } };
}

function isCommand(command: CommandName): command is Command {
  return command !== "approve" && command !== "reject" && command !== "pick";
}

/** Typing is typing, and a focused button keeps its own keys. Only the way out of a question works from its own field as well. */
function listens(binding: KeyBinding, within: "page" | "field" | "dialog" | "button"): boolean {
  if (within === "dialog") return false;
  if (within === "field") return binding.command === "dismiss";
  return within === "page" || (binding.key !== "Enter" && binding.key !== " ");
}

interface Pressed {
  readonly at: number;
  readonly shift: boolean;
}

function approve(state: InputState, key: string, event: Pressed): Reduced {
  const { card } = state;
  if (card?.approvable !== true || neverDecides(key) || !isArmed(state, event.at)) return same(state);
  const named = { card: card.id, version: card.version };
  if (asksDeed(card)) {
    if (event.shift) return begin(state, "alternative", null, event.at);
    return card.confirmBy === "twice" ? pressed(state, event.at, key) : begin(state, "hold", key, event.at);
  }
  if (event.shift) return same(state);
  if (card.treatment === "two_person" || card.regulated) return { state, intent: { type: "open_approval", ...named } };
  return { state: spent(state), intent: { type: "decide", decision: "approve", act: "key", ...named } };
}

function reject(state: InputState, key: string, event: Pressed): Reduced {
  const { card } = state;
  if (card === null || event.shift || neverDecides(key) || !isArmed(state, event.at)) return same(state);
  const named = { card: card.id, version: card.version };
  if (asksReasonFirst(card)) return { state, intent: { type: "open_rejection", ...named } };
  return { state: spent(state), intent: { type: "decide", decision: "reject", act: "key", ...named } };
}

function pick(state: InputState, { key, choice }: KeyBinding, event: Pressed): Reduced {
  const { card, asks } = state;
  if (choice === undefined || choice >= state.choices || event.shift) return same(state);
  if (asks === "reason_after" || asks === "value") return { state, intent: { type: "pick", choice } };
  if (card === null || neverDecides(key) || !isReasonArmed(state, event.at)) return same(state);
  return {
    state: spent(state),
    intent: { type: "decide", decision: "reject", act: "key", card: card.id, version: card.version, choice },
  };
}

/** A remapped Enter or Space would break the promise: they never decide. */
function neverDecides(key: string): boolean {
  return key === "Enter" || key === " ";
}

/** True for a card that this person approves by holding. */
function asksDeed(card: ShownCard | null): boolean {
  return card?.approvable === true && card.treatment === "confirm" && !card.regulated;
}

/** The pointer is down on the button: it is held from now on. */
function deliberate(state: InputState, { at, trusted }: { readonly at: number; readonly trusted: boolean }): Reduced {
  if (!trusted || state.card?.confirmBy === "twice" || !asksDeed(state.card) || !isPointerArmed(state, at)) return same(state);
  return begin(state, "hold", "pointer", at);
}

/** One of two presses, by `key` or else on the button itself. The first only says that a second decides. */
function pressed(state: InputState, at: number, key: string | null): Reduced {
  const { firstPress } = state;
  if (!asksDeed(state.card) || !(key === null ? isPointerArmed(state, at) : isArmed(state, at))) return same(state);
  // Enter on the button presses it again and again for as long as it is down; of a key the reducer hears that it came up.
  if (firstPress === null) return same({ ...state, firstPress: { at, over: key === null && !state.down.includes("Enter") } });
  if (!firstPress.over || at - firstPress.at < TWICE_APART_MS) return same(state);
  return begin({ ...state, firstPress: null }, "alternative", null, at);
}

function begin(state: InputState, act: Deed["act"], by: string | null, at: number): Reduced {
  if (state.card === null) return same(state);
  // The alternative may be done already: the server has been ready since before it began.
  return tick({ ...state, deed: { act, by, since: at, card: cardKey(state.card) }, hint: null }, at);
}

function tick(state: InputState, at: number): Reduced {
  const { deed, card } = state;
  const due = deedDueAt(state);
  if (deed === null || card === null || due === null || deed.card !== cardKey(card) || at < due) return same(state);
  if (!isArmed(state, at)) return same({ ...state, deed: null });
  return {
    state: spent(state),
    intent: { type: "decide", decision: "approve", act: deed.act, card: card.id, version: card.version },
  };
}

/**
 * The palette covers the card, and choosing takes a name: the card must have been armed before it opened, and the palette must have stood for as long
 * as a card has to. By name only what is low is decided at once. What asks for a value, a meaning or a reason opens its question; the rest is decided
 * on the card, in sight.
 */
function chosen(state: InputState, event: Extract<InputEvent, { type: "chosen" }>): Reduced {
  const { at, openedAt, trusted, decision } = event;
  const { card, paintedAt, attentiveSince, asks } = state;
  if (asks !== "other" || !trusted || at - openedAt < ARMED_AFTER_PAINT_MS || paintedAt === null || attentiveSince === null)
    return same(state);
  if (openedAt - paintedAt < ARMED_AFTER_PAINT_MS || card === null) return same(state);
  const asksMore = decision === "reject" ? asksReasonFirst(card) : card.treatment === "two_person" || card.regulated;
  if (!asksMore && !isSwipeable(card)) return same(state);
  const free = { ...state, asks: "nothing" } as const;
  return (decision === "reject" ? reject : approve)(free, "", { at, shift: false });
}

/** An extra on a phone: only for what is low, one key and no more, on a card that was armed when the finger went down. */
function swiped(state: InputState, event: Extract<InputEvent, { type: "swiped" }>): Reduced {
  const { card } = state;
  const { at, startedAt, trusted, decision } = event;
  if (!trusted || card === null || !isSwipeable(card) || startedAt > at || !isPointerArmed(state, startedAt)) return same(state);
  if (decision === "approve" ? !card.approvable : asksReasonFirst(card)) return same(state);
  if (!isPointerArmed(state, at)) return same(state);
  return { state: spent(state), intent: { type: "decide", decision, act: "key", card: card.id, version: card.version } };
}

/** A card is decided at most once: it has to be painted anew before it can be decided again. */
function spent(state: InputState): InputState {
  return { ...state, ...NOTHING_BEGUN, paintedAt: null };
}
