import type { PersonRecord, SessionRecord } from "../../db/store/types";
import type { PersonActor } from "../services/actor";
import { AppError } from "../services/app-error";
import type { Context } from "../services/context";
import { idleMs } from "../services/settings/session-lifetime";
import { openSession, sessionCookieName } from "./session-cookie";

/** How stale the time last seen may be: one write a minute and person, not one a request. */
const SEEN_MS = 60_000;

/**
 * The person behind a `Cookie` header, or `unauthenticated`. Session and person are read from the database each time, so signing out, a
 * disabled person, a changed role or password take effect on the next request (design: trust A2). `unattended`: no person asked, so it counts as no
 * use of the session.
 */
export async function authenticatePerson(
  ctx: Context,
  secret: string,
  cookieHeader: string | null,
  unattended = false,
): Promise<PersonActor> {
  const claim = await openSession(cookieHeader, sessionCookieName(ctx.baseUrl), secret);
  const found = claim === null ? null : await ctx.store.read.session(claim.sessionId);
  if (found === null || found.person.id !== claim?.personId) throw new AppError("unauthenticated", "sign in to continue");
  const now = ctx.clock();
  refuseEnded(found.session, found.person, now, await idleMs(ctx));
  if (!unattended) await markSeen(ctx, found.session, now);
  return actorOf(found.session, found.person);
}

function refuseEnded(session: SessionRecord, person: PersonRecord, now: number, idle: number): void {
  if (session.revokedAt !== null || person.disabledAt !== null)
    throw new AppError("unauthenticated", "you were signed out: sign in again");
  if (session.expiresAt <= now || session.lastSeenAt + idle <= now)
    throw new AppError("unauthenticated", "your session has ended: sign in again");
}

async function markSeen(ctx: Context, session: SessionRecord, now: number): Promise<void> {
  if (session.lastSeenAt + SEEN_MS > now) return;
  try {
    await ctx.store.transact(function* (tx) {
      // Read again under the lock: a session revoked in between must stay revoked.
      const current = yield* tx.session(session.id);
      if (current !== null && current.lastSeenAt < now) yield* tx.saveSession({ ...current, lastSeenAt: now });
      return { result: null, unchanged: true };
    });
  } catch (error) {
    // A full disk must not keep people from looking: the session only seems idle for longer than it was.
    ctx.log.warn({ err: error, session: session.id }, "the session's last use could not be written down");
  }
}

function actorOf(session: SessionRecord, person: PersonRecord): PersonActor {
  return {
    type: "person",
    personId: person.id,
    name: person.name,
    role: person.role,
    sessionId: session.id,
    authenticatedAt: session.authenticatedAt,
  };
}
