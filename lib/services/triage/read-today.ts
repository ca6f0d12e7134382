import { dayBegan } from "../../domain/calendar-day";
import { FETCHED_WITHIN_MS } from "../../domain/undelivered";
import type { PersonActor } from "../actor";
import type { Context } from "../context";

/** So many of today's newest proposals are looked through. */
export const LOOKED_THROUGH = 2_000;

/** As far as overdue answers are counted. */
const OVERDUE_MAX = 1_000;

/** What happened since the person's midnight without anybody having looked first. */
export interface TodayReading {
  readonly ranAlone: number;
  /** True where today holds as many proposals as are looked through, or more: then it is at least so many. */
  readonly more: boolean;
  /** Approvals that their agents have not fetched in time: somebody said yes, and nothing came of it. */
  readonly overdue: number;
}

/** How much of today ran by itself, and what stands still. Anyone signed in may read it. `zone` (IANA) says when their day began. */
export async function readToday(ctx: Context, _actor: PersonActor, zone = "UTC"): Promise<TodayReading> {
  const now = ctx.clock();
  const midnight = dayBegan(now, zone);
  const [{ made, alone }, overdue] = await Promise.all([
    ctx.store.read.madeSince(midnight, LOOKED_THROUGH),
    ctx.store.read.undelivered(now - FETCHED_WITHIN_MS, OVERDUE_MAX),
  ]);
  return { ranAlone: alone, more: made === LOOKED_THROUGH, overdue };
}
