"use client";

import { useRef } from "react";

export interface ReturnFocus {
  readonly onOpenAutoFocus: () => void;
  readonly onCloseAutoFocus: (event: Event) => void;
}

/**
 * Gives the focus back to where it was when a dialog without a trigger of its own opened: by a key, say. Where that has
 * gone, the document keeps it. Spread onto the dialog's content.
 */
export function useReturnFocus(): ReturnFocus {
  const from = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      from.current = document.activeElement;
    },
    onCloseAutoFocus: (event) => {
      event.preventDefault();
      if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus({ preventScroll: true });
      from.current = null;
    },
  };
}
