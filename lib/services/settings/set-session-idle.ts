import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { SESSION_IDLE_KEY, SESSION_IDLE_MINUTES } from "./session-lifetime";

/** Sets after how many minutes without a request a session ends; it holds for every session at once. */
export async function setSessionIdle(ctx: Context, actor: PersonActor, input: { readonly minutes: number }): Promise<void> {
  requirePermission(actor, "settings.manage");
  const { minutes } = input;
  const { min, max } = SESSION_IDLE_MINUTES;
  if (!Number.isInteger(minutes) || minutes < min || minutes > max) {
    const says = `write a number of minutes from ${min} to ${max}`;
    throw new AppError("invalid_request", says, { issues: [{ path: "minutes", says }] });
  }
  const now = ctx.clock();
  await ctx.store.transact(function* (tx) {
    if ((yield* tx.setting(SESSION_IDLE_KEY)) === String(minutes)) return { result: null, unchanged: true };
    yield* tx.saveSetting(SESSION_IDLE_KEY, String(minutes));
    const event = { type: "session.idle_set", subject: null, body: { minutes } };
    return { result: null, events: [ledgerDraft(actorName(actor), now, event)] };
  });
}
