import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";

const WARM_UP_KEY = "warm_up.on";

/** True when people warm up before they begin. Off until an admin says otherwise. */
export async function isWarmUpOn(ctx: Context): Promise<boolean> {
  return (await ctx.store.read.setting(WARM_UP_KEY)) === "yes";
}

/** Switches warm-ups on or off. One that is under way is finished. */
export async function setWarmUp(ctx: Context, actor: PersonActor, input: { readonly on: boolean }): Promise<void> {
  requirePermission(actor, "settings.manage");
  const value = input.on ? "yes" : "no";
  const now = ctx.clock();
  await ctx.store.transact(function* (tx) {
    if (((yield* tx.setting(WARM_UP_KEY)) ?? "no") === value) return { result: null, unchanged: true };
    yield* tx.saveSetting(WARM_UP_KEY, value);
    const event = { type: "warm_up.set", subject: null, body: { on: input.on } };
    return { result: null, events: [ledgerDraft(actorName(actor), now, event)] };
  });
}
