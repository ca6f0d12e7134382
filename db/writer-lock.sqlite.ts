import Database from "better-sqlite3";

/** How long a starting process waits for one that is just stopping. */
const WAIT_MS = 1_000;

/**
 * Makes this the only writer of a database file until the answer is called or the process ends, however it ends: the operating
 * system drops the lock. Throws within 2 s when another process, or another store in this one, has it.
 */
export function lockForWriting(file: string): () => void {
  // A database of its own: an exclusive lock on the real one would keep readers out too.
  const lock = new Database(`${file}.lock`, { timeout: WAIT_MS });
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    throw new Error(`\`${file}\` is in use by another process: stop it first, one SQLite file has one writer`, { cause: error });
  }
  return () => {
    lock.close();
  };
}
