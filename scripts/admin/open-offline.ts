import path from "node:path";

import { openStore } from "../../db/open";
import type { Store } from "../../db/store/store";
import { createContext, sha256 } from "../../lib/create-context";
import type { Env } from "../../lib/env";
import type { Context } from "../../lib/services/context";
import { openSigningKeys } from "../../lib/signing-keys";

export const MIGRATIONS = path.resolve(import.meta.dirname, "../../db/migrations/sqlite");

const quiet = (): void => undefined;

/** The database for reading, beside a running server or without one. */
export function openForReading(env: Env): Promise<Store> {
  return openStore({ url: env.databaseUrl, migrationsFolder: MIGRATIONS, sha256, access: "read" });
}

/** Runs `work` over the database as its only writer. Throws when a server has it. */
export async function withContext<Result>(env: Env, work: (ctx: Context) => Promise<Result>): Promise<Result> {
  const store = await openStore({ url: env.databaseUrl, migrationsFolder: MIGRATIONS, sha256 });
  try {
    const receipts = openSigningKeys(path.join(env.dataDir, "signing-keys"), Date.now());
    const log = { info: quiet, warn: quiet, error: quiet };
    return await work(await createContext({ store, receipts, log, baseUrl: env.baseUrl }));
  } finally {
    await store.close();
  }
}
