import type { AgentId } from "../../domain/ids";
import type { CompiledPolicy } from "../../domain/policy/compile-policy";
import { said } from "../../domain/policy/reason-texts";
import { judging, shareOfRollout } from "../../domain/policy/rollout";
import type { Action } from "../../domain/proposal";
import type { Assessment, Reason } from "../../domain/risk";
import { drawText, isDrawn } from "../../domain/second-look";
import type { Kind } from "../../domain/words";
import type { Context } from "../context";

/** The version that judges a proposal, and why that one where two of them judge; null where none can be read. */
export interface Judge {
  readonly policy: CompiledPolicy | null;
  readonly because: Reason | null;
}

/**
 * The version that judges an action of an agent now. Outside a roll-out that costs a comparison, within one a hash; the judgement itself is made once.
 * The draw is keyed and goes by agent and action: proposing the same thing again never asks another version, and what was drawn at one step stays
 * drawn at the next.
 */
export function policyFor(ctx: Context, agentId: AgentId, action: Action, declaredKind: Kind | null): Judge {
  const { policy, rollout: live } = ctx.live;
  if (live === null || policy === null) return { policy, because: null };
  const { rollout, next, before } = live;
  const share = shareOfRollout(rollout, ctx.clock());
  if (share >= 1) return { policy, because: null };
  const text = drawText(ctx.live.drawKey, "rollout", JSON.stringify([rollout.next.version, agentId, action]));
  const drawn = isDrawn(ctx.sha256(text), share);
  const judge = before === null ? (drawn ? next : null) : judging({ next, before }, action.name, declaredKind, drawn);
  const [by, part] = judge === next ? [rollout.next.version, share] : [rollout.before.version, 1 - share];
  const percent = String(Math.round(part * 100));
  const values = { next: rollout.next.version, by };
  const because = said(
    (judge === next) === drawn ? { key: "rollout.share", values: { ...values, percent } } : { key: "rollout.regulates", values },
  );
  return { policy: judge, because: { source: "rollout", says: because.text, words: because.words } };
}

/** The judgement with the reason for which that version made it, where there is one. */
export function judgedBecause(assessment: Assessment, { because }: Judge): Assessment {
  if (because === null) return assessment;
  return { ...assessment, risk: { ...assessment.risk, reasons: [because, ...assessment.risk.reasons] } };
}
