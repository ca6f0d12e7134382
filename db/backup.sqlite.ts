import { closeSync, fsyncSync, linkSync, openSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import type { Sha256 } from "../lib/domain/digest";
import type { SqliteHandle } from "./connection.sqlite";
import { checkDatabase } from "./check.sqlite";

/** Called as pages are copied. */
export type Progress = (done: number, total: number) => void;

/** Pages a step: 1 MB, so that writes in between wait for a few milliseconds at most. */
const STEP_PAGES = 256;

/**
 * Copies a live database to `target`: consistent, checked (pages, references, the ledger's chain) and only then given its name.
 * Throws without a trace when `target` exists or the copy does not check out.
 */
export async function backupSqlite(handle: SqliteHandle, target: string, sha256: Sha256, onProgress?: Progress): Promise<void> {
  await intoPlace(target, async (temporary) => {
    await copyPages(handle, temporary, onProgress);
    await checkDatabase(temporary, sha256);
  });
}

/** The same without the check: for a copy whose only purpose is to go back to exactly what was there. */
export async function copyConsistently(handle: SqliteHandle, target: string): Promise<void> {
  await intoPlace(target, (temporary) => copyPages(handle, temporary));
}

/** Copies a database, at rest or live, into one file without a log beside it. */
export async function copyPages(handle: SqliteHandle, file: string, onProgress?: Progress): Promise<void> {
  // Writes on this very connection reach the copy too. Those of another process would make SQLite start over each time: a reading
  // connection therefore holds on to the state that it first saw.
  const reads = handle.readonly ? handle.prepare("select count(*) from sqlite_schema") : null;
  if (reads !== null) handle.exec("begin");
  try {
    reads?.get();
    const { totalPages: all } = await handle.backup(file, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress?.(totalPages - remainingPages, totalPages);
        return STEP_PAGES;
      },
    });
    onProgress?.(all, all);
  } finally {
    if (handle.inTransaction && reads !== null) handle.exec("commit");
  }
  const copy = new Database(file);
  copy.pragma("journal_mode = DELETE");
  copy.close();
}

/** Lets `make` write a temporary file, then gives it its name, which must be free, in one step that survives a power cut. */
export async function intoPlace(target: string, make: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${target}.partial-${String(process.pid)}`;
  try {
    // Created here and not by the driver, so that no one else may read it from the first byte on.
    closeSync(openSync(temporary, "wx", 0o600));
    await make(temporary);
    sync(temporary);
    // Unlike a rename, a link never replaces a file that is there.
    linkSync(temporary, target);
    sync(dirname(target));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") {
      throw new Error(`\`${target}\` exists: choose another name`, { cause: error });
    }
    throw error;
  } finally {
    for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(`${temporary}${suffix}`, { force: true });
  }
}

function sync(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
