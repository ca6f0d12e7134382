import type { Steps, Transaction } from "../../../db/store/store";
import type { LedgerDraft } from "../../../db/store/types";
import { continued, hastened, isRolledOut, paused, shareOfRollout, type Rollout } from "../../domain/policy/rollout";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { announcePolicy } from "../settings/live-settings";
import { returnVersion } from "./return-version";
import { rolloutInLock, saveRollout, type RunningRollout } from "./rollout-setting";
import { secondAdminRule } from "./second-admin";

export const ROLLOUT_TURNS = ["pause", "continue", "hasten", "return", "seen"] as const;
/** What an admin can do with a roll-out; `seen` takes note of one that was returned by itself. */
export type RolloutTurn = (typeof ROLLOUT_TURNS)[number];

export interface SteerInput {
  /** The version that takes effect in stages, as shown. */
  readonly version: number;
  readonly turn: RolloutTurn;
}

/**
 * Pauses a roll-out, lets it go on, puts its version into force for everything, or returns to the version before; in force when it is answered.
 * Throws `stale` when it is no longer under way, and `second_admin_required` where whoever made a riskier version wants it in force for everything at
 * once and a second admin is asked for such.
 */
export async function steerRollout(ctx: Context, actor: PersonActor, { version, turn }: SteerInput): Promise<void> {
  requirePermission(actor, "policy.save");
  const at = ctx.clock();
  const by = actorName(actor);
  await ctx.store.transact(function* (tx) {
    const kept = yield* rolloutInLock(tx);
    if (turn === "seen") {
      if (kept?.type !== "returned" || kept.version !== version) throw moved();
      yield* saveRollout(tx, null);
      return { result: null, events: [event(by, at, "seen", { version })] };
    }
    if (kept?.type !== "running" || kept.rollout.next.version !== version || isRolledOut(kept.rollout, at)) throw moved();
    if (turn === "return") {
      const { events } = yield* returnVersion(tx, kept, { by: actor.personId, actor: by, because: "person", at });
      yield* saveRollout(tx, null);
      return { result: null, events };
    }
    if (turn === "hasten") yield* requireOther(tx, actor, kept.rollout);
    const [rollout, type] = turned(kept.rollout, turn, at);
    if (rollout === kept.rollout) return { result: null, unchanged: true };
    yield* saveRollout(tx, { ...kept, rollout });
    return { result: null, events: [stepped(by, at, type, rollout)] };
  });
  await announcePolicy(ctx);
}

function turned(
  rollout: Rollout,
  turn: "pause" | "continue" | "hasten",
  at: number,
): readonly [Rollout, "paused" | "continued" | "hastened"] {
  switch (turn) {
    case "pause":
      return [paused(rollout, at), "paused"];
    case "continue":
      return [continued(rollout, at), "continued"];
    case "hasten":
      return [hastened(rollout, at), "hastened"];
  }
}

/** Stages are part of what the second admin agreed to: cutting them short takes another than whoever made the version. */
function* requireOther(tx: Transaction, actor: PersonActor, { next, riskier }: Rollout): Steps<void> {
  const rule = yield* secondAdminRule(tx);
  if (!riskier || !rule.on) return;
  const version = yield* tx.policy(next.version);
  if (version?.by !== actor.personId) return;
  throw new AppError(
    "second_admin_required",
    "you made this version and it lets more through: another admin must cut its stages short",
  );
}

/** Pauses what is under way, in the commit that stops everything; the rows of the ledger that follow. */
export function* pauseRollout(tx: Transaction, by: string, at: number): Steps<readonly LedgerDraft[]> {
  const kept = yield* rolloutInLock(tx);
  if (kept?.type !== "running" || kept.rollout.pausedAt !== null || isRolledOut(kept.rollout, at)) return [];
  const rollout = paused(kept.rollout, at);
  yield* saveRollout(tx, { ...kept, rollout });
  return [stepped(by, at, "paused", rollout)];
}

/** Writes down that a roll-out is over, once its time has come. Nothing waits for it: by then the version has long judged everything. */
export async function finishRollout(ctx: Context): Promise<void> {
  const { rollout: live } = ctx.live;
  const at = ctx.clock();
  if (live === null || !isRolledOut(live.rollout, at)) return;
  await ctx.store.transact(function* (tx) {
    const kept = yield* rolloutInLock(tx);
    if (kept?.type !== "running" || !isRolledOut(kept.rollout, at)) return { result: null, unchanged: true };
    yield* saveRollout(tx, null);
    return { result: null, events: [event("system:worker", at, "finished", finished(kept))] };
  });
  await announcePolicy(ctx);
}

function finished({ rollout: { next } }: RunningRollout) {
  const { checked, bad } = next.evidence;
  return { version: next.version, checked, bad };
}

function stepped(by: string, at: number, type: string, rollout: Rollout): LedgerDraft {
  const percent = Math.round(shareOfRollout(rollout, at) * 100);
  return event(by, at, type, { version: rollout.next.version, percent });
}

function event(by: string, at: number, type: string, body: Readonly<Record<string, number>>): LedgerDraft {
  return ledgerDraft(by, at, { type: `policy.rollout_${type}`, subject: "policy", body });
}

function moved(): AppError {
  return new AppError("stale", "this roll-out is no longer under way: look at what is in force");
}
