import { statSync } from "node:fs";
import type { SqliteHandle } from "./connection.sqlite";
import type { WritingThread } from "./writing-thread.sqlite";

/** A pause in writing after which the log is folded into the database file, to be written again from its start. */
const IDLE_MS = 1_000;
/** Beyond this the log is folded in at once, waiting for readers if need be. */
const WAL_BYTES_MAX = 64 * 1024 * 1024;
/** How many commits pass between two looks at the log's size. */
const LOOK_EVERY = 64;

export interface Checkpointer {
  /** Call after each commit. */
  wrote(): void;
  /** Folds everything in; call before closing. */
  close(): void;
}

/**
 * Keeps the write-ahead log small: folded in when idle, and whenever a slow reader let it grow beyond 64 MB; by the writing thread where
 * there is one, because it takes as long as the disk does. The file keeps its size, up to the connection's limit, until it is closed:
 * to write over what is there takes a disk a third less time than to make a file longer.
 */
export function checkpointer(handle: SqliteHandle, thread: Pick<WritingThread, "checkpoint"> | null): Checkpointer {
  if (handle.memory) return { wrote: () => undefined, close: () => undefined };
  let commits = 0;
  const fold = (): void => {
    if (thread === null) checkpoint(handle, "RESTART");
    else thread.checkpoint();
  };
  const idle = setTimeout(fold, IDLE_MS);
  idle.unref();
  return {
    wrote() {
      idle.refresh();
      commits += 1;
      if (commits % LOOK_EVERY === 0 && walBytes(handle) > WAL_BYTES_MAX) fold();
    },
    close() {
      clearTimeout(idle);
      checkpoint(handle, "TRUNCATE");
    },
  };
}

/** A checkpoint that cannot finish now is no failure: the next one will, and nothing is lost meanwhile. */
function checkpoint(handle: SqliteHandle, mode: "TRUNCATE" | "RESTART"): void {
  if (!handle.open || handle.inTransaction) return;
  try {
    handle.pragma(`wal_checkpoint(${mode})`);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
  }
}

function walBytes(handle: SqliteHandle): number {
  return statSync(`${handle.name}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
