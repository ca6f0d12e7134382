import type { LookPurpose } from "../second-look";
import type { Lane } from "../words";
import type { Sitting } from "./sitting";
import { DEFERRAL_DECISIONS, DEFERRAL_MS, towardsBreak } from "./sitting";

/** What expires within this time is shown whatever else is due. */
export const EXPIRING_MS = 2 * 60_000;
/** With the soft cap on: quick decisions a day, after which the next quick card takes its time. */
export const SOFT_CAP_DECISIONS = 600;
/** How long a quick card waits for somebody over the cap. */
export const SLOW_MS = 20_000;

/** What stands before the next card: nothing, an offer to rest, or a wait that the soft cap asks for. */
export type Interlude = "none" | "offer" | "slow";

export interface Moment {
  readonly now: number;
  readonly sitting: Sitting;
  /** Quick decisions of this person today. */
  readonly quickToday: number;
  readonly softCap: boolean;
  /** The card that comes next; null when none is left. */
  readonly next: { readonly lane: Lane; readonly look: LookPurpose | null } | null;
  /** When the first of the waiting items expires; null when none is waiting. */
  readonly firstExpiry: number | null;
}

/**
 * What stands between two cards (design: review §4.2). The offer is made once a sitting. Put off, it does not come back; with the soft cap on, quick
 * cards then come slowly. Nothing stands before anything while an item is about to expire, and nothing ever covers a card that is being read.
 */
export function interludeOf({ now, sitting, quickToday, softCap, next, firstExpiry }: Moment): Interlude {
  if (next === null || isExpiring(firstExpiry, now)) return "none";
  const due = towardsBreak(sitting, now, 0) >= 1;
  if (due && sitting.deferredAt === null) return "offer";
  if (!softCap || next.lane !== "quick" || next.look !== null) return "none";
  return quickToday >= SOFT_CAP_DECISIONS || (due && isDeferralOver(sitting, now)) ? "slow" : "none";
}

/** True for something that expires within two minutes, or has: see {@link EXPIRING_MS}. */
export function isExpiring(expiresAt: number | null, now: number): boolean {
  return expiresAt !== null && expiresAt - now < EXPIRING_MS;
}

function isDeferralOver({ deferredAt, decisionsSinceDeferral }: Sitting, now: number): boolean {
  return deferredAt !== null && (now - deferredAt >= DEFERRAL_MS || decisionsSinceDeferral >= DEFERRAL_DECISIONS);
}
