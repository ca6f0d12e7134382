"use client";

import { useEffect, useRef } from "react";

import type { WaitingMark } from "./mark-waiting";
import { markWaiting } from "./mark-waiting";

/**
 * How many wait, where a tab in the background shows it: before the title, as a dot on its icon, and on the icon of the installed app. Takes all
 * of it away again when the desk is left. `count` as it is read: `7`, `1000+`; null where nobody counts.
 */
export function useWaitingMark(count: string | null): void {
  const waiting = count === "0" ? null : count;
  const last = useRef(waiting);
  const mark = useRef<WaitingMark | null>(null);
  useEffect(() => {
    last.current = waiting;
    mark.current?.show(waiting);
  }, [waiting]);
  useEffect(() => {
    const shown = markWaiting(last.current);
    mark.current = shown;
    return () => {
      mark.current = null;
      shown.end();
    };
  }, []);
}
