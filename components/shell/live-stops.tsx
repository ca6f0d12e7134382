"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

import { followEvents } from "../../lib/client/live-events";
import type { StopNote } from "../../lib/contract/people";
import { useWords } from "../words/words-provider";
import { StopLine } from "./stop-line";

export interface LiveStopsProps {
  readonly stops: readonly StopNote[];
  readonly now: number;
  readonly onStops: (stops: readonly StopNote[]) => void;
}

/** The line of what is stopped, held live for as long as somebody can see it. */
export function LiveStops({ stops, now, onStops }: LiveStopsProps) {
  const t = useWords("shell");
  useFollowed(onStops);
  useAgentsAnew(stops);
  return <StopLine t={t} stops={stops} now={now} />;
}

/** A tab out of sight holds no stream open for this: each browser has few, and the next one begins with what is stopped. */
function useFollowed(onStops: LiveStopsProps["onStops"]): void {
  useEffect(() => {
    let leave: (() => void) | null = null;
    const follow = (): void => {
      leave?.();
      leave = document.hidden ? null : followEvents({ onEvent });
    };
    const onEvent: Parameters<typeof followEvents>[0]["onEvent"] = (event) => {
      if (event.type === "stops") onStops(event.stops);
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      leave?.();
    };
  }, [onStops]);
}

/** The screens of the agents show the switches themselves, and are read again. No other is: nothing may move under a reader's hand. */
function useAgentsAnew(stops: readonly StopNote[]): void {
  const router = useRouter();
  const agents = usePathname().startsWith("/agents");
  const on = stops.map(({ scope }) => scope).join();
  const shown = useRef(on);
  useEffect(() => {
    if (shown.current === on) return;
    shown.current = on;
    if (agents) router.refresh();
  }, [agents, on, router]);
}
