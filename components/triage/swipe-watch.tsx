"use client";

import clsx from "clsx";
import type { RefObject } from "react";
import { use, useEffect, useEffectEvent, useRef, useState } from "react";

import type { Swipe, SwipeLook } from "../../lib/domain/input/swipe";
import { swipeOf } from "../../lib/domain/input/swipe";
import { buzz } from "../ui/buzz";
import { Check, X } from "../ui/icons";
import { useWords } from "../words/words-provider";
import { HabitsContext } from "./key-context";
import type { Swiped } from "./use-review-input";

export interface SwipeWatchProps {
  /** What is touched. While it is pushed aside it says so, and how far: `data-swiping`, `--swipe-x`. */
  readonly card: RefObject<HTMLElement | null>;
  readonly preference: Swipe;
  /** Whether this very card may be decided by pushing it aside. The reducer asks again when it is let go. */
  readonly enabled: boolean;
  /** False where it cannot be approved: pushed that way the card stays where it is. */
  readonly approves: boolean;
  readonly onSwipe: (swiped: Swiped) => void;
}

interface Begun {
  readonly pointer: number;
  readonly startX: number;
  readonly startY: number;
  readonly startedAt: number;
}

interface Look extends SwipeLook {
  /** How far the card has been pushed, in pixels. */
  readonly by: number;
}

const STILL: Look = { decides: null, towards: null, progress: 0, by: 0 };

/**
 * Lets a finger push the card aside: an extra beside the buttons, for what is low and asks for one key. Up and down stays the browser's, and so
 * does what begins at an edge. Give it the card's version as key: each begins at rest.
 */
export function SwipeWatch({ card, preference, enabled, approves, onSwipe }: SwipeWatchProps) {
  const { haptics } = use(HabitsContext);
  const begun = useRef<Begun | null>(null);
  const [look, setLook] = useState(STILL);
  const end = useEffectEvent((): void => {
    begun.current = null;
    setLook(STILL);
  });
  const start = useEffectEvent((event: PointerEvent): void => {
    // A second finger means something else.
    if (begun.current !== null || !enabled || event.pointerType !== "touch" || isApart(event.target)) {
      end();
      return;
    }
    const { pointerId: pointer, clientX: startX, clientY: startY, timeStamp: startedAt } = event;
    begun.current = { pointer, startX, startY, startedAt };
  });
  const lookAt = useEffectEvent((event: PointerEvent): Look | null => {
    const now = lookOf(begun.current, event, card.current, preference);
    return now?.towards === "approve" && !approves ? STILL : now;
  });
  const move = useEffectEvent((event: PointerEvent): void => {
    const now = lookAt(event);
    if (now === null) return;
    if (now.decides !== null && look.decides === null) buzz(haptics);
    setLook(now);
  });
  const lift = useEffectEvent((event: PointerEvent): void => {
    const now = lookAt(event);
    const from = begun.current;
    end();
    if (now === null || now.decides === null || from === null) return;
    onSwipe({ decision: now.decides, at: event.timeStamp, startedAt: from.startedAt, trusted: event.isTrusted });
  });
  useEffect(() => {
    const { current: touched } = card;
    if (touched === null) return;
    const listening = new AbortController();
    const { signal } = listening;
    touched.addEventListener("pointerdown", start, { signal });
    touched.addEventListener("pointermove", move, { signal });
    touched.addEventListener("pointerup", lift, { signal });
    touched.addEventListener("pointercancel", end, { signal });
    touched.toggleAttribute("data-swipes", true);
    return () => {
      listening.abort();
      touched.removeAttribute("data-swipes");
    };
  }, [card]);
  useEffect(() => {
    const { current: touched } = card;
    if (touched === null) return;
    touched.style.setProperty("--swipe-x", `${String(look.by)}px`);
    touched.toggleAttribute("data-swiping", look.by !== 0);
  }, [card, look.by]);
  return look.towards !== null && <Under look={look} />;
}

/** The buttons are tapped, and a field is written into: neither begins a swipe. */
function isApart(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-action-bar], input, textarea, select, form") !== null;
}

function lookOf(begun: Begun | null, event: PointerEvent, card: HTMLElement | null, preference: Swipe): Look | null {
  if (begun?.pointer !== event.pointerId || card === null) return null;
  const { startX, startY } = begun;
  const [x, y] = [event.clientX, event.clientY];
  const { width } = card.getBoundingClientRect();
  const swipe = swipeOf({ startX, startY, x, y, width, windowWidth: innerWidth }, preference);
  return { ...swipe, by: swipe.towards === null ? 0 : x - startX };
}

/** What letting go would do, in words that grow below the card, at the side that it uncovers. */
function Under({ look }: { readonly look: Look }) {
  const t = useWords("card");
  const { towards, decides, progress, by } = look;
  if (towards === null) return null;
  const Icon = towards === "approve" ? Check : X;
  return (
    <p
      aria-hidden="true"
      className={clsx(
        "fixed top-[38dvh] z-10 flex items-center gap-1.5 rounded-control border px-3 py-2 text-body font-semibold",
        by > 0 ? "left-3 origin-left" : "right-3 origin-right",
        decides === null ? "border-rule-strong bg-sunk text-ink-2" : "border-transparent bg-ink text-on-ink",
      )}
      style={{ scale: String(0.8 + 0.4 * progress) }}
    >
      <Icon className="size-4" strokeWidth={2} />
      {t(towards === "approve" ? "approve.press" : "reject")}
    </p>
  );
}
