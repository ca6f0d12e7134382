import type { Steps, Transaction } from "../../../db/store/store";
import type { LedgerDraft } from "../../../db/store/types";
import type { GrantId } from "../../domain/ids";
import { isId } from "../../domain/ids";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { refreshGrants } from "../settings/live-settings";

/**
 * Ends a standing approval: from the next proposal nothing runs under it, and from the next redeem nothing that it let run and that has not run
 * yet. Reviewers may: ending is the safe direction. One that was revoked already stays as it is.
 */
export async function revokeGrant(ctx: Context, actor: PersonActor, id: string): Promise<void> {
  requirePermission(actor, "grants.revoke");
  if (!isId("grant", id)) throw missing();
  const now = ctx.clock();
  const { rows } = await ctx.store.transact(function* (tx) {
    const grant = yield* tx.grant(id);
    if (grant === null) throw missing();
    const revoked = yield* tx.revokeGrant(id, actor.personId, now);
    if (!revoked) return { result: null, unchanged: true };
    const body = { grant: id, proposal: grant.proposalId, used: grant.used };
    const event = { type: "grant.revoked", subject: grant.proposalId, agentId: grant.agentId, body };
    return { result: null, events: [ledgerDraft(actorName(actor), now, event)] };
  });
  if (rows.length > 0) await refreshGrants(ctx);
}

/** Ends a standing approval because something that ran under it was wrong, in the commit that found it; the rows of the ledger that follow. */
export function* endGrant(tx: Transaction, id: GrantId, at: number): Steps<readonly LedgerDraft[]> {
  const grant = yield* tx.grant(id);
  if (grant === null || !(yield* tx.revokeGrant(id, null, at))) return [];
  const body = { grant: id, proposal: grant.proposalId, used: grant.used, because: "finding" };
  const event = { type: "grant.revoked", subject: grant.proposalId, agentId: grant.agentId, body };
  return [ledgerDraft("system:worker", at, event)];
}

function missing(): AppError {
  return new AppError("not_found", "there is no such standing approval");
}
