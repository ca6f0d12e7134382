import { nextStepAt, isRolledOut, shareOfRollout, stepOfRollout, type RolloutSide } from "../../domain/policy/rollout";
import { returnWords } from "../../domain/policy/return-words";
import type { RolloutReading, SideReading } from "../../domain/policy/rollout-reading";
import type { Assessment } from "../../domain/risk";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { noteCount, readCount } from "../ladder/volume";
import { requirePermission } from "../require-permission";

function countName(next: number, by: number): string {
  return `rollout:${String(next)}:${String(by)}`;
}

/** Counts what a version let run while one takes effect in stages: in memory, and otherwise one comparison. */
export function noteRollout(ctx: Context, { treatment, policyVersion }: Pick<Assessment, "treatment" | "policyVersion">): void {
  const { rollout } = ctx.live;
  if (rollout === null || (treatment !== "auto" && treatment !== "audit")) return;
  noteCount(ctx, countName(rollout.rollout.next.version, policyVersion));
}

/** The roll-out under way, or the one that was returned by itself and that no admin has seen; null where there is neither. */
export async function readRolloutFor(ctx: Context, actor: PersonActor): Promise<RolloutReading | null> {
  requirePermission(actor, "policy.read");
  const { rollout: live, returned } = ctx.live;
  if (returned !== null) {
    const { version, before, at, because } = returned;
    return { type: "returned", version, before, at, why: returnWords(because) };
  }
  const now = ctx.clock();
  if (live === null || isRolledOut(live.rollout, now)) return null;
  const { rollout } = live;
  const sideOf = async ({ version, evidence: { checked, bad } }: RolloutSide): Promise<SideReading> => {
    const ran = await readCount(ctx, countName(rollout.next.version, version), rollout.startedAt);
    return { version, ran, checked, bad };
  };
  const [next, before] = await Promise.all([sideOf(rollout.next), sideOf(rollout.before)]);
  return {
    ...{ type: "running", next, before, step: stepOfRollout(rollout, now), share: shareOfRollout(rollout, now) },
    ...{ nextAt: nextStepAt(rollout, now), pausedAt: rollout.pausedAt, riskier: rollout.riskier },
  };
}
