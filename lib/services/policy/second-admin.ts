import type { Steps, Transaction } from "../../../db/store/store";
import type { SecondAdminRule } from "../../domain/policy/second-admin-rule";
import { asksSecondAdmin, SECOND_ADMIN_DEFAULT, SECOND_ADMIN_RULES, switchingTakes } from "../../domain/policy/second-admin-rule";
import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { readWorkspace } from "../settings/workspace";
import { proposedChange, savePending } from "./pending-change";

/** The setting that holds what was chosen, absent where nobody chose. */
const RULE_KEY = "policy.second_admin";

/** Whether a riskier policy needs a second admin, and whether there is one. */
export interface SecondAdmin {
  readonly rule: SecondAdminRule;
  /** Whether that asks for one now. */
  readonly on: boolean;
  /** How many admins can sign in. */
  readonly admins: number;
}

export function* secondAdminRule(tx: Transaction): Steps<SecondAdmin> {
  const [chosen, admins] = [yield* tx.setting(RULE_KEY), yield* tx.countPeople("admin")];
  return standing(chosen, admins);
}

/** The rule as it stands, for whoever may read the policy. */
export async function readSecondAdminRule(ctx: Context, actor: PersonActor | SystemActor): Promise<SecondAdmin> {
  requirePermission(actor, "policy.read");
  const { read } = ctx.store;
  return standing(await read.setting(RULE_KEY), await read.countPeople("admin"));
}

/** What cannot be read back counts as not chosen. */
function standing(chosen: string | null, admins: number): SecondAdmin {
  const rule = SECOND_ADMIN_RULES.find((known) => known === chosen) ?? SECOND_ADMIN_DEFAULT;
  return { rule, on: asksSecondAdmin(rule, admins), admins };
}

/** Switches the rule, under the write lock: only once whatever {@link switchingTakes} was given. */
export function* switchRule(tx: Transaction, rule: SecondAdminRule): Steps<void> {
  yield* tx.saveSetting(RULE_KEY, rule);
}

export type SwitchOutcome = "switched" | "waiting" | "unchanged";

/**
 * Switches the rule. Asking more takes effect at once. Asking less lets more through, so where the rule asks and there is another admin it waits
 * for their agreement, and otherwise whoever switches types the workspace's name. Throws `act_required` without it. The command line switches
 * at once: that is the way out when the other admin is gone.
 */
export async function setSecondAdminRule(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly rule: SecondAdminRule; readonly confirmName?: string },
): Promise<SwitchOutcome> {
  requirePermission(actor, "policy.save");
  const { name } = await readWorkspace(ctx);
  const now = ctx.clock();
  const to = input.rule;
  const { result } = await ctx.store.transact<SwitchOutcome>(function* (tx) {
    const { rule: from, admins } = yield* secondAdminRule(tx);
    if (from === to) return { result: "unchanged", unchanged: true };
    const takes = switchingTakes(from, to, admins);
    if (takes === "agreement" && actor.type === "person") {
      const pending = proposedChange(ctx, actor.personId, { type: "rule", rule: to });
      yield* savePending(tx, pending);
      const proposed = { type: "policy.proposed", subject: "policy", body: { secondAdmin: to, digest: pending.digest } };
      return { result: "waiting", events: [ledgerDraft(actorName(actor), now, proposed)] };
    }
    if (takes !== "nothing") requireName(actor, input.confirmName, name);
    yield* switchRule(tx, to);
    const switched = { type: "policy.second_admin_set", subject: "policy", body: { from, to } };
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
