import { closeSync, existsSync, mkdirSync, openSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import type { Sha256 } from "../lib/domain/digest";
import type { Progress } from "./backup.sqlite";
import { backupSqlite } from "./backup.sqlite";
import { checkpointer } from "./checkpoint.sqlite";
import type { SqliteHandle } from "./connection.sqlite";
import { enforceForeignKeys, openSqlite, sqliteAccess } from "./connection.sqlite";
import { groupCommit, job } from "./group-commit";
import { migrateSqlite, requireMigrated } from "./migrate.sqlite";
import { requireOwnDisk } from "./network-file-system";
import type { OpenOptions } from "./open-options";
import { createReads, createTransaction } from "./store/create-store";
import { ledgerWriter } from "./store/ledger";
import type { Body, Done, Store } from "./store/store";
import { recentReads } from "./recent-reads.sqlite";
import { sqliteCommitter } from "./transaction.sqlite";
import { lockForWriting } from "./writer-lock.sqlite";
import { startWritingThread } from "./writing-thread.sqlite";

/** Opens a SQLite file, or memory: takes the file for this process alone, sets and asserts the pragmas, migrates. */
export async function openSqliteStore(file: string, options: OpenOptions): Promise<Store> {
  const access = options.access ?? "write";
  if (file === ":memory:" || access === "read") return start(openSqlite(file, access), access, options, () => undefined);
  makePrivate(file);
  if (process.platform === "linux") requireOwnDisk(file, (options.fileSystemType ?? typeOf)(dirname(file)));
  const unlock = lockForWriting(file);
  try {
    return await start(openSqlite(file, access), access, options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function typeOf(folder: string): number {
  return statfsSync(folder).type;
}

async function start(handle: SqliteHandle, access: "write" | "read", options: OpenOptions, unlock: () => void): Promise<Store> {
  try {
    if (access === "read") requireMigrated(handle, options.migrationsFolder);
    else await migrateSqlite(handle, options.migrationsFolder, options.log ?? (() => undefined));
    enforceForeignKeys(handle);
    return storeOver(handle, options, unlock);
  } catch (error) {
    handle.close();
    throw error;
  }
}

function storeOver(handle: SqliteHandle, { sha256, fault }: OpenOptions, unlock: () => void): Store {
  const connection = sqliteAccess(handle);
  const tx = createTransaction(connection);
  const ledger = ledgerWriter(connection, sha256);
  const thread = handle.memory || handle.readonly ? null : startWritingThread(handle.name);
  const committer = sqliteCommitter(handle, ledger, { thread, fault });
  const checkpoints = checkpointer(handle, thread);
  const group = groupCommit(async (jobs, before) => {
    const taken = await committer.commit(jobs, before);
    checkpoints.wrote();
    return taken;
  });
  const all = createReads(connection);
  const recent = recentReads(all);
  let closing: Promise<void> | null = null;
  return {
    // Beside a process that writes, what was read before says nothing.
    read: handle.readonly ? all : { ...all, ...recent.reads },
    // One process: what it knows of its settings is never older than the last commit that anybody was answered for.
    transact: <Result>(body: Body<Result>) =>
      new Promise<Done<Result>>((resolve, reject) => {
        const answer = (done: Done<Result>): void => {
          recent.committed(done.rows);
          resolve(done);
        };
        group.add(job(body, { tx, ledger, settingsAsOf: null }, answer, reject));
      }),
    others: null,
    backup: (target, onProgress) => backup(handle, target, sha256, onProgress),
    ready: () => Promise.resolve(closing === null && committer.ready()),
    close: () =>
      (closing ??= group.close().then(async () => {
        await thread?.close();
        checkpoints.close();
        handle.close();
        unlock();
      })),
  };
}

/** By a connection of its own, which holds on to one state while others write; memory has only the one. */
async function backup(handle: SqliteHandle, target: string, sha256: Sha256, onProgress?: Progress): Promise<void> {
  if (handle.memory) return backupSqlite(handle, target, sha256, onProgress);
  const reading = openSqlite(handle.name, "read");
  try {
    await backupSqlite(reading, target, sha256, onProgress);
  } finally {
    reading.close();
  }
}

/**
 * A new database is readable by its owner alone, and so is the log beside it, which takes over its mode. A file that exists is not
 * even opened: closing it would drop the locks that this process has on it (POSIX).
 */
function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  for (const name of [file, `${file}.lock`]) {
    if (!existsSync(name)) closeSync(openSync(name, "a", 0o600));
  }
}
