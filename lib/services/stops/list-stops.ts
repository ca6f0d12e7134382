import type { StopRecord } from "../../../db/store/types";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";

/** The kill switches that are on, with who turned them on and why. Everybody signed in sees them. */
export async function listStops(
  ctx: Context,
  actor: PersonActor,
): Promise<readonly (StopRecord & { readonly byName: string })[]> {
  requirePermission(actor, "queue.read");
  const stops = await ctx.store.read.stops();
  return Promise.all(
    stops.map(async (stop) => ({ ...stop, byName: (await ctx.store.read.person(stop.by))?.name ?? "someone who left" })),
  );
}
