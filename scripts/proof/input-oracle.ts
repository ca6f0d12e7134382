import type { InputState, ShownCard } from "../../lib/domain/input/input-state";
import type { InputEvent, Intent } from "../../lib/domain/input/key-reducer";

const AFTER_PAINT_MS = 250;
const AFTER_FOCUS_MS = 600;
const HELD_MS = 800;
const APART_MS = 500;

type Decision = Extract<Intent, { type: "decide" }>;
type Keydown = Extract<InputEvent, { type: "keydown" }>;

/**
 * Why nobody could have meant this decision, in words; null where a person did. Written from the promise in the design (README "settled here"), not
 * from the reducer: its figures are spelled out here on purpose.
 */
export function accidentOf(before: InputState, event: InputEvent, at: number, decision: Decision): string | null {
  const { card } = before;
  if (card === null) return "no card was shown";
  const early = unready(card, before, at, decision);
  if (early !== null) return early;
  if (event.type === "chosen" || event.type === "swiped") return pointed(card, before, event, decision);
  if (event.type === "keydown")
    return mistyped(event) ?? unasked(card, before, event, decision) ?? untwice(before, event, decision);
  return undone(card, before, event, at, decision);
}

type Pointed = Extract<InputEvent, { type: "chosen" | "swiped" }>;

/** In the palette by its name, or pushed aside by a finger: what was begun before the card had been there long enough was meant for another. */
function pointed(card: ShownCard, before: InputState, event: Pointed, decision: Decision): string | null {
  const began = event.type === "chosen" ? event.openedAt : event.startedAt;
  if (!event.trusted) return "an event that a script made up";
  if (decision.decision !== event.decision) return "the other decision";
  if (before.paintedAt === null || began - before.paintedAt < AFTER_PAINT_MS)
    return "begun before the card was there long enough";
  if (event.decision === "approve" && !card.approvable) return "no approval was possible";
  return event.type === "swiped" ? swipedWrong(card, before) : chosenWrong(card, before, event, decision);
}

function isPlain(card: ShownCard): boolean {
  return !card.regulated && card.treatment !== "confirm" && card.treatment !== "two_person";
}

function isGrave(card: ShownCard): boolean {
  return (card.tier !== "T0" && card.tier !== "T1") || card.treatment !== "review" || card.regulated;
}

function swipedWrong(card: ShownCard, { asks }: InputState): string | null {
  if (isGrave(card)) return "swiped where it is too grave";
  return asks === "nothing" || asks === "reason_after" ? null : "swiped beside an open question";
}

function chosenWrong(card: ShownCard, { asks }: InputState, event: Pointed, decision: Decision): string | null {
  const began = event.type === "chosen" ? event.openedAt : event.at;
  if (asks !== "other" || event.at - began < AFTER_PAINT_MS) return "chosen in a palette that was not there";
  return isGrave(card) || decision.act !== "key" ? "one choice where more is asked" : null;
}

function undone(card: ShownCard, before: InputState, event: InputEvent, at: number, decision: Decision): string | null {
  if (event.type !== "tick" && event.type !== "pressed") return `by ${event.type}`;
  if (card.treatment !== "confirm" || card.regulated || !card.approvable) return "a deliberate act where none is asked";
  if (card.signableAt === null || at < card.signableAt) return "sooner than the server takes it";
  if (event.type === "pressed") return onePress(before, at);
  const since = before.deed?.since ?? at;
  return decision.act === "hold" && at - since < HELD_MS ? "held too short" : null;
}

/** Of two presses that stand for a hold the second counts, once the first was let go of, and never the other half of a double click. */
function onePress({ firstPress }: InputState, at: number): string | null {
  if (firstPress === null) return "the first of two presses";
  return !firstPress.over || at - firstPress.at < APART_MS ? "two presses in one" : null;
}

function unready(card: ShownCard, { paintedAt, attentiveSince }: InputState, at: number, decision: Decision): string | null {
  if (card.id !== decision.card || card.version !== decision.version) return "another card than the one shown";
  if (!card.decidable) return "a card that cannot be decided";
  if (paintedAt === null || at - paintedAt < AFTER_PAINT_MS) return "before it was painted long enough";
  return attentiveSince === null || at - attentiveSince < AFTER_FOCUS_MS ? "before the window had the focus long enough" : null;
}

/** Shift with the key is the act by itself; the key alone is one of two presses. */
function untwice(before: InputState, event: Keydown, { act }: Decision): string | null {
  return act === "alternative" && !event.shift ? onePress(before, event.at) : null;
}

function mistyped(event: Keydown): string | null {
  if (!event.trusted) return "an event that a script made up";
  if (event.repeat) return "auto-repeat";
  if (event.composing) return "composing";
  if (event.modified) return "with a modifier";
  if (event.within === "field" || event.within === "dialog") return `typed in a ${event.within}`;
  return event.key === "Enter" || event.key === " " ? "Enter or Space" : null;
}

function unasked(card: ShownCard, { asks, choices }: InputState, event: Keydown, decision: Decision): string | null {
  if (decision.decision === "approve") {
    if (event.key.toLowerCase() !== "a" || !card.approvable) return "no approval was asked for";
    return card.regulated || card.treatment === "two_person" ? "one key where more is asked" : null;
  }
  if (decision.choice === undefined)
    return event.key.toLowerCase() === "r" && isPlain(card) ? null : "rejected without its reason";
  return asks === "reason_first" && decision.choice < choices ? null : "a reason that was not asked for";
}
