"use client";

import { useWords } from "../words/words-provider";
import { useHydrated } from "./clock";
import { clockTime } from "./format-time";
import { useExactTime } from "./relative-time";

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
  const t = useWords("ui");
  const exact = useExactTime(t, at, null);
  const title = useExactTime(t, at, theirs);
  const hydrated = useHydrated();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={title}
      data-exact={form === "clock" ? title : undefined}
      className={className}
    >
      {form === "full" ? exact : clockTime(t, at, hydrated ? undefined : "UTC")}
    </time>
  );
}
