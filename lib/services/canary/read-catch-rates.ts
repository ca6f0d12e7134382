import type { CanaryTally } from "../../../db/store/look-types";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";
import { isOn } from "../settings/switches";

/** The figures are of the last year: who looked badly long ago may look well now. */
const WINDOW_MS = 365 * 24 * 60 * 60_000;

export interface CatchRates {
  /** True when reviewers meet tests here: said to everyone, always. */
  readonly on: boolean;
  readonly byKind: readonly CanaryTally[];
}

/** The caller's own figures, for nobody else; and whether there are tests at all, which everyone is told. */
export async function readOwnCatches(ctx: Context, actor: PersonActor): Promise<CatchRates> {
  return read(ctx, actor.personId);
}

/** Everybody's figures together, by kind and without names: what the reviewers' sensitivity is computed from. */
export async function readAllCatches(ctx: Context, actor: PersonActor): Promise<CatchRates> {
  requirePermission(actor, "people.read");
  return read(ctx, null);
}

async function read(ctx: Context, by: PersonActor["personId"] | null): Promise<CatchRates> {
  const [on, byKind] = await Promise.all([isOn(ctx, "canaries"), ctx.store.read.canaryTally(by, ctx.clock() - WINDOW_MS)]);
  return { on, byKind: [...byKind].sort((a, b) => (a.kind < b.kind ? -1 : 1)) };
}
