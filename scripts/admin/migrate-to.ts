import path from "node:path";

import { copyToPostgres } from "../../db/copy-to.postgres";
import { isPostgresUrl } from "../../db/open";
import { sha256 } from "../../lib/create-context";
import type { Env } from "../../lib/env";
import { progress } from "./progress";

const MIGRATIONS = path.resolve(import.meta.dirname, "../../db/migrations");

/** Copies the embedded database of `env` to PostgreSQL and answers what to do next. The source stays as it is. */
export async function migrateTo(env: Env, url: string): Promise<string> {
  if (!env.databaseUrl.startsWith("file:"))
    throw new Error("COUNTERSIGN_DATABASE_URL names no embedded database: there is nothing to copy");
  if (!isPostgresUrl(url)) throw new Error("name the new database as postgres://user:password@host:5432/name");
  const file = path.resolve(env.databaseUrl.slice("file:".length));
  const shown = progress("copying rows");
  try {
    const migrations = { sqlite: path.join(MIGRATIONS, "sqlite"), postgres: path.join(MIGRATIONS, "postgres") };
    const { rows, head } = await copyToPostgres({ file, url, migrations, sha256, onProgress: shown.step });
    shown.end();
    return (
      `${rows.toLocaleString("en")} rows copied and counted; the ledger holds there: ${String(head.seq)} entries, the last with hash ${head.hash}\n` +
      "start every server with COUNTERSIGN_DATABASE_URL set to that address, the same NEXTAUTH_SECRET and the same signing-keys\n" +
      `${file} is as it was: keep it until you are sure\n`
    );
  } finally {
    shown.end();
  }
}
