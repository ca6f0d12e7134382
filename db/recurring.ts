const AGAIN_MS = 25;
const AGAIN_MOST_MS = 400;

/** Work that is done whenever it is asked for, never twice at once, and again soon after it failed. */
export class Recurring {
  private readonly work: () => Promise<void>;
  private readonly failed: (error: unknown) => void;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private failures = 0;
  private timer: NodeJS.Timeout | undefined;

  /** `failed` is told of the first failure of a row only. */
  constructor(work: () => Promise<void>, failed: (error: unknown) => void) {
    this.work = work;
    this.failed = failed;
  }

  /** Does it now, or once more right after the round that is under way. */
  ask(): void {
    if (this.stopped) return;
    if (this.running !== null) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.round().finally(() => {
      this.running = null;
      if (!this.again) return;
      this.again = false;
      this.ask();
    });
  }

  /** Does no more; resolves once the round that is under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    try {
      await this.work();
      this.failures = 0;
    } catch (error) {
      if (this.failures === 0) this.failed(error);
      this.timer = setTimeout(() => this.ask(), Math.min(AGAIN_MS * 2 ** this.failures, AGAIN_MOST_MS));
      this.timer.unref();
      this.failures += 1;
    }
  }
}
