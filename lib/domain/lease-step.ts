import { SILENCE_MS } from "./active-time";
import type { LeaseHeld, Presence } from "./lease";

/** How often the browser of somebody who is at it asks again. */
export const RENEW_MS = 20_000;
/** Whoever is away for so long does not have the card any more. */
export const AWAY_MS = 60_000;
/** So long before it ends whoever has the card is told, and keeps it with any key (WCAG 2.2.1). */
export const WARN_MS = 20_000;

/** What the browser does about the lease at `now`: asks for it, gives it back, says that it ends soon, or takes note that it has ended. */
export function leaseStep(
  { askedAt, until, othersUntil }: LeaseHeld,
  presence: Presence,
  now: number,
): "ask" | "drop" | "warn" | "over" | "wait" {
  const { heardAt, awaySince } = presence;
  if (now >= (until ?? othersUntil ?? Infinity)) return "over";
  if (until !== null && awaySince !== null && now - awaySince >= AWAY_MS) return "drop";
  const active = awaySince === null && now - heardAt <= SILENCE_MS;
  if (active) return askedAt === null || now - askedAt >= RENEW_MS ? "ask" : "wait";
  return until !== null && until - now <= WARN_MS ? "warn" : "wait";
}
