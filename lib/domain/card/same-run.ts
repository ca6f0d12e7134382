import type { CardInput, Check, SameRun } from "./card";
import type { CheckSays, CheckSentence } from "./check-texts";
import { madeCheck } from "./made-check";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const TRIES = ["check.try.second", "check.try.third", "check.try.fourth", "check.try.fifth"] as const;

/**
 * That the same run tried the same before and was refused. The run's id is the agent's word: it may raise alarm and never calm, so
 * there is no row where the last try was not refused, nor where no run is named.
 */
export function sameRunChecks({ history, at }: Pick<CardInput, "history" | "at">): readonly Check[] {
  const tried = history.sameRun ?? null;
  if (tried === null || !wasRefused(tried)) return [];
  const tries: CheckSays = TRIES[tried.count - 1] ?? { key: "check.try.later", values: { count: tried.count } };
  return [madeCheck("same-run", "failed", tries, since(tried.outcome === "blocked" ? "blocked" : "rejected", at - tried.lastAt))];
}

function wasRefused({ count, outcome }: SameRun): boolean {
  return count > 0 && (outcome === "rejected" || outcome === "blocked");
}

function since(outcome: "rejected" | "blocked", ms: number): CheckSentence {
  if (ms < 0) return { key: `check.last.${outcome}.meanwhile` };
  if (ms < MINUTE) return { key: `check.last.${outcome}.just` };
  if (ms < HOUR) return { key: `check.last.${outcome}.minutes`, values: { count: Math.floor(ms / MINUTE) } };
  if (ms < 48 * HOUR) return { key: `check.last.${outcome}.hours`, values: { count: Math.floor(ms / HOUR) } };
  return { key: `check.last.${outcome}.days`, values: { count: Math.floor(ms / (24 * HOUR)) } };
}
