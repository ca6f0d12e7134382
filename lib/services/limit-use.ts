import type { AgentId } from "../domain/ids";
import { foldName } from "../domain/policy/action-pattern";
import type { CompiledPolicy } from "../domain/policy/compile-policy";
import { limitsFor } from "../domain/policy/compile-policy";

/** One limit that a proposal counts towards, and the bucket it counts in. */
export interface LimitUse {
  readonly id: string;
  readonly key: string;
  /** Start of the window, milliseconds: windows are fixed, so the cost of a look-up does not grow with history. */
  readonly windowStart: number;
  readonly sum: number;
}

/**
 * The limits whose pattern fits the action, each with its bucket at `now`. A limit fits names however they are spelled, so all spellings of one
 * name share its bucket.
 */
export function limitUses(
  policy: CompiledPolicy,
  actionName: string,
  amount: number | null,
  agentId: AgentId,
  now: number,
): readonly LimitUse[] {
  return limitsFor(policy, actionName).map(({ id, limit, windowMs }) => ({
    id,
    key: { agent: `${id}|${agentId}`, action: `${id}|${foldName(actionName)}`, workspace: id }[limit.per],
    windowStart: Math.floor(now / windowMs) * windowMs,
    sum: amount ?? 0,
  }));
}
