import type { PersonId } from "../../domain/ids";
import type { Reflex, Vigilance } from "../../domain/measure/vigilance";
import { LOOKED_AT, missesTests, reflexOf } from "../../domain/measure/vigilance";
import { can } from "../../domain/permissions";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";

/** Whether the caller's own last decisions look like a reflex: told to them alone. */
export async function readOwnReflex(ctx: Context, actor: PersonActor): Promise<Reflex | null> {
  return reflexOfPerson(ctx, actor.personId);
}

/** The same of everybody, in numbers. Throws `forbidden` to those who may not read people. */
export async function readVigilance(ctx: Context, actor: PersonActor): Promise<Vigilance> {
  requirePermission(actor, "people.read");
  return vigilance(ctx);
}

/** The same for the server's own metrics, which name nobody. */
export async function vigilance(ctx: Context): Promise<Vigilance> {
  const people = await ctx.store.read.people();
  const deciding = people.filter(({ role, disabledAt }) => disabledAt === null && can(role, "proposal.decide"));
  const [tests, ...reflexes] = await Promise.all([
    ctx.store.read.lastCatches(null, LOOKED_AT.tests),
    ...deciding.map(({ id }) => reflexOfPerson(ctx, id)),
  ]);
  const byReflex = reflexes.filter((reflex) => reflex !== null).length;
  return { reviewers: deciding.length, byReflex, tests, missing: missesTests(tests) };
}

async function reflexOfPerson(ctx: Context, id: PersonId): Promise<Reflex | null> {
  // A wrong pick that was caught decided nothing and is left out: hence more than are looked at.
  const last = await ctx.store.read.lastReviews(id, 2 * LOOKED_AT.decisions);
  return reflexOf(last.filter(({ type }) => type !== "slip_caught").slice(0, LOOKED_AT.decisions));
}
