import { isId } from "../../domain/ids";
import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import type { KeySummary } from "./key-summary";
import { keySummary } from "./key-summary";

/** Ends a key for good: the next request with it is refused and open waits close. Repeating it changes nothing. */
export async function revokeKey(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly keyId: string },
): Promise<KeySummary> {
  requirePermission(actor, "keys.manage");
  const { keyId } = input;
  const now = ctx.clock();
  const { result, rows } = await ctx.store.transact(function* (tx) {
    const before = isId("key", keyId) ? yield* tx.key(keyId) : null;
    if (before === null) throw new AppError("not_found", "there is no such key");
    if (before.revokedAt !== null) return { result: before, unchanged: true };
    const after = { ...before, revokedAt: now };
    yield* tx.saveKey(after);
    const event = { type: "key.revoked", subject: after.id, agentId: after.agentId, body: { prefix: after.prefix } };
    return { result: after, events: [ledgerDraft(actorName(actor), now, event)] };
  });
  if (rows.length > 0) ctx.hub.publish({ type: "access", subject: result.id });
  return keySummary(result);
}
