import path from "node:path";

import { migrationsFor, openStore } from "../../db/open";
import type { Store } from "../../db/store/store";
import { createContext, sha256 } from "../../lib/create-context";
import type { Env } from "../../lib/env";
import type { Context } from "../../lib/services/context";
import { openSigningKeys } from "../../lib/signing-keys";

export const MIGRATIONS = path.resolve(import.meta.dirname, "../../db/migrations/sqlite");

const quiet = (): void => undefined;

/** The database for reading, beside a running server or without one. */
export function openForReading(env: Env): Promise<Store> {
  return openStore({ ...database(env), sha256, access: "read" });
}

/** Runs `work` over the database: a SQLite file as its only writer, and throws when a server has it. */
export async function withContext<Result>(env: Env, work: (ctx: Context) => Promise<Result>): Promise<Result> {
  const store = await openStore({ ...database(env), sha256 });
  try {
    const receipts = openSigningKeys(path.join(env.dataDir, "signing-keys"), Date.now());
    const log = { info: quiet, warn: quiet, error: quiet };
    return await work(await createContext({ store, receipts, log, baseUrl: env.baseUrl }));
  } finally {
    await store.close();
  }
}

function database(env: Env) {
  return {
    url: env.databaseUrl,
    directUrl: env.databaseDirectUrl,
    connections: env.databaseConnections,
    migrationsFolder: migrationsFor(path.resolve(import.meta.dirname, "../../db/migrations"), env.databaseUrl),
  };
}
