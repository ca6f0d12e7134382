import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";

const CANARIES_KEY = "canaries.on";

/** True when reviewers meet tests here. Off until an admin says otherwise, and said openly to everyone. */
export async function areCanariesOn(ctx: Context): Promise<boolean> {
  return (await ctx.store.read.setting(CANARIES_KEY)) === "yes";
}

/** Switches tests of the reviewers on or off. One that is open stays until it is decided or expires. */
export async function setCanaries(ctx: Context, actor: PersonActor, input: { readonly on: boolean }): Promise<void> {
  requirePermission(actor, "settings.manage");
  const value = input.on ? "yes" : "no";
  const now = ctx.clock();
  await ctx.store.transact(function* (tx) {
    if (((yield* tx.setting(CANARIES_KEY)) ?? "no") === value) return { result: null, unchanged: true };
    yield* tx.saveSetting(CANARIES_KEY, value);
    const event = { type: "canaries.set", subject: null, body: { on: input.on } };
    return { result: null, events: [ledgerDraft(actorName(actor), now, event)] };
  });
}
