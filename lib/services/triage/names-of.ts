import type { PersonId } from "../../domain/ids";
import type { Context } from "../context";

/** Names of the people in a list, looked up once each. Unknown people are left out. */
export async function namesOf(ctx: Context, ids: Iterable<PersonId>): Promise<ReadonlyMap<PersonId, string>> {
  const names = new Map<PersonId, string>();
  for (const id of new Set(ids)) {
    const person = await ctx.store.read.person(id);
    if (person !== null) names.set(id, person.name);
  }
  return names;
}
