import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { announceStops, stopReason } from "./set-stop";
import { stopScope } from "./stop-scope";

/** Turns a kill switch off. Only an admin may, and says why; one that is off already stays off. */
export async function clearStop(
  ctx: Context,
  actor: PersonActor,
  input: { readonly scope: string; readonly reason: string },
): Promise<void> {
  requirePermission(actor, "stops.clear");
  const [scope, reason, now] = [stopScope(input.scope), stopReason(input.reason), ctx.clock()];
  const { rows } = await ctx.store.transact(function* (tx) {
    if ((yield* tx.stop(scope)) === null) return { result: null, unchanged: true };
    yield* tx.deleteStop(scope);
    return {
      result: null,
      events: [ledgerDraft(actorName(actor), now, { type: "stop.cleared", subject: scope, body: { reason } })],
    };
  });
  if (rows.length > 0) await announceStops(ctx);
}
