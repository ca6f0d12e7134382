import type { FaultPoint, SqliteHandle } from "./connection.sqlite";
import { isBusy, stepThrough, translated } from "./connection.sqlite";
import type { Job } from "./group-commit";
import { GROUP_MS } from "./group-commit";
import { aheadCommitter } from "./run-ahead.sqlite";
import { isUnavailable, StoreUnavailable } from "./store/failures";
import type { LedgerWriter } from "./store/ledger";
import type { WritingThread } from "./writing-thread.sqlite";

/** How long a group tries to get the write lock before its callers are told that the database is unavailable. */
const BUSY_MS = 3_000;

export interface Committer {
  /** Commits as many jobs as fit one group and settles them; answers how many. `before` were in the group before. Never rejects. */
  commit(jobs: readonly Job[], before: number): Promise<number>;
  /** True when the last write succeeded, or a new attempt does. */
  ready(): boolean;
}

/**
 * Runs bodies inside one `begin immediate`. INVARIANT: nobody is answered before the commit; a body that fails takes only itself
 * back, and the head of the chain with it; a disk that fails takes the whole group back.
 *
 * Bodies that only insert are run ahead ({@link runAhead}) and committed by the writing thread. All others, and whatever the thread
 * could not commit, are run here: what becomes of a failure is decided in one place.
 *
 * A savepoint a body would make SQLite copy every page that the body touches, a large part of the cost of a write, and is needed only
 * when a body fails after writing. So a group first runs without; should that happen, it is rolled back and run again with
 * savepoints. Bodies may therefore run twice, as they may on PostgreSQL: they keep nothing outside.
 */
export function sqliteCommitter(handle: SqliteHandle, ledger: LedgerWriter, { thread, fault }: CommitterOptions): Committer {
  const parts: Parts = { handle, ledger, fault: fault ?? (() => undefined), statements: prepareControl(handle) };
  const ahead = thread === null ? null : aheadCommitter(thread, parts);
  let healthy = true;
  return {
    async commit(jobs, before) {
      try {
        const taken = (await ahead?.(jobs, before)) ?? (await patiently(() => attempt(parts, jobs)));
        healthy = true;
        return taken;
      } catch (error) {
        healthy = false;
        const failure = isUnavailable(error) ? error : new StoreUnavailable("the write could not be committed", { cause: error });
        for (const job of jobs) job.failed(failure);
        return jobs.length;
      }
    },
    ready() {
      healthy = canWrite(parts, healthy);
      return healthy;
    },
  };
}

interface CommitterOptions {
  /** Where there is none, every group is committed by this thread. */
  readonly thread: WritingThread | null;
  readonly fault?: ((point: FaultPoint) => void) | undefined;
}

interface Parts {
  readonly handle: SqliteHandle;
  readonly ledger: LedgerWriter;
  readonly fault: (point: FaultPoint) => void;
  readonly statements: ReturnType<typeof prepareControl>;
}

function prepareControl(handle: SqliteHandle) {
  return {
    begin: handle.prepare("begin immediate"),
    changes: handle.prepare<[], number>("select total_changes()").pluck(),
    savepoint: handle.prepare("savepoint body"),
    rollbackTo: handle.prepare("rollback to body"),
    release: handle.prepare("release body"),
    commit: handle.prepare("commit"),
    rollback: handle.prepare("rollback"),
  };
}

/** One transaction: everything in it, or nothing. Answers how many jobs it took. */
function attempt(parts: Parts, jobs: readonly Job[]): number {
  const { handle, statements, fault } = parts;
  try {
    return translated(() => {
      fault("begin");
      statements.begin.run();
      const answers = runGroup(parts, jobs, false) ?? startOver(parts, jobs);
      fault("commit");
      statements.commit.run();
      for (const answer of answers) answer();
      return answers.length;
    });
  } catch (error) {
    if (handle.inTransaction) statements.rollback.run();
    throw error;
  }
}

function startOver(parts: Parts, jobs: readonly Job[]): readonly Answer[] {
  parts.statements.rollback.run();
  parts.statements.begin.run();
  return runGroup(parts, jobs, true) ?? [];
}

type Answer = () => void;

/** Runs bodies and answers what to tell their callers after the commit; null when one failed that only a savepoint could take back. */
function runGroup(
  { handle, ledger, fault, statements }: Parts,
  jobs: readonly Job[],
  withSavepoints: boolean,
): readonly Answer[] | null {
  const answers: Answer[] = [];
  // Read anew for each group: what is on disk decides, whatever happened to the last one.
  let head = stepThrough(ledger.head());
  const started = performance.now();
  for (const job of jobs) {
    if (answers.length > 0 && performance.now() - started > GROUP_MS) break;
    const before = statements.changes.get();
    if (withSavepoints) statements.savepoint.run();
    try {
      head = stepThrough(job.perform(head));
      translated(() => fault("body"));
      answers.push(() => job.committed());
    } catch (error) {
      // A failing disk ends the whole transaction, whether or not SQLite has rolled it back already.
      if (isUnavailable(error) || !handle.inTransaction) throw error;
      if (withSavepoints) statements.rollbackTo.run();
      else if (statements.changes.get() !== before) return null;
      answers.push(() => job.failed(error));
    }
    if (withSavepoints) statements.release.run();
  }
  return answers;
}

/** Asks for the write lock and, after a failure, rewrites one page: only a commit that reaches the disk shows that it is back. */
function canWrite({ handle, statements, fault }: Parts, healthy: boolean): boolean {
  // On a connection for reading SQLite begins such a transaction all the same.
  if (handle.readonly) return false;
  try {
    statements.begin.run();
    if (!healthy) handle.pragma(`user_version = ${String(handle.pragma("user_version", { simple: true }))}`);
    fault("commit");
    statements.commit.run();
    return true;
  } catch {
    if (handle.inTransaction) statements.rollback.run();
    return false;
  }
}

/** Repeats a try that found the write lock taken, with jitter and without holding the event loop in between. */
async function patiently<Value>(attempt: () => Value): Promise<Value> {
  const started = performance.now();
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() - started > BUSY_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 45));
    }
  }
}
