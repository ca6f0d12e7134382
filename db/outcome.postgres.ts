import type { Pool } from "pg";
import { pause } from "./connection.postgres";
import { translate } from "./failures.postgres";
import { StoreUnavailable } from "./store/failures";

/** How long the server is asked before its silence is passed on. */
const ASK_MS = 6_000;

/**
 * What became of a transaction whose commit got no answer: true when it was committed, false when it was not. Waits while the server
 * is still at it. Throws as unavailable when the server does not say: then the caller does not know either, and its retry finds out.
 */
export async function wasCommitted(pool: Pool, transaction: string): Promise<boolean> {
  const started = performance.now();
  for (let tries = 1; ; tries += 1) {
    const status = await statusOf(pool, transaction).catch((error: unknown) => translate(error));
    if (status === "committed") return true;
    if (status === "aborted") return false;
    if (performance.now() - started > ASK_MS) {
      // Without a cause: this must not be taken for something to try again, or the work could be done twice.
      throw new StoreUnavailable("the database did not say whether the write was committed: look before you do it again");
    }
    await pause(tries);
  }
}

async function statusOf(pool: Pool, transaction: string): Promise<string | null> {
  const { rows } = await pool.query<{ status: string | null }>("select pg_xact_status($1::text::xid8) as status", [transaction]);
  return rows[0]?.status ?? null;
}
