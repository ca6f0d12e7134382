import type { PersonRecord, SessionRecord } from "../../db/store/types";
import { normaliseEmail } from "../domain/email";
import type { PersonId, SessionId } from "../domain/ids";
import { normalisedPassword } from "../domain/password";
import { AppError, isAppError } from "./app-error";
import type { Context } from "./context";
import { ledgerDraft } from "./ledger-draft";
import { verifyPassword } from "./password-hashing";
import { SESSION_MS } from "./settings/session-lifetime";
import { beginAttempt } from "./sign-in-attempts";

export interface SignInInput {
  readonly email: string;
  readonly password: string;
  /** Where the request came from, null when the server cannot tell. */
  readonly address: string | null;
  readonly userAgent: string | null;
}

export interface SignedIn {
  readonly personId: PersonId;
  readonly sessionId: SessionId;
}

/**
 * Opens a session for the right password, or throws one and the same `unauthenticated` for a wrong password, an unknown or a disabled
 * person, after the same work. Too many guesses are `too_many_attempts`.
 */
export async function signIn(ctx: Context, input: SignInInput): Promise<SignedIn> {
  const email = normaliseEmail(input.email);
  const attempt = beginAttempt(ctx, email ?? `not an address: ${input.email.slice(0, 80)}`, input.address);
  try {
    const person = email === null ? null : await ctx.store.read.personByEmail(email);
    const right = await verifyPassword(ctx, person?.passwordHash ?? null, normalisedPassword(input.password));
    const opened = await record(ctx, right ? person : null, person?.id ?? null, input.userAgent);
    if (opened === null) throw new AppError("unauthenticated", "the e-mail address or the password is not right");
    attempt.succeeded();
    return opened;
  } catch (error) {
    if (!isAppError(error) || error.code !== "unauthenticated") attempt.withdrawn();
    throw error;
  }
}

/** Writes one row either way, so that neither the time it takes nor the record's growth tells who exists. */
async function record(
  ctx: Context,
  verified: PersonRecord | null,
  tried: PersonId | null,
  userAgent: string | null,
): Promise<SignedIn | null> {
  const now = ctx.clock();
  const { result } = await ctx.store.transact<SignedIn | null>(function* (tx) {
    const person = verified === null ? null : yield* tx.person(verified.id);
    // The password may have been changed, or its owner disabled, while it was being compared.
    const still = person !== null && person.disabledAt === null && person.passwordHash === verified?.passwordHash;
    if (!still) {
      return { result: null, events: [ledgerDraft("anonymous", now, { type: "sign_in.failed", subject: tried, body: {} })] };
    }
    const session = newSession(ctx, person.id, now, userAgent);
    yield* tx.insertSession(session);
    const event = { type: "session.opened", subject: person.id, body: { session: session.id } };
    return { result: { personId: person.id, sessionId: session.id }, events: [ledgerDraft(`person:${person.id}`, now, event)] };
  });
  return result;
}

function newSession(ctx: Context, personId: PersonId, now: number, userAgent: string | null): SessionRecord {
  return {
    id: ctx.newId("session"),
    personId,
    createdAt: now,
    authenticatedAt: now,
    lastSeenAt: now,
    expiresAt: now + SESSION_MS,
    revokedAt: null,
    userAgent: userAgent === null ? null : userAgent.replace(/[^\x20-\x7e]/g, "").slice(0, 200),
  };
}
