import type { Role } from "../../domain/words";
import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { refreshWorkspace } from "../settings/live-settings";
import { becomeTeam } from "../settings/workspace";
import type { PersonSummary } from "./person-summary";
import { keepAnAdmin, personInLock, personSummary } from "./person-summary";

/** Gives a person another role and signs them out everywhere, so that no screen keeps what they may no longer do. Throws `last_admin`. */
export async function changeRole(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly personId: string; readonly role: Role },
): Promise<PersonSummary> {
  requirePermission(actor, "people.manage");
  const now = ctx.clock();
  const { result, rows } = await ctx.store.transact(function* (tx) {
    const before = yield* personInLock(tx, input.personId);
    if (before.role === input.role) return { result: before, unchanged: true };
    yield* keepAnAdmin(tx, before);
    const after = { ...before, role: input.role };
    yield* tx.savePerson(after);
    yield* tx.revokeSessions(after.id, now, null);
    const event = { type: "person.role_changed", subject: after.id, body: { from: before.role, to: after.role } };
    const changed = ledgerDraft(actorName(actor), now, event);
    return { result: after, events: [changed, ...(yield* becomeTeam(tx, changed.actor, now))] };
  });
  await refreshWorkspace(ctx);
  if (rows.length > 0) ctx.hub.publish({ type: "access", subject: result.id });
  return personSummary(result);
}
