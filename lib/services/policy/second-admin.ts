import type { Steps, Transaction } from "../../../db/store/store";
import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { readWorkspace } from "../settings/workspace";
import { proposedChange, savePending } from "./pending-change";

/** The setting that switches the rule: `on`, `off`, or absent for on once there are two admins. */
const RULE_KEY = "policy.second_admin";

/** Whether a riskier policy needs a second admin, and whether there is one. */
export interface SecondAdminRule {
  readonly on: boolean;
  readonly admins: number;
}

export function* secondAdminRule(tx: Transaction): Steps<SecondAdminRule> {
  const [chosen, admins] = [yield* tx.setting(RULE_KEY), yield* tx.countPeople("admin")];
  return { on: ruleOn(chosen, admins), admins };
}

/** The rule as it stands, for the settings page. */
export async function readSecondAdminRule(ctx: Context): Promise<SecondAdminRule> {
  const admins = await ctx.store.read.countPeople("admin");
  return { on: ruleOn(await ctx.store.read.setting(RULE_KEY), admins), admins };
}

function ruleOn(chosen: string | null, admins: number): boolean {
  return chosen === null || chosen === "" ? admins >= 2 : chosen === "on";
}

/** Switches the rule off, under the write lock: only with another admin's agreement, or the deliberate act of a single one. */
export function* switchRule(tx: Transaction, on: boolean): Steps<void> {
  yield* tx.saveSetting(RULE_KEY, on ? "on" : "off");
}

export type SwitchOutcome = "switched" | "waiting" | "unchanged";

/**
 * Switches the rule. On takes effect at once. Off lets more through, so while there are two admins it waits for the other one's agreement;
 * a single admin types the workspace's name. Throws `act_required` without it.
 */
export async function setSecondAdminRule(
  ctx: Context,
  actor: PersonActor,
  input: { readonly on: boolean; readonly confirmName?: string },
): Promise<SwitchOutcome> {
  requirePermission(actor, "policy.save");
  const { name } = await readWorkspace(ctx);
  const now = ctx.clock();
  const { result } = await ctx.store.transact<SwitchOutcome>(function* (tx) {
    const rule = yield* secondAdminRule(tx);
    if (rule.on === input.on) return { result: "unchanged", unchanged: true };
    if (!input.on && rule.admins >= 2) {
      yield* savePending(tx, proposedChange(ctx, actor.personId, { type: "rule_off" }));
      const proposed = { type: "policy.proposed", subject: "policy", body: { change: "second admin no longer needed" } };
      return { result: "waiting", events: [ledgerDraft(actorName(actor), now, proposed)] };
    }
    if (!input.on) requireName(actor, input.confirmName, name);
    yield* switchRule(tx, input.on);
    const switched = { type: "policy.second_admin_set", subject: "policy", body: { on: input.on } };
    return { result: "switched", events: [ledgerDraft(actorName(actor), now, switched)] };
  });
  return result;
}

/** Throws `act_required` unless the workspace's name was typed: what a single admin does instead of asking another. */
export function requireName(actor: PersonActor | SystemActor, typed: string | undefined, name: string): void {
  if (actor.type === "system" || typed?.normalize("NFC").trim() === name) return;
  throw new AppError("act_required", `this lets more through: type the workspace's name, \`${name}\`, to confirm`, {
    context: { type: name },
  });
}
