"use client";

import { use, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

import type { HoldHint, InputState, ShownCard } from "../../lib/domain/input/input-state";
import {
  INITIAL_INPUT,
  cardKey,
  deedDueAt,
  isArmed,
  isClickArmed,
  isPointerArmed,
  readableSince,
} from "../../lib/domain/input/input-state";
import type { KeyBinding } from "../../lib/domain/input/key-map";
import type { InputEvent, Intent } from "../../lib/domain/input/key-reducer";
import { reduceInput } from "../../lib/domain/input/key-reducer";
import { buzz } from "../ui/buzz";
import { HabitsContext } from "./key-context";
import { actedWith } from "./signs";
import { useAttention, useKeys, usePainted, usePointer } from "./use-page-input";
import type { Question } from "./use-panels";

/** A click, tap or press as React hands it over. */
export interface Press {
  readonly nativeEvent: Event;
  readonly timeStamp: number;
  /** 0 for a click without a pointer. */
  readonly detail: number;
}

/** A pointer that comes up on a button, or slides off. */
type LiftEvent = Pick<Event, "type" | "timeStamp">;

/** A decision that was chosen by its name. */
export type Chosen = Omit<Extract<InputEvent, { type: "chosen" }>, "type">;

/** A card that was pushed aside with a finger, and let go. */
export type Swiped = Omit<Extract<InputEvent, { type: "swiped" }>, "type">;

export interface ReviewInput {
  /** True once the card may be decided: for the look of the buttons only, the reducer decides. */
  readonly armed: boolean;
  /** When the open card could first be read: it was painted, and somebody was there. On the page's clock, milliseconds; call once it is armed. */
  readonly readableAt: () => number;
  /** A deliberate act is under way: held, or waiting until the server takes it. */
  readonly holding: boolean;
  /** Asks whether a click, tap or focused Enter on a decision button may decide now. */
  readonly pointerMayDecide: (press: Press) => boolean;
  /** Call from `onFocus` of the decision buttons. */
  readonly noteFocus: (event: { readonly timeStamp: number }) => void;
  /** The pointer went down on the approve button of a card that is held, and came up again. */
  readonly press: (press: Press) => void;
  readonly lift: (event: LiftEvent) => void;
  /** One of two presses, by those who cannot hold. */
  readonly pressed: (press: Press) => void;
  /** The first of two was made: the next one approves. */
  readonly pressedOnce: boolean;
  /** The last hold was let go of too early: why nothing came of it. */
  readonly hint: HoldHint | null;
  readonly swiped: (swiped: Swiped) => void;
  /** Call while the palette is still open. False where it leads to nothing: the card asks for more, or is not the one that was armed before the palette opened. */
  readonly chosen: (chosen: Chosen) => boolean;
}

/** What of the state of the input the screen shows. */
interface Look extends Pick<InputState, "hint"> {
  /** The card that is armed, by its key; empty while none is. */
  readonly armed: string;
  readonly holding: boolean;
  readonly once: boolean;
}

/**
 * Connects the page's keyboard, pointer and attention to the pure reducer. `card` must be the card that is rendered; it counts as painted two
 * frames after it was committed. `onIntent` is called for everything the reducer asks for.
 */
export function useReviewInput(
  card: ShownCard | null,
  question: Question,
  onIntent: (intent: Intent) => void,
  keys: readonly KeyBinding[],
): ReviewInput {
  const { haptics } = use(HabitsContext);
  const state = useRef<InputState>(INITIAL_INPUT);
  const focusedAt = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [look, setLook] = useState<Look>({ armed: "", holding: false, once: false, hint: null });

  const send = useCallback(
    function send(event: InputEvent): Intent | null {
      const reduced = reduceInput(state.current, event, keys);
      state.current = reduced.state;
      const { card: shown, deed, firstPress, hint } = state.current;
      // The later of the two: a button that looks ready answers to a click as well as to its key.
      const armed = shown !== null && isPointerArmed(state.current, performance.now()) ? cardKey(shown) : "";
      const holding = deed !== null;
      const once = firstPress !== null;
      setLook((before) =>
        before.armed === armed && before.holding === holding && before.once === once && before.hint === hint
          ? before
          : { armed, holding, once, hint },
      );
      clearTimeout(timer.current);
      const due = deedDueAt(state.current);
      if (due !== null)
        timer.current = setTimeout(() => send({ type: "tick", at: performance.now() }), due + 1 - performance.now());
      // The end of a hold is felt: the thumb covers the button.
      if (reduced.intent?.type === "decide" && reduced.intent.act === "hold") buzz(haptics);
      if (reduced.intent !== null) onIntent(reduced.intent);
      return reduced.intent;
    },
    [onIntent, keys, haptics],
  );
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );

  const { asks, choices } = question;
  useLayoutEffect(() => {
    send({ type: "asks", asks, choices });
  }, [asks, choices, send]);
  usePainted(card, send);
  useAttention(send);
  useKeys(send);
  usePointer(send);

  const pointerMayDecide = useCallback((press: Press) => {
    if (!press.nativeEvent.isTrusted) return false;
    // Of a finger two taps are two acts.
    if (press.detail > 0) return isClickArmed(state.current, press.timeStamp, actedWith() === "touch" ? 1 : press.detail);
    // A click without a pointer is Enter or Space on the button: it counts only where the person moved the focus there after the card armed.
    if (!isPointerArmed(state.current, press.timeStamp)) return false;
    return focusedAt.current > 0 && isArmed(state.current, focusedAt.current);
  }, []);
  const noteFocus = useCallback((event: { readonly timeStamp: number }) => {
    focusedAt.current = event.timeStamp;
  }, []);
  const press = useCallback(
    (event: Press) => void send({ type: "press", at: event.timeStamp, trusted: event.nativeEvent.isTrusted }),
    [send],
  );
  const lift = useCallback(
    // Slid off, it is called off.
    (event: LiftEvent) => void send({ type: "lift", at: event.timeStamp, meant: event.type === "pointerup" }),
    [send],
  );
  const pressed = useCallback(
    (event: Press) => void send({ type: "pressed", at: event.timeStamp, trusted: event.nativeEvent.isTrusted }),
    [send],
  );
  const swiped = useCallback((what: Swiped) => void send({ type: "swiped", ...what }), [send]);
  const chosen = useCallback((what: Chosen) => send({ type: "chosen", ...what }) !== null, [send]);
  const readableAt = useCallback(() => readableSince(state.current) ?? performance.now(), []);
  const armed = card !== null && look.armed === cardKey(card);
  const pressedOnce = look.once;
  return {
    armed,
    readableAt,
    holding: look.holding,
    pressedOnce,
    hint: look.hint,
    pointerMayDecide,
    noteFocus,
    press,
    lift,
    pressed,
    swiped,
    chosen,
  };
}
