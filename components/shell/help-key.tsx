"use client";

import { useEffect, useState } from "react";

import type { KeyBinding } from "../../lib/domain/input/key-map";
import { within } from "../ui/within";
import { HelpSheet } from "./help-sheet";

export interface HelpKeyProps {
  /** The person's keys. */
  readonly keys: readonly KeyBinding[];
}

/**
 * The sheet of help of every signed-in screen: its key opens it, unless the screen has taken the key for itself, and so does anything with
 * `data-help`.
 */
export function HelpKey({ keys }: HelpKeyProps) {
  const [shown, setShown] = useState(false);
  const key = keys.find(({ command }) => command === "sheet")?.key;
  useEffect(() => {
    const down = (event: KeyboardEvent): void => {
      if (event.key !== key || event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const place = within(event.target);
      if (place === "field" || place === "dialog") return;
      // The desk answers its own keys, whichever of the two listeners comes first: by then it has taken this one.
      setTimeout(() => {
        if (!event.defaultPrevented) setShown(true);
      });
    };
    const click = (event: MouseEvent): void => {
      const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      if (!plain || !(event.target instanceof Element) || event.target.closest("[data-help]") === null) return;
      event.preventDefault();
      setShown(true);
    };
    const gone = new AbortController();
    window.addEventListener("keydown", down, { signal: gone.signal });
    // Before the link itself, which leads to the keys where nobody opens the sheet.
    window.addEventListener("click", click, { capture: true, signal: gone.signal });
    return () => gone.abort();
  }, [key]);
  return shown ? <HelpSheet keys={keys} onClose={() => setShown(false)} /> : null;
}
