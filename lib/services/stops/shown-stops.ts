import type { Context } from "../context";

/** A kill switch that is on, as every screen says it. */
export interface ShownStop {
  readonly scope: string;
  /** The agent's name; null where more than one agent is stopped. */
  readonly agent: string | null;
  /** The name of who turned it on. */
  readonly by: string;
  readonly at: number;
}

/** The kill switches that are on, the newest first. */
export async function shownStops(ctx: Context): Promise<readonly ShownStop[]> {
  const stops = await ctx.store.read.stops();
  if (stops.length === 0) return [];
  const [agents, people] = await Promise.all([ctx.store.read.agents(), ctx.store.read.people()]);
  return stops
    .map(({ scope, by, at }) => ({
      scope,
      agent: agents.find(({ id }) => scope === `agent:${id}`)?.name ?? null,
      by: people.find(({ id }) => id === by)?.name ?? "someone who left",
      at,
    }))
    .sort((a, b) => b.at - a.at);
}
