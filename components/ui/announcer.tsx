"use client";

import type { ReactNode } from "react";
import { createContext, use, useCallback, useState } from "react";

/** Says something to screen readers. `assertive` interrupts: errors only. */
export type Announce = (says: string, urgency?: "polite" | "assertive") => void;

const AnnounceContext = createContext<Announce>(() => undefined);

interface Said {
  readonly text: string;
  /** Two regions take turns, so that the same sentence twice is heard twice. */
  readonly turn: 0 | 1;
}
const SILENT: Said = { text: "", turn: 0 };

/** Holds the page's two live regions. Once, around everything that announces. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [polite, setPolite] = useState(SILENT);
  const [assertive, setAssertive] = useState(SILENT);
  const announce = useCallback<Announce>((text, urgency = "polite") => {
    const set = urgency === "polite" ? setPolite : setAssertive;
    set((said) => ({ text, turn: said.turn === 0 ? 1 : 0 }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="sr-only">
        <div role="status">{polite.turn === 0 ? polite.text : ""}</div>
        <div role="status">{polite.turn === 1 ? polite.text : ""}</div>
        <div role="alert">{assertive.turn === 0 ? assertive.text : ""}</div>
        <div role="alert">{assertive.turn === 1 ? assertive.text : ""}</div>
      </div>
    </AnnounceContext>
  );
}

/** The page's voice. Silent outside an {@link AnnouncerProvider}. */
export function useAnnounce(): Announce {
  return use(AnnounceContext);
}
