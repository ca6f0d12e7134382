import type { ChainHead } from "../lib/domain/ledger";
import type { SqliteHandle } from "./connection.sqlite";
import { isBusy, translated } from "./connection.sqlite";
import type { Job } from "./group-commit";
import { isUnavailable, StoreUnavailable } from "./store/failures";
import type { LedgerWriter } from "./store/ledger";
import type { Steps } from "./store/store";

/** A group ends after this long even when more bodies wait, so that the event loop is not held. */
const GROUP_MS = 8;
/** How long a group tries to get the write lock before its callers are told that the database is unavailable. */
const BUSY_MS = 3_000;

/** Named moments at which a test can make the disk fail, by throwing. */
export type FaultPoint = "begin" | "body" | "commit";

export interface Committer {
  /** Commits as many jobs as fit one group and settles them; answers how many. Never rejects. */
  commit(jobs: readonly Job[]): Promise<number>;
  /** True when the last write succeeded, or a new attempt does. */
  ready(): boolean;
}

/** Thrown to start a group over: a body failed after it had written. */
const START_OVER = Symbol("start over");

/**
 * Runs bodies inside one `begin immediate`. INVARIANT: nobody is answered before the commit; a body that fails takes only itself
 * back, and the head of the chain with it; a disk that fails takes the whole group back.
 *
 * A savepoint a body would make SQLite copy every page that the body touches, half of the cost of a write, and is needed only when a
 * body fails after writing. So a group first runs without; should that happen, it is rolled back and run again with savepoints.
 * Bodies may therefore run twice, as they may on PostgreSQL: they keep nothing outside.
 */
export function sqliteCommitter(
  handle: SqliteHandle,
  ledger: LedgerWriter,
  fault: (point: FaultPoint) => void = () => undefined,
): Committer {
  const statements = prepareControl(handle);
  let healthy = true;

  const group = (jobs: readonly Job[], withSavepoints: boolean): number => {
    const answers: (() => void)[] = [];
    // Read anew for each group: what is on disk decides, whatever happened to the last one.
    let head: ChainHead = stepThrough(ledger.head());
    const started = performance.now();
    for (const job of jobs) {
      if (answers.length > 0 && performance.now() - started > GROUP_MS) break;
      const before = statements.changes.get();
      if (withSavepoints) statements.savepoint.run();
      try {
        head = stepThrough(job.perform(head));
        fault("body");
        answers.push(() => {
          job.committed();
        });
      } catch (error) {
        if (isUnavailable(error) || !handle.inTransaction) throw error;
        if (withSavepoints) statements.rollbackTo.run();
        else if (statements.changes.get() !== before) throw START_OVER;
        answers.push(() => {
          job.failed(error);
        });
      }
      if (withSavepoints) statements.release.run();
    }
    fault("commit");
    statements.commit.run();
    for (const answer of answers) answer();
    return answers.length;
  };

  const attempt = (jobs: readonly Job[], withSavepoints = false): number => {
    try {
      fault("begin");
      const taken = translated(() => {
        statements.begin.run();
        return group(jobs, withSavepoints);
      });
      healthy = true;
      return taken;
    } catch (error) {
      if (handle.inTransaction) statements.rollback.run();
      if (error === START_OVER) return attempt(jobs, true);
      throw error;
    }
  };

  return {
    async commit(jobs) {
      try {
        return await patiently(() => attempt(jobs));
      } catch (error) {
        healthy = false;
        const failure = isUnavailable(error) ? error : new StoreUnavailable("the write could not be committed", { cause: error });
        for (const job of jobs) job.failed(failure);
        return jobs.length;
      }
    },
    ready() {
      try {
        statements.begin.run();
        // Rewrites one page of the header when the last write failed: only a commit that reaches the disk shows that it is back.
        if (!healthy) handle.pragma(`user_version = ${String(handle.pragma("user_version", { simple: true }))}`);
        statements.commit.run();
        healthy = true;
        return true;
      } catch {
        if (handle.inTransaction) statements.rollback.run();
        return false;
      }
    },
  };
}

function prepareControl(handle: SqliteHandle) {
  return {
    begin: handle.prepare("begin immediate"),
    changes: handle.prepare("select total_changes()").pluck(),
    savepoint: handle.prepare("savepoint body"),
    rollbackTo: handle.prepare("rollback to body"),
    release: handle.prepare("release body"),
    commit: handle.prepare("commit"),
    rollback: handle.prepare("rollback"),
  };
}

function stepThrough<Result>(steps: Steps<Result>): Result {
  let step = steps.next([]);
  while (step.done !== true) step = steps.next(step.value.all());
  return step.value;
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
