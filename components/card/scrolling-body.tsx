"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";

import { ArrowDown } from "../ui/icons";

export interface ScrollingBodyProps {
  readonly className: string;
  readonly children: ReactNode;
}

/** What a card of fixed height says. On a desk it scrolls within, and says so for as long as its end was not on the screen: nothing stays unannounced. */
export function ScrollingBody({ className, children }: ScrollingBodyProps) {
  const end = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  useEffect(() => {
    if (end.current === null) return;
    const observer = new IntersectionObserver(([entry]) => {
      setMore(entry !== undefined && !entry.isIntersecting);
    });
    observer.observe(end.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        // Reached by Tab where it scrolls: arrows and Page Down then move it.
        tabIndex={more ? 0 : undefined}
        role={more ? "region" : undefined}
        aria-label={more ? "The whole card" : undefined}
        className={clsx(className, "min-h-0 md:overflow-y-auto md:overscroll-contain")}
      >
        {children}
        <div ref={end} aria-hidden="true" className="h-px shrink-0" />
      </div>
      {more && (
        <p className="pointer-events-none absolute inset-x-0 bottom-0 flex justify-center pb-2 max-md:hidden">
          <span className="inline-flex items-center gap-1 rounded-full border border-rule-strong bg-panel px-2.5 py-0.5 text-small font-medium text-ink-2 shadow-card">
            More below <ArrowDown aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
          </span>
        </p>
      )}
    </div>
  );
}
