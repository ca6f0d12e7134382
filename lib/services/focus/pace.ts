import { QUICK_SECONDS_MAX } from "../../domain/card/quick-seconds";
import { dayBegan } from "../../domain/calendar-day";
import type { Sitting } from "../../domain/focus/sitting";
import { sittingOf } from "../../domain/focus/sitting";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { readPreferences, savePreferences } from "../preferences/preferences";
import { isOn } from "../settings/switches";

/** How long somebody has been at it: from the record of their decisions, so that no reload or other device forgets it. */
export interface PaceReading {
  readonly sitting: Sitting;
  /** Quick decisions since their midnight. */
  readonly quickToday: number;
  readonly softCap: boolean;
}

/** A sitting lies within this time: nobody is signed in for longer. */
const SITTING_MAX_MS = 12 * 60 * 60_000;

/** The caller's pace. `zone` (IANA) says when their day began. */
export async function readPace(ctx: Context, actor: PersonActor, zone: string): Promise<PaceReading> {
  const now = ctx.clock();
  const midnight = dayBegan(now, zone);
  const [reviews, softCap, { breakDeferredAt }] = await Promise.all([
    ctx.store.read.reviewsSince(actor.personId, Math.min(midnight, now - SITTING_MAX_MS)),
    isOn(ctx, "softCap"),
    readPreferences(ctx, actor),
  ]);
  const quick = reviews.filter(({ at, predictedSeconds }) => at >= midnight && predictedSeconds <= QUICK_SECONDS_MAX);
  return { sitting: sittingOf([...reviews].reverse(), breakDeferredAt), quickToday: quick.length, softCap };
}

/** Puts the break off for the sitting that the caller is in. */
export async function deferBreak(ctx: Context, actor: PersonActor): Promise<void> {
  await savePreferences(ctx, actor, { breakDeferredAt: ctx.clock() });
}
