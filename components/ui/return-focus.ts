"use client";

import type { RefObject } from "react";
import { useRef } from "react";

export interface ReturnFocus {
  readonly onOpenAutoFocus: (event: Event) => void;
  readonly onCloseAutoFocus: (event: Event) => void;
}

/**
 * Gives the focus back to where it was when a dialog without a trigger of its own opened: by a key, say. Where that has
 * gone, the document keeps it; where something else has taken it meanwhile, that does. Spread onto the dialog's content. What is marked `data-first-focus` inside gets it on opening; the browser's
 * own `autofocus` would take it before it is known where it was. `fallback` gets it back when it was on something that is gone: an item of a menu.
 */
export function useReturnFocus(fallback?: RefObject<HTMLElement | null>): ReturnFocus {
  const from = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: (event) => {
      from.current = document.activeElement;
      const first = event.currentTarget instanceof Element ? event.currentTarget.querySelector("[data-first-focus]") : null;
      if (!(first instanceof HTMLElement)) return;
      event.preventDefault();
      first.focus();
    },
    onCloseAutoFocus: (event) => {
      event.preventDefault();
      const now = document.activeElement;
      // What was chosen in it may have led elsewhere: into a field, say.
      if (now !== null && now !== document.body) return;
      const before = from.current instanceof HTMLElement && from.current.isConnected ? from.current : null;
      const target = before === null || before === document.body ? (fallback?.current ?? null) : before;
      target?.focus({ preventScroll: true });
      from.current = null;
    },
  };
}
