import type { Tier, Treatment } from "../words";

/** A card can be decided by key this long after it is fully painted. */
export const ARMED_AFTER_PAINT_MS = 250;
/** Keys are dead for this long after the window regains focus. */
export const ARMED_AFTER_FOCUS_MS = 600;
/** How long `confirm` is held. */
export const HOLD_MS = 800;
/** How a person does the deliberate act: holds, or presses twice because they cannot hold (WCAG 2.5.1). */
export const CONFIRM_BY = ["hold", "twice"] as const;
export type ConfirmBy = (typeof CONFIRM_BY)[number];
/** The second press counts this long after the first: the two halves of a double click, or a key that bounces, are one. */
export const TWICE_APART_MS = 500;
/** Pointer decisions wait this long after paint, and after focus, resize or a visibility change. */
export const POINTER_AFTER_PAINT_MS = 250;
export const POINTER_AFTER_FOCUS_MS = 800;

/** The card on screen: identity includes the version, so a changed card must be painted and armed anew. */
export interface ShownCard {
  readonly id: string;
  readonly version: number;
  readonly tier: Tier;
  readonly treatment: Treatment;
  readonly regulated: boolean;
  /** False while the connection is lost, or nothing is left to decide: then nothing decides. */
  readonly decidable: boolean;
  /** False where this person may not sign it: rejecting stays possible. */
  readonly approvable: boolean;
  /** From when the server takes a deliberate signature on it; null until the lease is confirmed. Binds `confirm` alone. */
  readonly signableAt: number | null;
  /** How this person does the act that `confirm` asks for. */
  readonly confirmBy: ConfirmBy;
}

/**
 * What else is on screen and answers to keys. `reason_first`: a rejection waits for its reason and nothing else decides. `reason_after`: an
 * earlier rejection may still get its reason, beside the next card. `value`: the approval asks for a value. `other`: a sheet or a dialog.
 */
export type Asks = "nothing" | "reason_first" | "reason_after" | "value" | "other";

/** A deliberate act under way on one card: done once it has lasted long enough and the server takes it. */
export interface Deed {
  readonly act: "hold" | "alternative";
  /** The key that is down, or `pointer`; null for the alternative, which lasts by itself. */
  readonly by: string | null;
  readonly since: number;
  readonly card: string;
}

/**
 * Why a hold that was let go of did nothing. `tooShort`: it lasted less than {@link HOLD_MS}. `tooEarly`: it lasted long enough, but the server did not take
 * it yet, and no figure says from when it will.
 */
export type HoldHint = "tooShort" | "tooEarly";

/** The first of two presses that stand for a hold. No clock ends it: nobody has to be quick. */
export interface FirstPress {
  readonly at: number;
  /** Let go of since, so that a key that repeats by itself is no second press. */
  readonly over: boolean;
}

export interface InputState {
  readonly card: ShownCard | null;
  /** When every must-read node of `card` was painted; null until then. */
  readonly paintedAt: number | null;
  /** When the window last regained focus, became visible or changed size; null while it has neither focus nor visibility. */
  readonly attentiveSince: number | null;
  /** Keys that are down: a command key must come up before it can act again. */
  readonly down: readonly string[];
  /** When the pointer last went down; null before it did, and once its click is over or the browser took it. One that slid off stays until the next. */
  readonly pointerDownAt: number | null;
  readonly deed: Deed | null;
  readonly firstPress: FirstPress | null;
  /** The last hold was let go of before it was done: the screen says so, until something else is pressed. */
  readonly hint: HoldHint | null;
  readonly asks: Asks;
  /** How many choices are on screen where something is asked; a key beyond them does nothing. */
  readonly choices: number;
}

export const INITIAL_INPUT: InputState = {
  card: null,
  paintedAt: null,
  attentiveSince: null,
  down: [],
  pointerDownAt: null,
  deed: null,
  firstPress: null,
  hint: null,
  asks: "nothing",
  choices: 0,
};

/** Identifies a card with its version. */
export function cardKey(card: Pick<ShownCard, "id" | "version">): string {
  return `${card.id}@${String(card.version)}`;
}

/** When somebody could first read the card: it was painted, and they were there. Null while it is not, or nobody is. */
export function readableSince({ paintedAt, attentiveSince }: InputState): number | null {
  return paintedAt === null || attentiveSince === null ? null : Math.max(paintedAt, attentiveSince);
}

/** True when a key may decide on the card at `at`. */
export function isArmed(state: InputState, at: number): boolean {
  return isFree(state) && isSettled(state, at, ARMED_AFTER_PAINT_MS, ARMED_AFTER_FOCUS_MS);
}

/** True when a click or tap on a decision button may decide at `at`. */
export function isPointerArmed(state: InputState, at: number): boolean {
  return isFree(state) && isSettled(state, at, POINTER_AFTER_PAINT_MS, POINTER_AFTER_FOCUS_MS);
}

/**
 * True when a click or tap that ends at `at` may decide: the card was armed when the finger or button went down on it, too. A thumb that is
 * lifted late, after what it held was approved, would otherwise tap whatever has come under it. `times`: how often the button of a mouse was pressed
 * there in a row, 1 for the first. What is not the first was meant for what was there then (design: trust H8), but for the second of two presses that are one act.
 */
export function isClickArmed(state: InputState, at: number, times: number): boolean {
  if (times > 1 && state.firstPress === null) return false;
  return isPointerArmed(state, at) && (state.pointerDownAt === null || isPointerArmed(state, state.pointerDownAt));
}

/** True when a reason that is asked for first may reject the card at `at`. */
export function isReasonArmed(state: InputState, at: number): boolean {
  return state.asks === "reason_first" && isSettled(state, at, ARMED_AFTER_PAINT_MS, ARMED_AFTER_FOCUS_MS);
}

/** True when rejecting this card counts only with its reason: everything beyond a plain `review`. The server holds the same rule. */
export function asksReasonFirst(card: Pick<ShownCard, "treatment" | "regulated">): boolean {
  // What an audit finds wrong is filed as a finding, and a finding says what was wrong.
  return card.regulated || card.treatment === "confirm" || card.treatment === "two_person" || card.treatment === "audit";
}

/** True for a card that may be decided by pushing it aside or by name: low stakes, and nothing asked for but one key. */
export function isSwipeable({ tier, treatment, regulated }: Pick<ShownCard, "tier" | "treatment" | "regulated">): boolean {
  return (tier === "T0" || tier === "T1") && treatment === "review" && !regulated;
}

/** When the deed under way is done, on the page's clock; null without one, or until the server has said from when it takes it. */
export function deedDueAt({ deed, card }: InputState): number | null {
  if (deed === null || card === null || card.signableAt === null) return null;
  return Math.max(deed.since + (deed.act === "hold" ? HOLD_MS : 0), card.signableAt);
}

function isFree({ asks }: InputState): boolean {
  return asks === "nothing" || asks === "reason_after";
}

function isSettled({ card, paintedAt, attentiveSince }: InputState, at: number, sincePaint: number, sinceFocus: number): boolean {
  if (card?.decidable !== true || paintedAt === null || attentiveSince === null) return false;
  return at - paintedAt >= sincePaint && at - attentiveSince >= sinceFocus;
}
