import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

import { copyConsistently } from "../../db/backup.sqlite";
import { checkDatabase } from "../../db/check.sqlite";
import type { SqliteHandle } from "../../db/connection.sqlite";
import { openSqlite } from "../../db/connection.sqlite";
import { openStore } from "../../db/open";
import { lockForWriting } from "../../db/writer-lock.sqlite";
import { sha256 } from "../../lib/create-context";
import type { Env } from "../../lib/env";
import { MIGRATIONS } from "./open-offline";

const BESIDE = ["-wal", "-shm"];

/**
 * Puts a backup in place of the database and answers where the old one went. The backup is checked and brought up to date as a copy first, so
 * that nothing is touched by one that cannot be used. Throws when a server has the database.
 */
export async function restore(env: Env, backup: string): Promise<{ readonly replaced: string | null }> {
  if (!env.databaseUrl.startsWith("file:")) throw new Error("a PostgreSQL database is restored by its own means: use pg_restore");
  if (!existsSync(backup)) throw new Error(`there is no file ${backup}`);
  const target = path.resolve(env.databaseUrl.replace(/^file:/, ""));
  if (path.resolve(backup) === target) throw new Error("this is the database itself: name a backup");
  mkdirSync(path.dirname(target), { recursive: true });
  const unlock = lockForWriting(target);
  const draft = `${target}.restoring`;
  try {
    removeWithLogs(draft);
    const source = openBackup(backup);
    try {
      await checkDatabase(backup, sha256);
      await copyConsistently(source, draft);
    } finally {
      source.close();
    }
    const store = await openStore({ url: `file:${draft}`, migrationsFolder: MIGRATIONS, sha256 });
    await store.close();
    return { replaced: swap(target, draft) };
  } finally {
    removeWithLogs(draft);
    rmSync(`${draft}.lock`, { force: true });
    unlock();
  }
}

function openBackup(backup: string): SqliteHandle {
  try {
    return openSqlite(backup, "read");
  } catch (error) {
    throw new Error(`${backup} is not a database: name a file that \`backup\` wrote`, { cause: error });
  }
}

/** Sets the old database aside, with whatever its log still holds, and gives the new one its name. */
function swap(target: string, draft: string): string | null {
  const replaced = existsSync(target) ? `${target}.replaced-${new Date().toISOString().replace(/[:.]/g, "-")}` : null;
  if (replaced !== null) {
    // The log moves first: a log beside a database that it does not belong to would be applied to it.
    for (const suffix of BESIDE) if (existsSync(`${target}${suffix}`)) renameSync(`${target}${suffix}`, `${replaced}${suffix}`);
    renameSync(target, replaced);
  }
  renameSync(draft, target);
  const folder = openSync(path.dirname(target), "r");
  fsyncSync(folder);
  closeSync(folder);
  return replaced;
}

function removeWithLogs(file: string): void {
  for (const suffix of ["", ...BESIDE]) rmSync(`${file}${suffix}`, { force: true });
}
