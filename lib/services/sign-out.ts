import type { SessionId } from "../domain/ids";
import type { Context } from "./context";
import { ledgerDraft } from "./ledger-draft";

/** Ends a session: its cookie is worthless from the next request on. Ending it again changes nothing. */
export async function signOut(ctx: Context, sessionId: SessionId): Promise<void> {
  const now = ctx.clock();
  const { rows } = await ctx.store.transact(function* (tx) {
    const session = yield* tx.session(sessionId);
    if (session === null || session.revokedAt !== null) return { result: null, unchanged: true };
    yield* tx.saveSession({ ...session, revokedAt: now });
    const event = { type: "session.closed", subject: session.personId, body: { session: sessionId } };
    return { result: null, events: [ledgerDraft(`person:${session.personId}`, now, event)] };
  });
  if (rows.length > 0) ctx.hub.publish({ type: "access", subject: sessionId });
}
