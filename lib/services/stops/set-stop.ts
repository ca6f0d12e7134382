import type { StopRecord } from "../../../db/store/types";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { pauseRollout } from "../policy/steer-rollout";
import { announcePolicy, refreshStops } from "../settings/live-settings";
import { stopScope } from "./stop-scope";

/**
 * Turns a kill switch on: from the next proposal and the next redeem, nothing in its scope runs without a person. Reviewers may: stopping is the
 * safe direction. One that is on already stays as it is. While everything is stopped nothing is learnt of a version that takes effect in
 * stages: it is paused, and an admin lets it go on.
 */
export async function setStop(
  ctx: Context,
  actor: PersonActor,
  input: { readonly scope: string; readonly reason: string },
): Promise<StopRecord> {
  requirePermission(actor, "stops.set");
  const stop: StopRecord = {
    scope: stopScope(input.scope),
    by: actor.personId,
    at: ctx.clock(),
    reason: stopReason(input.reason),
  };
  const { result, rows } = await ctx.store.transact(function* (tx) {
    const on = yield* tx.stop(stop.scope);
    if (on !== null) return { result: on, unchanged: true };
    yield* tx.insertStop(stop);
    const event = { type: "stop.set", subject: stop.scope, body: { reason: stop.reason } };
    const paused = stop.scope === "all" ? yield* pauseRollout(tx, actorName(actor), stop.at) : [];
    return { result: stop, events: [ledgerDraft(actorName(actor), stop.at, event), ...paused] };
  });
  if (rows.length > 0) await announceStops(ctx);
  if (rows.some(({ type }) => type === "policy.rollout_paused")) await announcePolicy(ctx);
  return result;
}

/** Puts the switches as committed into force and tells every screen. */
export async function announceStops(ctx: Context): Promise<void> {
  await refreshStops(ctx);
  ctx.hub.publish({ type: "stops" });
}

/** Why it is turned on or off: required, because someone else will read it in a hurry. Throws `reason_required`. */
export function stopReason(text: string): string {
  const reason = text.normalize("NFC").trim();
  if (reason.length >= 3 && reason.length <= 500 && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(reason)) return reason;
  throw new AppError("reason_required", "say why in 3 to 500 visible characters");
}
