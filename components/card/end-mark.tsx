"use client";

import { useEffect, useRef } from "react";

export interface EndMarkProps {
  /** Told whether it is on the screen, at first and whenever that changes. */
  readonly onScreen: (shown: boolean) => void;
  /** How many pixels above the bar lie under something else. */
  readonly covered?: number;
}

/** Stands at the end of what a card says. */
export function EndMark({ onScreen, covered = 0 }: EndMarkProps) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mark.current === null) return;
    // What lies behind the bar of the acts is not on the screen.
    const bar = mark.current.closest("article")?.querySelector("[data-action-bar]")?.getBoundingClientRect().height ?? 0;
    const observer = new IntersectionObserver(
      (entries) => {
        onScreen(entries.at(-1)?.isIntersecting === true);
      },
      { rootMargin: `0px 0px -${String(Math.ceil(bar + covered))}px 0px` },
    );
    observer.observe(mark.current);
    return () => {
      observer.disconnect();
    };
  }, [onScreen, covered]);
  return <div ref={mark} aria-hidden="true" className="-mt-px h-px shrink-0" />;
}
