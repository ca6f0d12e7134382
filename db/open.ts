import { resolve as absolute, join } from "node:path";
import type { OpenOptions } from "./open-options";
import { openPostgresStore } from "./open.postgres";
import { openSqliteStore } from "./open.sqlite";
import type { Store } from "./store/store";

/**
 * Opens the store that the address names. Throws with one clear message when another process has the file, when the database is newer
 * than this program, or when the file or the server cannot be used.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const { url } = options;
  if (isPostgresUrl(url)) return openPostgresStore(options);
  if (url === "memory:") return openSqliteStore(":memory:", options);
  if (url.startsWith("file:") && url.length > "file:".length) {
    return openSqliteStore(absolute(url.slice("file:".length)), options);
  }
  throw new Error(`\`${url}\` is not a database this version can open: use file:PATH or postgres://USER:PASSWORD@HOST/NAME`);
}

/** True for the address of a PostgreSQL server. */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:\/\//.test(url);
}

/** Where in `root` (the folder `db/migrations`) the migrations for an address are. */
export function migrationsFor(root: string, url: string): string {
  return join(root, isPostgresUrl(url) ? "postgres" : "sqlite");
}
