import type { Context } from "../context";

/** A sign-in lasts no longer than this, whatever happens (design: trust A3). */
export const SESSION_MS = 12 * 60 * 60_000;

/** The setting that holds the minutes after which an unused session ends. */
export const SESSION_IDLE_KEY = "session.idle_minutes";
export const SESSION_IDLE_MINUTES = { min: 5, max: 720, usual: 480 } as const;

/**
 * After how long without a request a session ends, milliseconds. Eight hours unless an admin says otherwise: a working day of triage with
 * breaks, within the twelve hours after which every sign-in ends anyway.
 */
export async function idleMs(ctx: Context): Promise<number> {
  const minutes = Number((await ctx.store.read.setting(SESSION_IDLE_KEY)) ?? SESSION_IDLE_MINUTES.usual);
  const { min, max, usual } = SESSION_IDLE_MINUTES;
  return (Number.isInteger(minutes) && minutes >= min && minutes <= max ? minutes : usual) * 60_000;
}
