import type { AgentRecord } from "../../../db/store/types";
import { isId } from "../../domain/ids";
import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";

type AgentRef = { readonly agentId: string };

/** Shuts an agent out: its next request is refused and its open waits close. What it proposed stays where it is. */
export function disableAgent(ctx: Context, actor: PersonActor | SystemActor, input: AgentRef): Promise<AgentRecord> {
  return setDisabled(ctx, actor, input.agentId, true);
}

/** Lets a disabled agent back in, with the keys it had. */
export function enableAgent(ctx: Context, actor: PersonActor | SystemActor, input: AgentRef): Promise<AgentRecord> {
  return setDisabled(ctx, actor, input.agentId, false);
}

async function setDisabled(
  ctx: Context,
  actor: PersonActor | SystemActor,
  agentId: string,
  disabled: boolean,
): Promise<AgentRecord> {
  requirePermission(actor, "agents.manage");
  const now = ctx.clock();
  const { result, rows } = await ctx.store.transact(function* (tx) {
    const before = isId("agent", agentId) ? yield* tx.agent(agentId) : null;
    if (before === null) throw new AppError("not_found", "there is no such agent");
    if (before.builtIn) throw new AppError("forbidden", "the agent `manual` stands for people: it cannot be disabled");
    if ((before.disabledAt !== null) === disabled) return { result: before, unchanged: true };
    const after = { ...before, disabledAt: disabled ? now : null };
    yield* tx.saveAgent(after);
    const event = { type: disabled ? "agent.disabled" : "agent.enabled", subject: after.id, agentId: after.id, body: {} };
    return { result: after, events: [ledgerDraft(actorName(actor), now, event)] };
  });
  if (rows.length > 0) ctx.hub.publish({ type: "access", subject: result.id });
  return result;
}
