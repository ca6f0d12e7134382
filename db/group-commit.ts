import type { ChainHead } from "../lib/domain/ledger";
import { StoreUnavailable } from "./store/failures";
import type { LedgerWriter } from "./store/ledger";
import type { Body, Done, Steps, Transaction } from "./store/store";

/** Bodies a commit at most: beyond, the gain is small and the wait long. */
const GROUP_MAX = 64;
/** On SQLite a group ends after this long even when more bodies wait, so that the event loop is not held. */
export const GROUP_MS = 8;

/** One body on its way to the disk. */
export interface Job {
  /** The ledger entry up to which the caller knew the settings it relied on; null when it relied on none. */
  readonly settingsAsOf: number | null;
  /** Runs the body and appends its events after `head`; answers the new head. */
  perform(head: ChainHead): Steps<ChainHead>;
  /** Answers the caller: call it after the commit, never before. */
  committed(): void;
  failed(error: unknown): void;
  /** The hashes of the ledger rows that the last run appended. */
  hashes(): readonly string[];
}

interface JobParts {
  readonly tx: Transaction;
  readonly ledger: LedgerWriter;
  readonly settingsAsOf: number | null;
}

interface Caller<Result> {
  resolve(done: Done<Result>): void;
  reject(error: unknown): void;
}

/**
 * A caller's body as a job. A class, so that `perform` is one function for all jobs: V8 gives each closure that is a generator a hidden class
 * in the old generation when it is called, and through it all that the closure sees outlives the call until the next major collection.
 */
class BodyJob<Result> implements Job {
  readonly settingsAsOf: number | null;
  private readonly body: Body<Result>;
  private readonly parts: JobParts;
  private readonly caller: Caller<Result>;
  private done: Done<Result> | null = null;

  constructor(body: Body<Result>, parts: JobParts, caller: Caller<Result>) {
    this.settingsAsOf = parts.settingsAsOf;
    this.body = body;
    this.parts = parts;
    this.caller = caller;
  }

  *perform(head: ChainHead): Steps<ChainHead> {
    const { tx, ledger } = this.parts;
    const made = yield* this.body(tx);
    const rows = "unchanged" in made ? [] : yield* ledger.append(head, made.events);
    this.done = { result: made.result, rows };
    return rows.at(-1) ?? head;
  }

  committed(): void {
    if (this.done === null) this.caller.reject(new Error("INVARIANT: a body was committed that never ended"));
    else this.caller.resolve(this.done);
  }

  failed(error: unknown): void {
    this.caller.reject(error);
  }

  hashes(): readonly string[] {
    return this.done?.rows.map(({ hash }) => hash) ?? [];
  }
}

/** A caller's body as a job; the caller is answered by `resolve` or `reject`. */
export function job<Result>(
  body: Body<Result>,
  parts: JobParts,
  resolve: (done: Done<Result>) => void,
  reject: (error: unknown) => void,
): Job {
  return new BodyJob(body, parts, { resolve, reject });
}

export interface GroupCommit {
  add(job: Job): void;
  /** Refuses what comes later and resolves once everything before is settled. */
  close(): Promise<void>;
}

/**
 * Commits many bodies at once. What arrives in one turn of the event loop is one group, so a lone write waits for nothing and the
 * groups grow by themselves under load. `commit` settles the jobs it takes and answers how many it took, from the first; it is told how many the
 * group right before it took, 0 after a pause.
 */
export function groupCommit(commit: (jobs: readonly Job[], before: number) => Promise<number>): GroupCommit {
  let waiting: Job[] = [];
  let running: Promise<void> | null = null;
  let closed = false;

  const run = async (): Promise<void> => {
    await nextTurn();
    let taken = 0;
    while (waiting.length > 0) {
      taken = await commit(waiting.slice(0, GROUP_MAX), taken);
      waiting = waiting.slice(taken);
      // Between groups the callers of the last one, and everyone else, get their turn.
      if (waiting.length > 0) await nextTurn();
    }
    running = null;
  };

  return {
    add(job) {
      if (closed) {
        job.failed(new StoreUnavailable("the database is closing"));
        return;
      }
      waiting.push(job);
      running ??= run();
    },
    async close() {
      closed = true;
      await running;
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
