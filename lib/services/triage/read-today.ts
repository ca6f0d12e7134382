import { dayBegan } from "../../domain/calendar-day";
import type { PersonActor } from "../actor";
import type { Context } from "../context";

/** So many of today's newest proposals are looked through. */
export const LOOKED_THROUGH = 2_000;

/** What happened since the person's midnight without anybody having looked first. */
export interface TodayReading {
  readonly ranAlone: number;
  /** True where today holds as many proposals as are looked through, or more: then it is at least so many. */
  readonly more: boolean;
}

/** How much of today ran by itself. Anyone signed in may read it. `zone` (IANA) says when their day began. */
export async function readToday(ctx: Context, _actor: PersonActor, zone = "UTC"): Promise<TodayReading> {
  const now = ctx.clock();
  const midnight = dayBegan(now, zone);
  const { made, alone } = await ctx.store.read.madeSince(midnight, LOOKED_THROUGH);
  return { ranAlone: alone, more: made === LOOKED_THROUGH };
}
