import type { LeaseRecord } from "../../../db/store/types";
import type { PersonId } from "../../domain/ids";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { proposalId } from "../read-proposal";
import { requireDecider } from "./require-decider";

/** How long a card stays reserved without a sign of life; the browser renews it every 20 s while visible (review.md §4.1). */
export const LEASE_MS = 90_000;

export interface LeaseTaken {
  readonly since: number;
  readonly until: number;
  /** The person who holds it, when it is not the caller: others may look, and the database decides. */
  readonly heldBy: PersonId | null;
}

/**
 * Opens or renews the caller's lease on one version: "I have this card open". The dwell of careful decisions is counted from `since`.
 * A lease that someone else holds is left alone and named in the answer. Presence, not a decision: the ledger does not grow.
 */
export async function takeLease(
  ctx: Context,
  actor: PersonActor,
  input: { readonly proposal: string; readonly version: number },
): Promise<LeaseTaken> {
  requireDecider(actor);
  const id = proposalId(input.proposal);
  const now = ctx.clock();
  const { result } = await ctx.store.transact<{ readonly taken: LeaseTaken; readonly changed: boolean }>(function* (tx) {
    const record = yield* tx.proposal(id);
    if (record === null) throw new AppError("not_found", "there is no such proposal");
    if (record.state.version !== input.version) {
      throw new AppError("stale", "the proposal changed since it was shown: look at it again", {
        context: { version: record.state.version },
      });
    }
    const held = yield* tx.lease(id);
    const live = held !== null && held.until > now ? held : null;
    if (live !== null && live.personId !== actor.personId) {
      return {
        result: { taken: { since: live.since, until: live.until, heldBy: live.personId }, changed: false },
        unchanged: true,
      };
    }
    const same = live?.version === input.version;
    const lease: LeaseRecord = {
      proposalId: id,
      personId: actor.personId,
      version: input.version,
      since: same ? live.since : now,
      until: now + LEASE_MS,
    };
    yield* tx.saveLease(lease);
    return { result: { taken: { since: lease.since, until: lease.until, heldBy: null }, changed: !same }, unchanged: true };
  });
  if (result.changed) ctx.hub.publish({ type: "lease", proposalId: id });
  return result.taken;
}

/** Gives the card back. Someone else's lease is left alone. */
export async function dropLease(ctx: Context, actor: PersonActor, input: { readonly proposal: string }): Promise<void> {
  requireDecider(actor);
  const id = proposalId(input.proposal);
  const { result } = await ctx.store.transact<boolean>(function* (tx) {
    const held = yield* tx.lease(id);
    if (held?.personId !== actor.personId) return { result: false, unchanged: true };
    yield* tx.deleteLease(id);
    return { result: true, unchanged: true };
  });
  if (result) ctx.hub.publish({ type: "lease", proposalId: id });
}
