import type { Steps, Transaction } from "../../../db/store/store";
import type { LedgerDraft } from "../../../db/store/types";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { announcePolicy } from "../settings/live-settings";
import type { ProposedChange } from "./pending-change";
import { pendingInLock, savePending } from "./pending-change";
import { insertVersion, requireLatest } from "./save-policy";
import { secondAdminRule, switchRule } from "./second-admin";

type ChangeRef = {
  /** Of the change as shown: another one cannot be agreed to by mistake. */
  readonly digest: string;
};

/**
 * Another admin agrees, and the change takes effect. Throws `second_admin_required` for the proposer themself, or when the proposer is no longer
 * an admin; `stale` when another change waits now; `policy_conflict` when the policy moved on.
 */
export async function approvePolicyChange(
  ctx: Context,
  actor: PersonActor,
  input: ChangeRef,
): Promise<{ readonly version: number | null }> {
  requirePermission(actor, "policy.save");
  const now = ctx.clock();
  const { result } = await ctx.store.transact(function* (tx) {
    const pending = yield* shownChange(tx, input.digest);
    if (pending.by === actor.personId) {
      throw new AppError("second_admin_required", "you proposed this: another admin must agree to it");
    }
    const proposer = yield* tx.person(pending.by);
    if (proposer?.role !== "admin" || proposer.disabledAt !== null) {
      throw new AppError("second_admin_required", "its proposer is no longer an admin: propose it yourself and ask another");
    }
    yield* savePending(tx, null);
    const agreed = ledgerDraft(actorName(actor), now, {
      type: "policy.agreed",
      subject: "policy",
      body: { digest: pending.digest, proposedBy: pending.by },
    });
    return yield* carryOut(ctx, tx, actor, pending, agreed);
  });
  if (result.version !== null) await announcePolicy(ctx);
  return result;
}

type Carried = {
  readonly result: { readonly version: number | null };
  readonly events: readonly [LedgerDraft, ...LedgerDraft[]];
};

function* carryOut(
  ctx: Context,
  tx: Transaction,
  actor: PersonActor,
  { by, change }: ProposedChange,
  agreed: LedgerDraft,
): Steps<Carried> {
  if (change.type === "rule") {
    const { rule: from } = yield* secondAdminRule(tx);
    yield* switchRule(tx, change.rule);
    const body = { from, to: change.rule };
    const switched = ledgerDraft(actorName(actor), agreed.at, { type: "policy.second_admin_set", subject: "policy", body });
    return { result: { version: null }, events: [agreed, switched] };
  }
  yield* requireLatest(tx, change.basedOn);
  const { text, basedOn, note, stepDays = null } = change;
  const version = basedOn + 1;
  const saved = yield* insertVersion(ctx, tx, { version, text, by, at: agreed.at, note, basedOn }, actor, {
    riskier: true,
    stepDays,
  });
  return { result: { version }, events: [agreed, saved] };
}

/** Drops the change that waits: its proposer takes it back, or another admin says no. */
export async function dropPolicyChange(ctx: Context, actor: PersonActor, input: ChangeRef): Promise<void> {
  requirePermission(actor, "policy.save");
  const now = ctx.clock();
  await ctx.store.transact(function* (tx) {
    const pending = yield* shownChange(tx, input.digest);
    yield* savePending(tx, null);
    const body = { digest: pending.digest, proposedBy: pending.by };
    return { result: null, events: [ledgerDraft(actorName(actor), now, { type: "policy.dropped", subject: "policy", body })] };
  });
}

function* shownChange(tx: Transaction, digest: string): Steps<ProposedChange> {
  const pending = yield* pendingInLock(tx);
  if (pending === null) throw new AppError("not_found", "no change is waiting any more");
  if (pending.digest !== digest) throw new AppError("stale", "another change waits now: look at it first");
  return pending;
}
