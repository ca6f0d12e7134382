import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { listPeople } from "./list-people";
import type { PersonSummary } from "./person-summary";

/** A person with when they last asked for something; null for someone who never signed in. A minute coarse. */
export type PersonReading = PersonSummary & { readonly lastSeenAt: number | null };

/** Everyone who has or had an account, oldest first, with when they were last here. */
export async function readPeople(ctx: Context, actor: PersonActor): Promise<readonly PersonReading[]> {
  const people = await listPeople(ctx, actor);
  return Promise.all(
    people.map(async (person) => {
      const seen = (await ctx.store.read.sessionsOfPerson(person.id)).map(({ lastSeenAt }) => lastSeenAt);
      return { ...person, lastSeenAt: seen.length === 0 ? null : Math.max(...seen) };
    }),
  );
}
