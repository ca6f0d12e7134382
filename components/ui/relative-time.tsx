"use client";

import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import { useHydrated, useNow, useStill } from "./clock";
import { exactTimes, formatDuration, relativeTime, stillTime, tickMs } from "./format-time";

export interface RelativeTimeProps {
  /** The instant, in milliseconds since the epoch. */
  readonly at: number;
  /** The server's clock when this was rendered. */
  readonly now: number;
  /** `left` counts down to it without "in": `4 min`, then `overdue`. Where times stand still, both say the instant. */
  readonly form?: "relative" | "left";
  /** The time zone of whoever is affected: in the tooltip where it differs. */
  readonly theirs?: string | null;
  /** Stands in a row, which has no room for the exact time beside it: what the row opens says it. */
  readonly inRow?: boolean;
  readonly className?: string;
}

/** An instant as seen from now; the exact one is in its tooltip and, for whoever chose so, beside it, in the reader's zone. Ticks by itself. */
export function RelativeTime({ at, now, form = "relative", theirs = null, inRow = false, className }: RelativeTimeProps) {
  const t = useWords("ui");
  const current = useNow(now, tickMs(at, now));
  const exact = useExactTime(t, at, theirs);
  const still = useStill();
  const over = form === "left" && at <= current;
  const moving = form === "relative" ? relativeTime(t, at, current) : formatDuration(t, at - current);
  const words = over ? t("time.over") : ((still ? stillTime(t, at, current) : null) ?? moving);
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={exact}
      // Written out by the style sheet for whoever chose times in full. A countdown stands in rows.
      data-exact={form === "relative" && !inRow ? exact : undefined}
      className={className}
    >
      {words}
    </time>
  );
}

/** An instant in full, in the reader's zone once that is known and in UTC until then; with the zone of whoever is affected where it differs. */
export function useExactTime(t: Words<"ui">, at: number, theirs: string | null): string {
  return exactTimes(t, at, useHydrated() ? undefined : "UTC", theirs);
}
