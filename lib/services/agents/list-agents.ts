import type { AgentRecord } from "../../../db/store/types";
import { isId } from "../../domain/ids";
import type { PersonActor, SystemActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";

/** Every agent, the disabled ones too, by name. */
export async function listAgents(ctx: Context, actor: PersonActor | SystemActor): Promise<readonly AgentRecord[]> {
  requirePermission(actor, "agents.read");
  return ctx.store.read.agents();
}

/** One agent. Throws `not_found`. */
export async function getAgent(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly agentId: string },
): Promise<AgentRecord> {
  requirePermission(actor, "agents.read");
  const agent = isId("agent", input.agentId) ? await ctx.store.read.agent(input.agentId) : null;
  if (agent === null) throw new AppError("not_found", "there is no such agent");
  return agent;
}
