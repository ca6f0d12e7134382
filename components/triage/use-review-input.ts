"use client";

import { useCallback, useEffect, useRef, useState } from "react";

import { DEFAULT_KEYS } from "../../lib/domain/input/key-map";
import type { InputEvent, InputState, Intent, ShownCard } from "../../lib/domain/input/key-reducer";
import {
  ARMED_AFTER_FOCUS_MS,
  HOLD_MS,
  INITIAL_INPUT,
  cardKey,
  isArmed,
  isPointerArmed,
  reduceInput,
} from "../../lib/domain/input/key-reducer";

export interface ReviewInput {
  /** True once the card may be decided: for the look of the buttons only, the reducer decides. */
  readonly armed: boolean;
  readonly holding: boolean;
  /** Asks whether a click, tap or focused Enter on a decision button may decide now. */
  readonly pointerMayDecide: (event: {
    readonly nativeEvent: Event;
    readonly timeStamp: number;
    readonly detail: number;
  }) => boolean;
  /** Call from `onFocus` of the decision buttons. */
  readonly noteFocus: (event: { readonly timeStamp: number }) => void;
}

/**
 * Connects the page's keyboard and attention to the pure reducer. `card` must be the card that is rendered; it counts as painted two frames
 * after it was committed. `onIntent` is called for everything the reducer asks for.
 */
export function useReviewInput(card: ShownCard | null, onIntent: (intent: Intent) => void): ReviewInput {
  const state = useRef<InputState>(INITIAL_INPUT);
  const intentRef = useRef(onIntent);
  const focusedAt = useRef(0);
  const [look, setLook] = useState({ armed: false, holding: false });

  useEffect(() => {
    intentRef.current = onIntent;
  });

  const send = useCallback((event: InputEvent) => {
    const reduced = reduceInput(state.current, event, DEFAULT_KEYS);
    state.current = reduced.state;
    const armed = isArmed(state.current, performance.now());
    const holding = state.current.hold !== null;
    setLook((before) => (before.armed === armed && before.holding === holding ? before : { armed, holding }));
    if (reduced.intent !== null) intentRef.current(reduced.intent);
    return reduced.intent;
  }, []);

  usePainted(card, send);
  useAttention(send);
  useKeys(send, state);

  const pointerMayDecide = useCallback<ReviewInput["pointerMayDecide"]>((event) => {
    if (!event.nativeEvent.isTrusted || !isPointerArmed(state.current, event.timeStamp)) return false;
    // A click without a pointer is Enter or Space on the button: it counts only where the person moved the focus there after the card armed.
    if (event.detail > 0) return true;
    return focusedAt.current > 0 && isArmed(state.current, focusedAt.current);
  }, []);
  const noteFocus = useCallback((event: { readonly timeStamp: number }) => {
    focusedAt.current = event.timeStamp;
  }, []);
  return { ...look, pointerMayDecide, noteFocus };
}

type Send = (event: InputEvent) => Intent | null;

function usePainted(card: ShownCard | null, send: Send): void {
  const key = card === null ? null : cardKey(card);
  useEffect(() => {
    send({ type: "shown", card });
  }, [card, send]);
  useEffect(() => {
    if (key === null) return;
    // Two frames: the first is the one being prepared, after the second it is on the glass.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => send({ type: "painted", card: key, at: performance.now() }));
    });
    const look = setTimeout(() => send({ type: "tick", at: performance.now() }), ARMED_AFTER_FOCUS_MS);
    const early = setTimeout(() => send({ type: "tick", at: performance.now() }), 320);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(look);
      clearTimeout(early);
    };
  }, [key, send]);
}

function useAttention(send: Send): void {
  useEffect(() => {
    let later: ReturnType<typeof setTimeout> | undefined;
    const attentive = (): void => {
      if (document.visibilityState !== "visible" || !document.hasFocus()) return;
      send({ type: "attention", at: performance.now() });
      clearTimeout(later);
      later = setTimeout(() => send({ type: "tick", at: performance.now() }), ARMED_AFTER_FOCUS_MS + 20);
    };
    const away = (): void => {
      if (document.visibilityState !== "visible" || !document.hasFocus()) send({ type: "inattention" });
    };
    attentive();
    window.addEventListener("focus", attentive);
    window.addEventListener("blur", away);
    window.addEventListener("resize", attentive);
    document.addEventListener("visibilitychange", attentive);
    document.addEventListener("visibilitychange", away);
    return () => {
      clearTimeout(later);
      window.removeEventListener("focus", attentive);
      window.removeEventListener("blur", away);
      window.removeEventListener("resize", attentive);
      document.removeEventListener("visibilitychange", attentive);
      document.removeEventListener("visibilitychange", away);
    };
  }, [send]);
}

function useKeys(send: Send, state: { readonly current: InputState }): void {
  useEffect(() => {
    let hold: ReturnType<typeof setTimeout> | undefined;
    const down = (event: KeyboardEvent): void => {
      const intent = send({
        type: "keydown",
        key: event.key,
        at: event.timeStamp,
        repeat: event.repeat,
        composing: event.isComposing,
        trusted: event.isTrusted,
        modified: event.ctrlKey || event.metaKey || event.altKey,
        shift: event.shiftKey,
        within: within(event.target),
      });
      if (intent !== null) event.preventDefault();
      clearTimeout(hold);
      const since = state.current.hold?.since;
      if (since !== undefined)
        hold = setTimeout(() => send({ type: "tick", at: performance.now() }), since + HOLD_MS + 5 - performance.now());
    };
    const up = (event: KeyboardEvent): void => {
      send({ type: "keyup", key: event.key.length === 1 ? event.key.toLowerCase() : event.key, at: event.timeStamp });
    };
    window.addEventListener("keydown", down);
    window.addEventListener("keyup", up);
    return () => {
      clearTimeout(hold);
      window.removeEventListener("keydown", down);
      window.removeEventListener("keyup", up);
    };
  }, [send, state]);
}

/** Where the focus is, for the rule that shortcuts are off in fields and dialogs. */
function within(target: EventTarget | null): "page" | "field" | "dialog" | "button" {
  if (!(target instanceof Element)) return "page";
  if (target.closest("input, textarea, select, [contenteditable]:not([contenteditable='false'])") !== null) return "field";
  if (target.closest("[role='dialog'], [role='menu'], [role='listbox'], [role='alertdialog']") !== null) return "dialog";
  if (document.querySelector("[role='dialog'][data-state='open']") !== null) return "dialog";
  return target.closest("button, a[href], summary, [role='button']") === null ? "page" : "button";
}
