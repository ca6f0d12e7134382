import { counted } from "./counted";
import type { CardInput, Check, SameRun } from "./card";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TRIES = ["Second", "Third", "Fourth", "Fifth"] as const;

/**
 * That the same run tried the same before and was refused. The run's id is the agent's word: it may raise alarm and never calm, so
 * there is no row where the last try was not refused, nor where no run is named.
 */
export function sameRunChecks({ history, at }: Pick<CardInput, "history" | "at">): readonly Check[] {
  const tried = history.sameRun ?? null;
  if (tried === null || !wasRefused(tried)) return [];
  const nth = TRIES[tried.count - 1];
  const tries = nth === undefined ? `Tried ${String(tried.count)} times before` : `${nth} try`;
  const says = `${tries} in this run; the last was ${tried.outcome} ${since(at - tried.lastAt)}`;
  return [{ id: "same-run", state: "failed", says, because: null }];
}

function wasRefused({ count, outcome }: SameRun): boolean {
  return count > 0 && (outcome === "rejected" || outcome === "blocked");
}

function since(ms: number): string {
  if (ms < 0) return "meanwhile";
  if (ms < MINUTE) return "just before";
  if (ms < HOUR) return `${String(Math.floor(ms / MINUTE))} min before`;
  if (ms < 48 * HOUR) return `${String(Math.floor(ms / HOUR))} h before`;
  return `${counted(Math.floor(ms / (24 * HOUR)), "day")} before`;
}
