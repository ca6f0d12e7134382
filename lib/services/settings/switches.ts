import type { Steps, Transaction } from "../../../db/store/store";
import type { Switch } from "../../domain/words";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";

/** The setting that keeps each, and the event that records it. */
const KEPT_AS = {
  canaries: { setting: "canaries.on", event: "canaries.set" },
  doubles: { setting: "doubles.on", event: "doubles.set" },
  warmUp: { setting: "warm_up.on", event: "warm_up.set" },
  softCap: { setting: "soft_cap.on", event: "soft_cap.set" },
} as const satisfies Readonly<Record<Switch, unknown>>;

/** The same inside a transaction. */
export function* isOnIn(tx: Transaction, name: Switch): Steps<boolean> {
  return (yield* tx.setting(KEPT_AS[name].setting)) === "yes";
}

/** True when it is on. */
export async function isOn(ctx: Context, name: Switch): Promise<boolean> {
  return (await ctx.store.read.setting(KEPT_AS[name].setting)) === "yes";
}

/** Switches it on or off; one that is so already is left alone. What is under way is finished. Throws `forbidden` to all but admins. */
export async function setSwitch(
  ctx: Context,
  actor: PersonActor,
  input: { readonly name: Switch; readonly on: boolean },
): Promise<void> {
  requirePermission(actor, "settings.manage");
  const { setting, event: type } = KEPT_AS[input.name];
  const value = input.on ? "yes" : "no";
  const now = ctx.clock();
  await ctx.store.transact(function* (tx) {
    if (((yield* tx.setting(setting)) ?? "no") === value) return { result: null, unchanged: true };
    yield* tx.saveSetting(setting, value);
    const event = { type, subject: null, body: { on: input.on } };
    return { result: null, events: [ledgerDraft(actorName(actor), now, event)] };
  });
}
