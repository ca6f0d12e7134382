import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { refreshWorkspace } from "../settings/live-settings";
import { becomeTeam } from "../settings/workspace";
import type { PersonSummary } from "./person-summary";
import { keepAnAdmin, personInLock, personSummary } from "./person-summary";

/** Ends a person's access: their next request is refused and their open streams close. What they decided stays. Throws `last_admin`. */
export function disablePerson(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly personId: string },
): Promise<PersonSummary> {
  return setDisabled(ctx, actor, input.personId, true);
}

/** Lets a disabled person sign in again, with the password they had. */
export function enablePerson(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly personId: string },
): Promise<PersonSummary> {
  return setDisabled(ctx, actor, input.personId, false);
}

async function setDisabled(
  ctx: Context,
  actor: PersonActor | SystemActor,
  personId: string,
  disabled: boolean,
): Promise<PersonSummary> {
  requirePermission(actor, "people.manage");
  const now = ctx.clock();
  const { result, rows } = await ctx.store.transact(function* (tx) {
    const before = yield* personInLock(tx, personId);
    if ((before.disabledAt !== null) === disabled) return { result: before, unchanged: true };
    if (disabled) {
      yield* keepAnAdmin(tx, before);
      yield* tx.revokeSessions(before.id, now, null);
    }
    const after = { ...before, disabledAt: disabled ? now : null };
    yield* tx.savePerson(after);
    const event = { type: disabled ? "person.disabled" : "person.enabled", subject: after.id, body: {} };
    const changed = ledgerDraft(actorName(actor), now, event);
    return { result: after, events: [changed, ...(yield* becomeTeam(tx, changed.actor, now))] };
  });
  await refreshWorkspace(ctx);
  if (rows.length > 0) ctx.hub.publish({ type: "access", subject: result.id });
  return personSummary(result);
}
