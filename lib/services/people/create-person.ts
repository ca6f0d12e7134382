import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import type { NewPerson, PersonSummary } from "./person-summary";
import { personSummary, preparePerson } from "./person-summary";

/** Adds a person who can sign in at once. Throws `already_exists` for a used e-mail address, `weak_password` or `invalid_request`. */
export async function createPerson(ctx: Context, actor: PersonActor | SystemActor, input: NewPerson): Promise<PersonSummary> {
  requirePermission(actor, "people.manage");
  const person = await preparePerson(ctx, input);
  await ctx.store.transact(function* (tx) {
    if ((yield* tx.personByEmail(person.email)) !== null) {
      throw new AppError("already_exists", `someone already signs in as ${person.email}: use another address`);
    }
    yield* tx.insertPerson(person);
    const { email, name, role } = person;
    const event = { type: "person.created", subject: person.id, body: { email, name, role } };
    return { result: null, events: [ledgerDraft(actorName(actor), person.createdAt, event)] };
  });
  return personSummary(person);
}
