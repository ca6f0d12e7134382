"use client";

import type { ReactNode } from "react";
import { createContext, use, useCallback, useState } from "react";

/** Says something to screen readers. `assertive` interrupts: errors only. */
export type Announce = (says: string, urgency?: "polite" | "assertive") => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Polite ones first, then those that interrupt. Two of each take turns, so that the same sentence twice is heard twice. */
const REGIONS = ["status", "status", "alert", "alert"] as const;

/** Holds the page's live regions, of which one holds what was said last. Once, around everything that announces. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: "", at: 0 });
  const announce = useCallback<Announce>((text, urgency) => {
    const first = urgency === "assertive" ? 2 : 0;
    setSaid(({ at }) => ({ text, at: at === first ? first + 1 : first }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="sr-only">
        {REGIONS.map((role, at) => (
          <div key={at} role={role}>
            {at === said.at && said.text}
          </div>
        ))}
      </div>
    </AnnounceContext>
  );
}

/** The page's voice. Silent outside an {@link AnnouncerProvider}. */
export function useAnnounce(): Announce {
  return use(AnnounceContext);
}
