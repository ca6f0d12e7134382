import type { SessionRecord } from "../../../db/store/types";
import type { SessionId } from "../../domain/ids";
import { isId } from "../../domain/ids";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { idleMs } from "../settings/session-lifetime";

/** A place where the caller is signed in now. */
export interface OwnSession {
  readonly id: SessionId;
  readonly createdAt: number;
  /** A minute coarse. */
  readonly lastSeenAt: number;
  readonly expiresAt: number;
  readonly userAgent: string | null;
  /** The one that asks. */
  readonly current: boolean;
}

/** Where the caller is signed in now, this session first, then the last used. Ended ones are left out. */
export async function listOwnSessions(ctx: Context, actor: PersonActor): Promise<readonly OwnSession[]> {
  const [sessions, idle] = await Promise.all([ctx.store.read.sessionsOfPerson(actor.personId), idleMs(ctx)]);
  const now = ctx.clock();
  const living = sessions.filter((session) => isLiving(session, now, idle)).map((session) => own(session, actor));
  return living.sort((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt - a.lastSeenAt);
}

/** Ends every session of the caller but this one, and answers how many: their next request is refused. */
export async function endOtherSessions(ctx: Context, actor: PersonActor): Promise<number> {
  const now = ctx.clock();
  const { result } = await ctx.store.transact<number>(function* (tx) {
    const ended = yield* tx.revokeSessions(actor.personId, now, actor.sessionId);
    if (ended === 0) return { result: 0, unchanged: true };
    const event = { type: "session.others_closed", subject: actor.personId, body: { kept: actor.sessionId, ended } };
    return { result: ended, events: [ledgerDraft(`person:${actor.personId}`, now, event)] };
  });
  // Streams of the session that stays are closed too, and open again by themselves.
  if (result > 0) ctx.hub.publish({ type: "access", subject: actor.personId });
  return result;
}

/** Ends one other session of the caller. Throws `not_found` for one that is someone else's; one that has ended stays so. */
export async function endOwnSession(ctx: Context, actor: PersonActor, input: { readonly sessionId: string }): Promise<void> {
  const now = ctx.clock();
  const { result, rows } = await ctx.store.transact<SessionRecord>(function* (tx) {
    const session = isId("session", input.sessionId) ? yield* tx.session(input.sessionId) : null;
    if (session?.personId !== actor.personId) throw new AppError("not_found", "you have no such session");
    if (session.revokedAt !== null) return { result: session, unchanged: true };
    yield* tx.saveSession({ ...session, revokedAt: now });
    const event = { type: "session.closed", subject: actor.personId, body: { session: session.id } };
    return { result: session, events: [ledgerDraft(`person:${actor.personId}`, now, event)] };
  });
  if (rows.length > 0) ctx.hub.publish({ type: "access", subject: result.id });
}

function isLiving(session: SessionRecord, now: number, idle: number): boolean {
  return session.revokedAt === null && session.expiresAt > now && session.lastSeenAt + idle > now;
}

function own({ id, createdAt, lastSeenAt, expiresAt, userAgent }: SessionRecord, actor: PersonActor): OwnSession {
  return { id, createdAt, lastSeenAt, expiresAt, userAgent, current: id === actor.sessionId };
}
