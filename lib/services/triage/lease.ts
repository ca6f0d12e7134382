import { opened } from "../../domain/alike/batch";
import type { PersonId, ProposalId } from "../../domain/ids";
import { leased } from "../../domain/lease";
import type { Doing } from "../../domain/words";
import type { Steps, Transaction } from "../../../db/store/store";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { proposalId } from "../read-proposal";
import { requireDecider } from "./require-decider";

export interface LeaseTaken {
  readonly since: number;
  readonly until: number;
  /** The person who holds it, when it is not the caller: others may look, and the database decides. */
  readonly heldBy: PersonId | null;
}

/**
 * Opens or renews the caller's lease on one version: "I have this card open", or "it comes next". The dwell of careful decisions is counted from
 * `since`. A lease that someone else holds is left alone and named in the answer. Presence, not a decision: the ledger does not grow.
 */
export async function takeLease(
  ctx: Context,
  actor: PersonActor,
  input: { readonly proposal: string; readonly version: number; readonly doing?: Doing | undefined },
): Promise<LeaseTaken> {
  requireDecider(actor);
  const id = proposalId(input.proposal);
  const { personId } = actor;
  const doing = input.doing ?? "looking";
  const { result } = await ctx.store.transact<{ readonly taken: LeaseTaken; readonly changed: boolean }>(function* (tx) {
    const record = yield* tx.proposal(id);
    if (record === null) throw new AppError("not_found", "there is no such proposal");
    if (record.state.version !== input.version) {
      throw new AppError("stale", "the proposal changed since it was shown: look at it again", {
        context: { version: record.state.version },
      });
    }
    if (doing !== "next") yield* noteOpened(tx, personId, id, input.version);
    const asked = { proposalId: id, personId, version: input.version, doing };
    const { lease, changed, heldBy } = leased(yield* tx.lease(id), asked, ctx.clock());
    if (heldBy === null) yield* tx.saveLease(lease);
    return { result: { taken: { since: lease.since, until: lease.until, heldBy }, changed }, unchanged: true };
  });
  if (result.changed) ctx.hub.publish({ type: "lease", proposalId: id });
  return result.taken;
}

/** Whoever drew a batch has now opened one of those they have to. */
function* noteOpened(tx: Transaction, personId: PersonId, id: ProposalId, version: number): Steps<void> {
  const draft = yield* tx.batchDraft(personId);
  if (draft === null) return;
  const after = opened(draft, id, version);
  if (after !== draft) yield* tx.saveBatchDraft(personId, after);
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
