import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { refreshWorkspace } from "../settings/live-settings";
import { becomeTeam } from "../settings/workspace";
import type { NewPerson, PersonSummary } from "./person-summary";
import { personSummary, preparePerson } from "./person-summary";

/**
 * Adds a person who can sign in at once; with a second one who may sign, the workspace is a team. Throws `already_exists` for a used e-mail
 * address, `weak_password` or `invalid_request`.
 */
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
    const created = ledgerDraft(actorName(actor), person.createdAt, event);
    return { result: null, events: [created, ...(yield* becomeTeam(tx, created.actor, created.at))] };
  });
  await refreshWorkspace(ctx);
  return personSummary(person);
}
