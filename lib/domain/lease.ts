import type { PersonId, ProposalId } from "./ids";
import type { Doing } from "./words";

/** How long a card stays reserved without a sign of life; the browser renews it every 20 s while visible (design: review §4.1). */
export const LEASE_MS = 90_000;

/** Who has a card, and what they are at. */
export interface Lease {
  readonly proposalId: ProposalId;
  readonly personId: PersonId;
  readonly version: number;
  readonly since: number;
  readonly until: number;
  readonly doing: Doing;
}

/** What asking for a card leads to: a lease to keep, whether others see a difference, and who has it when it is not the one who asks. */
export interface Leased {
  readonly lease: Lease;
  readonly changed: boolean;
  readonly heldBy: PersonId | null;
}

/**
 * The lease after `asked`. Someone else's open card is left alone; one that merely comes next for them is not theirs yet, and yields to whoever
 * opens it. Time that counts as reading starts when the card is opened, never while it only came next.
 */
export function leased(
  held: Lease | null,
  asked: Pick<Lease, "proposalId" | "personId" | "version" | "doing">,
  now: number,
): Leased {
  const live = held !== null && held.until > now ? held : null;
  if (live !== null && !yields(live, asked)) return { lease: live, changed: false, heldBy: live.personId };
  const own = live?.personId === asked.personId && live.version === asked.version ? live : null;
  if (own !== null && own.doing !== "next" && asked.doing === "next") return { lease: own, changed: false, heldBy: null };
  const reads = own !== null && (own.doing === "next") === (asked.doing === "next");
  const lease: Lease = { ...asked, since: reads ? own.since : now, until: now + LEASE_MS };
  return { lease, changed: own?.doing !== asked.doing, heldBy: null };
}

function yields(live: Lease, asked: Pick<Lease, "personId" | "doing">): boolean {
  return live.personId === asked.personId || (live.doing === "next" && asked.doing !== "next");
}

/** How long a person has had this version open at `now`; null when they have not. */
export function dwellMs(leases: readonly Lease[], personId: PersonId, version: number, now: number): number | null {
  const own = leases.find((one) => one.personId === personId && one.version === version && one.doing !== "next");
  return own === undefined ? null : now - own.since;
}
