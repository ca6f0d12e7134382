import type { AgentId } from "../../domain/ids";
import type { LadderFacts, Level } from "../../domain/policy/ladder-handling";
import { LADDER_SHARE, tightens } from "../../domain/policy/ladder-handling";
import type { Action } from "../../domain/proposal";
import { drawText, isDrawn } from "../../domain/second-look";
import type { Kind, Tier } from "../../domain/words";
import type { Context, LadderStanding, LiveLadder } from "../context";
import { readVolume } from "./volume";

const DAY_MS = 86_400_000;

function keyOf(agentId: AgentId, actionName: string, kind: Kind): string {
  return JSON.stringify([agentId, actionName, kind]);
}

/** The ladder as committed. */
export async function readLadder(ctx: Context): Promise<LiveLadder> {
  const ladder = new Map<string, LadderStanding[]>();
  const moved = await ctx.store.read.movedCells();
  const volumes = await Promise.all(moved.map((record) => readVolume(ctx, record)));
  for (const [index, { agentId, actionName, kind, tier, level, cell }] of moved.entries()) {
    const key = keyOf(agentId, actionName, kind);
    ladder.set(key, [...(ladder.get(key) ?? []), { actionName, tier, level, cell, monthly: volumes[index] ?? 0 }]);
  }
  return ladder;
}

/**
 * Where an agent's action stands; undefined on L1 everywhere, which costs one look-up. Another version of the agent has earned nothing: for it only
 * what tightens counts. The draw is keyed, and the same all day for the same action, so that asking again does not ask better.
 */
export function ladderFor(
  ctx: Context,
  agentId: AgentId,
  action: Action,
  kind: Kind,
  fingerprint: string,
): LadderFacts | undefined {
  const cells = ctx.live.ladder.get(keyOf(agentId, action.name, kind));
  if (cells === undefined) return undefined;
  const levels: Partial<Record<Tier, Level>> = {};
  for (const { tier, level, cell } of cells) if (tightens(level) || cell.fingerprint === fingerprint) levels[tier] = level;
  return { levels, drawn: isDrawnToday(ctx, agentId, action) };
}

/** Whether an action is among the share that is looked at before it runs. */
export function isDrawnToday(ctx: Context, agentId: AgentId, action: Action): boolean {
  const day = Math.floor(ctx.clock() / DAY_MS);
  const text = drawText(ctx.live.drawKey, "ladder", JSON.stringify([agentId, action, day]));
  return isDrawn(ctx.sha256(text), LADDER_SHARE.L2);
}
