import type { PersonActor, SystemActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";
import type { PersonSummary } from "./person-summary";
import { personSummary } from "./person-summary";

/** Everyone who has or had an account, oldest first. */
export async function listPeople(ctx: Context, actor: PersonActor | SystemActor): Promise<readonly PersonSummary[]> {
  requirePermission(actor, "people.read");
  return (await ctx.store.read.people()).map(personSummary);
}
