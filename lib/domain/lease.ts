import type { PersonId, ProposalId } from "./ids";
import type { Doing } from "./words";

/** How long a card stays reserved without being asked for again (design: review §4.1). */
export const LEASE_MS = 90_000;
/** A lease that is kept is told to others again each time it reaches so much further: what they were told last has not ended by then. */
const TOLD_AGAIN_MS = LEASE_MS / 2;

/** Who has a card, and what they are at. */
export interface Lease {
  readonly proposalId: ProposalId;
  readonly personId: PersonId;
  readonly version: number;
  readonly since: number;
  readonly until: number;
  readonly doing: Doing;
}

/** What asking for a card leads to: a lease to keep, whether others are to be told of it, and who has it when it is not the one who asks. */
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
  const changed = own?.doing !== asked.doing || toldOf(own) !== toldOf(lease);
  return { lease, changed, heldBy: null };
}

function toldOf({ since, until }: Lease): number {
  return Math.floor((until - since) / TOLD_AGAIN_MS);
}

/** What the browser knows of the lease on the open card. Times in milliseconds on the page's clock. */
export interface LeaseHeld {
  /** When it was last asked for; null before. */
  readonly askedAt: number | null;
  /** Until when it was given; null where this person does not have it. */
  readonly until: number | null;
  /** Until when somebody else has it; null where nobody does. */
  readonly othersUntil: number | null;
}

/** Whether somebody is at it. */
export interface Presence {
  /** Their last sign: a key, the pointer, a scroll. */
  readonly heardAt: number;
  /** Since when the page is hidden or another window has the focus; null while they are here. */
  readonly awaySince: number | null;
}

function yields(live: Lease, asked: Pick<Lease, "personId" | "doing">): boolean {
  return live.personId === asked.personId || (live.doing === "next" && asked.doing !== "next");
}

/** How long a person has had this version open at `now`; null when they have not. */
export function dwellMs(leases: readonly Lease[], personId: PersonId, version: number, now: number): number | null {
  const own = leases.find((one) => one.personId === personId && one.version === version && one.doing !== "next");
  return own === undefined ? null : now - own.since;
}
