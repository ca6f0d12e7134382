import type { PersonActor } from "./actor";
import { AppError } from "./app-error";
import type { Context } from "./context";
import { ledgerDraft } from "./ledger-draft";
import { confirmedPerson } from "./people/set-password";

/** Records that the person said their password again, and answers the actor with the new moment. Throws `unauthenticated` for a wrong one. */
export async function confirmPassword(
  ctx: Context,
  actor: PersonActor,
  input: { readonly password: string },
): Promise<PersonActor> {
  await confirmedPerson(ctx, actor, input.password);
  const now = ctx.clock();
  await ctx.store.transact(function* (tx) {
    const session = yield* tx.session(actor.sessionId);
    if (session === null || session.revokedAt !== null)
      throw new AppError("unauthenticated", "you were signed out: sign in again");
    yield* tx.saveSession({ ...session, authenticatedAt: now });
    const event = { type: "session.confirmed", subject: actor.personId, body: { session: actor.sessionId } };
    return { result: null, events: [ledgerDraft(`person:${actor.personId}`, now, event)] };
  });
  return { ...actor, authenticatedAt: now };
}
