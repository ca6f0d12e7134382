import type { PersonRecord } from "../../../db/store/types";
import type { SessionId } from "../../domain/ids";
import { isId } from "../../domain/ids";
import { normalisedPassword } from "../../domain/password";
import type { PersonActor, SystemActor } from "../actor";
import { actorName } from "../actor";
import { AppError, isAppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { verifyPassword } from "../password-hashing";
import { requirePermission } from "../require-permission";
import { beginAttempt } from "../sign-in-attempts";
import { newPasswordHash, personInLock } from "./person-summary";

/** Gives a person another password and signs them out everywhere. Throws `weak_password`. */
export async function setPassword(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly personId: string; readonly password: string },
): Promise<void> {
  requirePermission(actor, "people.manage");
  const person = await existing(ctx, input.personId);
  const passwordHash = await newPasswordHash(ctx, input.password, person);
  await savePassword(ctx, actor, person, passwordHash, null);
}

/** Changes one's own password; every other session of the person ends, this one stays. Throws `unauthenticated` for a wrong current one. */
export async function changeOwnPassword(
  ctx: Context,
  actor: PersonActor,
  input: { readonly current: string; readonly next: string },
): Promise<void> {
  const person = await confirmedPerson(ctx, actor, input.current);
  const passwordHash = await newPasswordHash(ctx, input.next, person);
  await savePassword(ctx, actor, person, passwordHash, actor.sessionId);
}

/** The person, once they have said their password again. Guesses count with those at the sign-in page. */
export async function confirmedPerson(ctx: Context, actor: PersonActor, password: string): Promise<PersonRecord> {
  const person = await existing(ctx, actor.personId);
  const attempt = beginAttempt(ctx, person.email, null);
  try {
    const right = await verifyPassword(ctx, person.passwordHash, normalisedPassword(password));
    if (!right) throw new AppError("unauthenticated", "the password is not right");
    attempt.succeeded();
    return person;
  } catch (error) {
    if (!isAppError(error) || error.code !== "unauthenticated") attempt.withdrawn();
    throw error;
  }
}

async function savePassword(
  ctx: Context,
  actor: PersonActor | SystemActor,
  read: PersonRecord,
  passwordHash: string,
  keep: SessionId | null,
): Promise<void> {
  const now = ctx.clock();
  await ctx.store.transact(function* (tx) {
    const person = yield* personInLock(tx, read.id);
    if (person.passwordHash !== read.passwordHash) throw new AppError("stale", "the password was changed meanwhile: try again");
    yield* tx.savePerson({ ...person, passwordHash });
    yield* tx.revokeSessions(person.id, now, keep);
    const event = { type: "person.password_changed", subject: person.id, body: { own: keep !== null } };
    return { result: null, events: [ledgerDraft(actorName(actor), now, event)] };
  });
  // Streams of the session that stays are closed too, and open again by themselves.
  ctx.hub.publish({ type: "access", subject: read.id });
}

async function existing(ctx: Context, id: string): Promise<PersonRecord> {
  const person = isId("person", id) ? await ctx.store.read.person(id) : null;
  if (person === null) throw new AppError("not_found", "there is no such person");
  return person;
}
