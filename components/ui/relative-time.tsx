"use client";

import { useHydrated, useNow } from "./clock";
import { clockTime, exactTime, formatDuration, relativeTime, tickMs } from "./format-time";

export interface RelativeTimeProps {
  /** The instant, in milliseconds since the epoch. */
  readonly at: number;
  /** The server's clock when this was rendered. */
  readonly now: number;
  /** `left` counts down to it without "in": `4 min`, then `overdue`. */
  readonly form?: "relative" | "left";
  readonly className?: string;
}

/** An instant as seen from now; the exact one is in its tooltip, in the reader's zone. Ticks by itself. */
export function RelativeTime({ at, now, form = "relative", className }: RelativeTimeProps) {
  const current = useNow(now, tickMs(at, now));
  const words = form === "relative" ? relativeTime(at, current) : at <= current ? "overdue" : formatDuration(at - current);
  return (
    <time dateTime={new Date(at).toISOString()} title={useExactTime(at)} className={className}>
      {words}
    </time>
  );
}

export interface ExactTimeProps {
  readonly at: number;
  /** `clock` leaves the day out: it is in the tooltip. */
  readonly form?: "full" | "clock";
  readonly className?: string;
}

/** An instant in full, in the reader's zone once that is known and in UTC until then. */
export function ExactTime({ at, form = "full", className }: ExactTimeProps) {
  const exact = useExactTime(at);
  const hydrated = useHydrated();
  return (
    <time dateTime={new Date(at).toISOString()} title={exact} className={className}>
      {form === "full" ? exact : clockTime(at, hydrated ? undefined : "UTC")}
    </time>
  );
}

function useExactTime(at: number): string {
  return exactTime(at, useHydrated() ? undefined : "UTC");
}
