"use client";

import { useHydrated, useNow } from "./clock";
import { clockTime, exactTimes, formatDuration, relativeTime, tickMs } from "./format-time";

export interface RelativeTimeProps {
  /** The instant, in milliseconds since the epoch. */
  readonly at: number;
  /** The server's clock when this was rendered. */
  readonly now: number;
  /** `left` counts down to it without "in": `4 min`, then `overdue`. */
  readonly form?: "relative" | "left";
  /** The time zone of whoever is affected: in the tooltip where it differs. */
  readonly theirs?: string | null;
  readonly className?: string;
}

/** An instant as seen from now; the exact one is in its tooltip, in the reader's zone. Ticks by itself. */
export function RelativeTime({ at, now, form = "relative", theirs = null, className }: RelativeTimeProps) {
  const current = useNow(now, tickMs(at, now));
  const words = form === "relative" ? relativeTime(at, current) : at <= current ? "overdue" : formatDuration(at - current);
  return (
    <time dateTime={new Date(at).toISOString()} title={useExactTime(at, theirs)} className={className}>
      {words}
    </time>
  );
}

export interface ExactTimeProps {
  readonly at: number;
  /** `clock` leaves the day out: it is in the tooltip. */
  readonly form?: "full" | "clock";
  /** The time zone of whoever is affected: in the tooltip where it differs. */
  readonly theirs?: string | null;
  readonly className?: string;
}

/** An instant in full, in the reader's zone once that is known and in UTC until then. */
export function ExactTime({ at, form = "full", theirs = null, className }: ExactTimeProps) {
  const exact = useExactTime(at, null);
  const title = useExactTime(at, theirs);
  const hydrated = useHydrated();
  return (
    <time dateTime={new Date(at).toISOString()} title={title} className={className}>
      {form === "full" ? exact : clockTime(at, hydrated ? undefined : "UTC")}
    </time>
  );
}

function useExactTime(at: number, theirs: string | null): string {
  return exactTimes(at, useHydrated() ? undefined : "UTC", theirs);
}
