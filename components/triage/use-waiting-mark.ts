"use client";

import { useEffect, useRef } from "react";

import { onceIdle } from "../ui/later";
import { beside } from "./beside";
import type { WaitingMark } from "./mark-waiting";

/**
 * How many wait, where a tab in the background shows it: before the title, as a dot on its icon, and on the icon of the installed app. Takes all
 * of it away again when the desk is left. `count` as it is read: `7`, `1000+`; null where nobody counts. The first waits until the browser has time.
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
    let here = true;
    const begin = (): Promise<void> =>
      beside.load().then(
        ({ markWaiting }) => {
          if (here) mark.current = markWaiting(last.current);
        },
        () => undefined,
      );
    const cancel = onceIdle(() => void begin());
    return () => {
      here = false;
      cancel();
      mark.current?.end();
      mark.current = null;
    };
  }, []);
}
