"use client";

import { useEffect, useLayoutEffect } from "react";

import type { ShownCard } from "../../lib/domain/input/input-state";
import { ARMED_AFTER_FOCUS_MS, ARMED_AFTER_PAINT_MS, POINTER_AFTER_FOCUS_MS, cardKey } from "../../lib/domain/input/input-state";
import type { InputEvent, Intent } from "../../lib/domain/input/key-reducer";
import { within } from "../ui/within";

/** Hands one event to the reducer, and answers what it leads to. */
export type Send = (event: InputEvent) => Intent | null;

/** The look of the buttons follows the reducer this long after it could have changed. */
const TICK_MS = 20;

/**
 * Tells the reducer which card is shown, and when it is on the glass. In the same breath as the card is put there: told after the paint, as it may
 * be where no key or click has changed the card, the reducer would for a moment still hold the card before, armed, under what is shown.
 */
export function usePainted(card: ShownCard | null, send: Send): void {
  const key = card === null ? null : cardKey(card);
  useLayoutEffect(() => {
    send({ type: "shown", card });
  }, [card, send]);
  useLayoutEffect(() => {
    if (key === null) return;
    // Two frames: the first is the one being prepared, after the second it is on the glass.
    let armed: ReturnType<typeof setTimeout> | undefined;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        send({ type: "painted", card: key, at: performance.now() });
        armed = setTimeout(() => send({ type: "tick", at: performance.now() }), ARMED_AFTER_PAINT_MS + TICK_MS);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(armed);
    };
  }, [key, send]);
}

const POINTS = ["pointermove", "pointerdown", "click"] as const;

/** Where the window lies on the screen, and how wide it is: a click may come before the event that tells of a new width. */
function windowPlace(): string {
  return [window.screenX, window.screenY, window.innerWidth].join(" ");
}

/** Tells the reducer when the window has the person's attention, and when it lost it. */
export function useAttention(send: Send): void {
  useEffect(() => {
    let later: readonly ReturnType<typeof setTimeout>[] = [];
    let place = windowPlace();
    const attentive = (): void => {
      place = windowPlace();
      if (document.visibilityState !== "visible" || !document.hasFocus()) return;
      send({ type: "attention", at: performance.now() });
      for (const timer of later) clearTimeout(timer);
      // Keys wake first, pointers after them.
      later = [ARMED_AFTER_FOCUS_MS, POINTER_AFTER_FOCUS_MS].map((ms) =>
        setTimeout(() => send({ type: "tick", at: performance.now() }), ms + TICK_MS),
      );
    };
    const away = (): void => {
      if (document.visibilityState !== "visible" || !document.hasFocus()) send({ type: "inattention" });
    };
    // No event tells that a window was moved: what the pointer does in it afterwards was begun when something else lay there.
    const moved = (): void => {
      if (windowPlace() !== place) attentive();
    };
    attentive();
    const gone = new AbortController();
    const { signal } = gone;
    for (const type of POINTS) window.addEventListener(type, moved, { capture: true, signal });
    window.addEventListener("focus", attentive, { signal });
    window.addEventListener("blur", away, { signal });
    window.addEventListener("resize", attentive, { signal });
    document.addEventListener("visibilitychange", attentive, { signal });
    document.addEventListener("visibilitychange", away, { signal });
    return () => {
      for (const timer of later) clearTimeout(timer);
      gone.abort();
    };
  }, [send]);
}

/** Tells the reducer when the pointer went down, and when what it began is over: a click decides only what was armed already when it began. */
export function usePointer(send: Send): void {
  useEffect(() => {
    const down = (event: PointerEvent): void => void send({ type: "pointer", at: event.timeStamp });
    const over = (): void => void send({ type: "pointer", at: null });
    const gone = new AbortController();
    const { signal } = gone;
    window.addEventListener("pointerdown", down, { capture: true, signal });
    window.addEventListener("pointercancel", over, { capture: true, signal });
    // Not while it is still on its way to the button.
    window.addEventListener("click", over, { signal });
    return () => gone.abort();
  }, [send]);
}

/** Hands every key of the page to the reducer. What means something here does nothing else. */
export function useKeys(send: Send): void {
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      // It meant something already, as Escape does to what it closed.
      if (event.defaultPrevented) return;
      const intent = send({
        type: "keydown",
        key: event.key,
        at: event.timeStamp,
        repeat: event.repeat,
        composing: event.isComposing,
        trusted: event.isTrusted,
        modified: event.ctrlKey || event.metaKey || event.altKey,
        chord: event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey,
        shift: event.shiftKey,
        within: within(event.target),
      });
      if (intent !== null) event.preventDefault();
    };
    const up = (event: KeyboardEvent): void => {
      send({ type: "keyup", key: event.key.length === 1 ? event.key.toLowerCase() : event.key, at: event.timeStamp });
    };
    const gone = new AbortController();
    window.addEventListener("keydown", down, { signal: gone.signal });
    window.addEventListener("keyup", up, { signal: gone.signal });
    // For what drives the page, as the stories do: a key that is pressed before is heard by nobody.
    document.body.dataset.keys = "";
    return () => {
      gone.abort();
      delete document.body.dataset.keys;
    };
  }, [send]);
}
