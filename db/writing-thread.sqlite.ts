import { existsSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { GENESIS_HASH } from "../lib/domain/ledger";
import { WRITING_PRAGMAS } from "./connection.sqlite";
import type { Write } from "./connection.sqlite";

/** A thread of its own that inserts rows and waits for the disk, while this one goes on answering. */
export interface WritingThread {
  /**
   * Resolves once all of `writes` are on disk, in one transaction that began at the ledger's hash `after`. Rejects when nothing of it was
   * committed, or when the thread was lost and nobody knows: then what is on disk says.
   */
  commit(writes: readonly Write[], after: string): Promise<void>;
  /** Folds the log into the database file, as far as readers let it. */
  checkpoint(): void;
  /** Ends the thread; call it when no commit is under way. */
  close(): Promise<void>;
}

/**
 * Starts the thread for a database file that is open and migrated; null where the thread's own file cannot be found: it lies beside this
 * one and is built beside the server's bundle, but the framework's bundle, which opens no database next to the server, has none.
 */
export function startWritingThread(file: string): WritingThread | null {
  const code = threadFile(import.meta.dirname);
  return code === null ? null : new Thread(code, file);
}

function threadFile(folder: string | undefined): string | null {
  const code = folder === undefined ? null : path.join(folder, "thread.sqlite.mjs");
  return code !== null && existsSync(code) ? code : null;
}

class Thread implements WritingThread {
  private readonly code: string;
  private readonly file: string;
  private worker: Worker | null;
  private readonly numbers = new Map<string, number>();
  private waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null;

  constructor(code: string, file: string) {
    this.code = code;
    this.file = file;
    this.worker = this.start();
  }

  commit(writes: readonly Write[], after: string): Promise<void> {
    const worker = (this.worker ??= this.start());
    const sources: [number, string][] = [];
    const numbered = writes.map(({ source, values }) => {
      let number = this.numbers.get(source);
      if (number === undefined) {
        number = this.numbers.size;
        this.numbers.set(source, number);
        sources.push([number, source]);
      }
      return [number, values] as const;
    });
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      // Only a commit keeps the process alive.
      worker.ref();
      worker.postMessage({ type: "commit", sources, writes: numbered, after });
    });
  }

  checkpoint(): void {
    this.worker?.postMessage({ type: "checkpoint" });
  }

  async close(): Promise<void> {
    const { worker } = this;
    if (worker === null) return;
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    worker.ref();
    worker.postMessage({ type: "close" });
    await ended;
  }

  private start(): Worker {
    const worker = new Worker(this.code, {
      workerData: { file: this.file, pragmas: WRITING_PRAGMAS, genesis: GENESIS_HASH },
      // Nothing of how this process was started: a loader of TypeScript takes longer to start than the thread.
      execArgv: [],
    });
    worker.unref();
    worker.on("message", (failure: string | null) => {
      worker.unref();
      this.settle(failure === null ? null : new Error(failure));
    });
    worker.on("error", (error) => {
      this.lost(worker, error);
    });
    worker.on("exit", () => {
      this.lost(worker, new Error("the writing thread ended"));
    });
    return worker;
  }

  /** The next commit starts another one. */
  private lost(worker: Worker, error: unknown): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.settle(error instanceof Error ? error : new Error(String(error)));
  }

  private settle(failure: Error | null): void {
    const { waiting } = this;
    this.waiting = null;
    if (failure === null) {
      waiting?.resolve();
      return;
    }
    // Whatever it has prepared or not: everything is sent again.
    this.numbers.clear();
    waiting?.reject(failure);
  }
}
