"use client";

import { useEffect, useState } from "react";

import type { Sitting } from "../../lib/domain/focus/sitting";
import { BREAK_AFTER_DECISIONS, BREAK_AFTER_MS, isRested, towardsBreak } from "../../lib/domain/focus/sitting";
import { serverNow } from "../ui/clock";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";

export interface BreakRingProps {
  readonly sitting: Sitting;
  /** How long the open card was read so far; null while it cannot be decided. */
  readonly reading: () => number | null;
  /** The server's clock when the page was rendered. */
  readonly now: number;
}

const EVERY_MS = 10_000;
const RADIUS = 8;
const ROUND = 2 * Math.PI * RADIUS;

interface Shown {
  readonly share: number;
  readonly says: string;
}

/** How near the next break is. Not a quota and not a clock: it says when to stop, not how fast to go. */
export function BreakRing({ sitting, reading, now }: BreakRingProps) {
  const t = useWords("desk");
  const [{ share, says }, setShown] = useState(() => shownAt(t, sitting, now, 0));
  useEffect(() => {
    const show = (): void => {
      setShown(shownAt(t, sitting, serverNow(), reading() ?? 0));
    };
    const [soon, timer] = [setTimeout(show), setInterval(show, EVERY_MS)];
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [t, sitting, reading]);
  return (
    <svg role="img" aria-label={says} viewBox="0 0 20 20" className="size-5 -rotate-90" fill="none" strokeWidth="2.5">
      <title>{says}</title>
      <circle cx="10" cy="10" r={RADIUS} className="stroke-rule-control/40" />
      <circle
        cx="10"
        cy="10"
        r={RADIUS}
        className="stroke-ink-2"
        strokeDasharray={`${(share * ROUND).toFixed(2)} ${ROUND.toFixed(2)}`}
        strokeLinecap={share > 0 ? "round" : "butt"}
      />
    </svg>
  );
}

function shownAt(t: Words<"desk">, sitting: Sitting, now: number, readingMs: number): Shown {
  const share = towardsBreak(sitting, now, readingMs);
  if (sitting.since === null || isRested(sitting, now, readingMs)) return { share, says: t("break.none") };
  if (share >= 1) return { share, says: t("break.due") };
  const [minutes, ofMinutes] = [Math.floor((now - sitting.since) / 60_000), BREAK_AFTER_MS / 60_000];
  const { decisions } = sitting;
  return { share, says: t("break.next", { minutes, ofMinutes, decisions, ofDecisions: BREAK_AFTER_DECISIONS }) };
}
