import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";

const SOFT_CAP_KEY = "soft_cap.on";

/** True when quick items slow down for whoever goes on without a break, or has decided very many in a day. Off until an admin says otherwise. */
export async function isSoftCapOn(ctx: Context): Promise<boolean> {
  return (await ctx.store.read.setting(SOFT_CAP_KEY)) === "yes";
}

/** Switches the soft cap on or off. It slows, it never refuses a decision. */
export async function setSoftCap(ctx: Context, actor: PersonActor, input: { readonly on: boolean }): Promise<void> {
  requirePermission(actor, "settings.manage");
  const value = input.on ? "yes" : "no";
  const now = ctx.clock();
  await ctx.store.transact(function* (tx) {
    if (((yield* tx.setting(SOFT_CAP_KEY)) ?? "no") === value) return { result: null, unchanged: true };
    yield* tx.saveSetting(SOFT_CAP_KEY, value);
    const event = { type: "soft_cap.set", subject: null, body: { on: input.on } };
    return { result: null, events: [ledgerDraft(actorName(actor), now, event)] };
  });
}
