import type { Context } from "./services/context";
import { runDueWork } from "./services/run-due-work";

/** However quiet it is, the deadlines are looked at this often: a clock may jump. */
const LOOK_MS = 5_000;
/** Between two rounds, so that work which keeps failing does not keep the process busy. */
const REST_MS = 25;
/** A round that failed is done again after this: what is due must not wait for the next look. */
const AGAIN_MS = 200;

/**
 * Carries due work out until the returned function is called: at once, then whenever the earliest deadline passes, including one that a
 * commit has just brought nearer. What fails is looked at again; nothing is approved by failing. The returned promise ends with the last round.
 */
export function startDueWork(ctx: Context): () => Promise<void> {
  const worker = new DueWork(ctx);
  const leave = ctx.hub.onAny((message) => {
    if (message.type !== "proposal") return;
    const { state } = message;
    if (state.status === "pending") worker.wakeAt(state.expiresAt);
    else if (state.releaseAt !== null) worker.wakeAt(state.releaseAt);
    else if (state.receiptExpiresAt !== null && state.redeemedAt === null) worker.wakeAt(state.receiptExpiresAt);
  });
  const leaveOthers = ctx.store.others?.follow({
    // A deadline may have come nearer; a round finds out.
    rows: async () => {
      worker.wakeAt(ctx.clock());
      return Promise.resolve();
    },
    hint: () => undefined,
  });
  worker.wakeAt(ctx.clock());
  return () => {
    leave();
    leaveOthers?.();
    return worker.stop();
  };
}

class DueWork {
  private readonly ctx: Context;
  private timer: NodeJS.Timeout | undefined;
  private wakesAt = Infinity;
  private running: Promise<void> | null = null;
  private stopped = false;
  private failing = false;

  constructor(ctx: Context) {
    this.ctx = ctx;
  }

  /** Looks at the latest at `at`; an earlier look stays. */
  wakeAt(at: number): void {
    if (this.stopped || at >= this.wakesAt) return;
    this.wakesAt = at;
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        this.run();
      },
      Math.max(REST_MS, Math.min(at - this.ctx.clock(), LOOK_MS)),
    );
  }

  stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    return this.running ?? Promise.resolve();
  }

  private run(): void {
    this.wakesAt = Infinity;
    // A deadline that passes during a round is looked at right after it.
    if (this.running !== null) {
      this.wakeAt(this.ctx.clock());
      return;
    }
    this.running = this.round().finally(() => {
      this.running = null;
    });
  }

  private async round(): Promise<void> {
    try {
      const { nextAt } = await runDueWork(this.ctx);
      this.failing = false;
      this.wakeAt(Math.min(nextAt ?? Infinity, this.ctx.clock() + LOOK_MS));
    } catch (error) {
      // Only the first failure of a row is worth a line.
      if (!this.failing) this.ctx.log.error({ err: error }, "due work could not be looked up");
      this.failing = true;
      this.wakeAt(this.ctx.clock() + AGAIN_MS);
    }
  }
}
