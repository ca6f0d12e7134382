import type { AgentId } from "../../domain/ids";
import { fitsGrant, isInForce } from "../../domain/policy/grant";
import type { Action, Target } from "../../domain/proposal";
import type { Kind } from "../../domain/words";
import type { Context, LiveGrant, LiveGrants } from "../context";

function keyOf(agentId: AgentId, actionName: string): string {
  return JSON.stringify([agentId, actionName]);
}

/** The standing approvals in force, as committed. */
export async function readGrants(ctx: Context): Promise<LiveGrants> {
  const grants = new Map<string, LiveGrant[]>();
  const names = new Map<string, string>();
  for (const grant of await ctx.store.read.grantsInForce(ctx.clock())) {
    const byName = names.get(grant.by) ?? (await ctx.store.read.person(grant.by))?.name ?? "someone who left";
    names.set(grant.by, byName);
    const key = keyOf(grant.agentId, grant.action.name);
    grants.set(key, [...(grants.get(key) ?? []), { grant, byName }]);
  }
  return grants;
}

/** The standing approval that fits an action, null for none: one look-up where the agent has none for it. How often it was used is asked under the write lock. */
export function grantFor(
  ctx: Context,
  agentId: AgentId,
  kind: Kind,
  { action, target }: { readonly action: Action; readonly target: Target | null },
): LiveGrant | null {
  const known = ctx.live.grants.get(keyOf(agentId, action.name));
  if (known === undefined) return null;
  const now = ctx.clock();
  return known.find(({ grant }) => isInForce(grant, now) && fitsGrant(grant, { agentId, kind, action, target })) ?? null;
}
