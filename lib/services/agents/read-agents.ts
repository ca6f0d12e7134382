import type { AgentRecord, ObservationRecord, StopRecord } from "../../../db/store/types";
import { isId } from "../../domain/ids";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import type { KeySummary } from "../keys/key-summary";
import { keySummary } from "../keys/key-summary";
import { requirePermission } from "../require-permission";
import { listStops } from "../stops/list-stops";

/** A key with the name of who made it; null for the command line or someone who left. */
export type AgentKey = KeySummary & { readonly createdByName: string | null };

/** One agent with what an admin asks about it first. */
export interface AgentReading {
  readonly agent: AgentRecord;
  readonly ownerName: string | null;
  /** Dead ones too, oldest first. */
  readonly keys: readonly AgentKey[];
  /** Proposals that wait for a person; counting ends at {@link PENDING_CAP} a key. */
  readonly pending: number;
  /** One for each action and version, by action. */
  readonly observations: readonly ObservationRecord[];
  /** Its own kill switch, null while it is off. */
  readonly stop: (StopRecord & { readonly byName: string }) | null;
}

/** Where counting what waits ends, for each key: more than this is "many". */
export const PENDING_CAP = 100;

/** Every agent, the disabled ones too, by name. Costs the same whatever the history holds. */
export async function readAgents(ctx: Context, actor: PersonActor): Promise<readonly AgentReading[]> {
  requirePermission(actor, "agents.read");
  const [agents, stops] = await Promise.all([ctx.store.read.agents(), listStops(ctx, actor)]);
  return Promise.all(agents.map((agent) => reading(ctx, agent, stops)));
}

/** One agent. Throws `not_found`. */
export async function readAgent(ctx: Context, actor: PersonActor, input: { readonly agentId: string }): Promise<AgentReading> {
  requirePermission(actor, "agents.read");
  const agent = isId("agent", input.agentId) ? await ctx.store.read.agent(input.agentId) : null;
  if (agent === null) throw new AppError("not_found", "there is no such agent");
  return reading(ctx, agent, await listStops(ctx, actor));
}

async function reading(ctx: Context, agent: AgentRecord, stops: Awaited<ReturnType<typeof listStops>>): Promise<AgentReading> {
  const { read } = ctx.store;
  const [keys, observations, ownerName] = await Promise.all([
    read.keysOfAgent(agent.id),
    read.observationsOfAgent(agent.id),
    nameOf(ctx, agent.ownerId),
  ]);
  const pending = await Promise.all(keys.map((key) => read.pendingOfKey(key.id, PENDING_CAP)));
  return {
    agent,
    ownerName,
    keys: await Promise.all(keys.map(async (key) => ({ ...keySummary(key), createdByName: await nameOf(ctx, key.createdBy) }))),
    pending: pending.reduce((sum, count) => sum + count, 0),
    observations,
    stop: stops.find(({ scope }) => scope === `agent:${agent.id}`) ?? null,
  };
}

async function nameOf(ctx: Context, id: AgentRecord["ownerId"]): Promise<string | null> {
  return id === null ? null : ((await ctx.store.read.person(id))?.name ?? null);
}
