"use client";

import { useCallback, useEffect, useRef, useState } from "react";

import { HOLD_MS } from "../../lib/domain/input/key-reducer";

/** A press that has to last: `onHeld` is called once it did, `cancel` ends it early. Sliding off or lifting cancels. */
export function usePointerHold(onHeld: () => void): {
  readonly holding: boolean;
  readonly start: () => void;
  readonly cancel: () => void;
} {
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const held = useRef(onHeld);
  useEffect(() => {
    held.current = onHeld;
  });
  const cancel = useCallback(() => {
    clearTimeout(timer.current);
    setHolding(false);
  }, []);
  const start = useCallback(() => {
    clearTimeout(timer.current);
    setHolding(true);
    timer.current = setTimeout(() => {
      setHolding(false);
      held.current();
    }, HOLD_MS);
  }, []);
  useEffect(() => cancel, [cancel]);
  return { holding, start, cancel };
}
