import type { ChainHead } from "../lib/domain/ledger";
import type { FaultPoint, Write } from "./connection.sqlite";
import { stepThrough, translated, writeOf } from "./connection.sqlite";
import type { Job } from "./group-commit";
import { GROUP_MS } from "./group-commit";
import { isUnavailable } from "./store/failures";
import type { LedgerWriter } from "./store/ledger";
import type { Steps } from "./store/store";
import type { WritingThread } from "./writing-thread.sqlite";

interface Parts {
  readonly ledger: LedgerWriter;
  readonly fault: (point: FaultPoint) => void;
}

/** Bodies that ran without asking the database anything: what they would write, and what to tell their callers once it is. */
interface Ahead {
  readonly writes: readonly Write[];
  readonly answers: readonly (() => void)[];
  readonly before: ChainHead;
  readonly head: ChainHead;
}

/**
 * Commits the leading jobs that only insert, by the writing thread, and settles them. Answers how many, or null when the group has to run
 * in the usual way: its first body needs an answer of the database, or the thread could not commit. Nothing was written then.
 */
export function aheadCommitter(
  thread: WritingThread,
  parts: Parts,
): (jobs: readonly Job[], before: number) => Promise<number | null> {
  /** Bodies that were seen to ask: they are not begun again only to find that out. */
  const asking = new WeakSet<Job>();
  return async (jobs, before) => {
    const ahead = runAhead(parts, jobs.slice(0, evenShare(before, jobs.length)), asking);
    if (ahead === null || !(await committed(thread, parts, ahead))) return null;
    for (const answer of ahead.answers) answer();
    return ahead.answers.length;
  };
}

/**
 * How many of those that wait make the next group. Callers who wait for their answer before they send again come in two groups by turns, one being
 * committed while the other is judged, and a group that is once large stays so: then this thread has nothing to do while the large one is
 * committed. Half of both makes them alike within a few turns. After a pause there is nothing to be even with.
 */
export function evenShare(before: number, waiting: number): number {
  return before === 0 ? waiting : Math.ceil((before + waiting) / 2);
}

/** Runs bodies up to the first that asks, as they would run after the last commit; null when there is nothing that the thread could do. */
function runAhead({ ledger, fault }: Parts, jobs: readonly Job[], asking: WeakSet<Job>): Ahead | null {
  const [firstJob] = jobs;
  if (firstJob === undefined || asking.has(firstJob)) return null;
  const writes: Write[] = [];
  const answers: (() => void)[] = [];
  try {
    fault("begin");
    const before = stepThrough(ledger.head());
    let head = before;
    const started = performance.now();
    for (const job of jobs) {
      if (asking.has(job) || (answers.length > 0 && performance.now() - started > GROUP_MS)) break;
      const kept = writes.length;
      try {
        const next = recorded(job.perform(head), writes);
        if (next === null) {
          asking.add(job);
          writes.length = kept;
          break;
        }
        translated(() => fault("body"));
        head = next;
        answers.push(() => job.committed());
      } catch (error) {
        if (isUnavailable(error)) return null;
        // It wrote nothing yet: to forget what it would have written takes it back.
        writes.length = kept;
        answers.push(() => job.failed(error));
      }
    }
    // By the end of the chain it is told what was committed: without one the group cannot be told from no group.
    return head === before ? null : { writes, answers, before, head };
  } catch {
    // Whatever cannot be read now: the usual way says so to the callers.
    return null;
  }
}

/** Steps through a body that only writes, and keeps its writes; null as soon as it asks for rows. */
function recorded<Result>(steps: Steps<Result>, writes: Write[]): Result | null {
  let step = steps.next([]);
  while (step.done !== true) {
    const write = writeOf(step.value);
    if (write === null) return null;
    writes.push(write);
    step = steps.next([]);
  }
  return step.value;
}

/** True once the writes are on disk, which the ledger's end says even when the thread was lost before it could. */
async function committed(thread: WritingThread, { ledger, fault }: Parts, { writes, before, head }: Ahead): Promise<boolean> {
  try {
    fault("commit");
    await thread.commit(writes, before.hash);
    return true;
  } catch {
    return stepThrough(ledger.head()).hash === head.hash;
  }
}
