"use client";

import { useCallback, useEffect, useRef } from "react";

import type { ActiveTime } from "../../lib/domain/active-time";
import { activeMs, startedAt, withLeaving, withSign } from "../../lib/domain/active-time";
import { followSigns, isHere } from "./signs";

export interface ReadingClock {
  /** The card can be decided: its time counts from when it could be read, on the page's clock. A second call for the same card changes nothing. */
  readonly begin: (readableAt: number) => void;
  /** Active milliseconds at the open card; null while it has not begun. */
  readonly read: () => number | null;
}

/** Measures how long somebody is at the open card: see {@link ActiveTime}. Coming back to a card counts anew. */
export function useActiveTime(card: string | null): ReadingClock {
  const time = useRef<ActiveTime | null>(null);
  useEffect(() => {
    time.current = null;
  }, [card]);
  useEffect(() => {
    const sign = (): void => {
      if (time.current !== null && isHere()) time.current = withSign(time.current, performance.now());
    };
    const turn = (): void => {
      if (time.current === null) return;
      time.current = (isHere() ? withSign : withLeaving)(time.current, performance.now());
    };
    return followSigns(sign, turn);
  }, []);
  const begin = useCallback((readableAt: number) => {
    time.current ??= startedAt(readableAt, isHere());
  }, []);
  const read = useCallback(() => (time.current === null ? null : Math.round(activeMs(time.current, performance.now()))), []);
  return { begin, read };
}
