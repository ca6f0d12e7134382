import { setTimeout as sleep } from "node:timers/promises";

export interface Clock {
  /** Milliseconds. */
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

const REAL: Clock = { now: () => performance.now(), pause: (ms) => sleep(ms) };

/**
 * Lets calls go at a rate that all who share it keep together: `perSecond` turns in each second, evenly spaced, however many ask at once. What
 * nobody took is not made up for later. Without a rate nobody waits.
 */
export class Pacer {
  private readonly gapMs: number;
  private readonly clock: Clock;
  private next = 0;

  constructor(perSecond: number | null, clock: Clock = REAL) {
    this.gapMs = perSecond === null ? 0 : 1000 / perSecond;
    this.clock = clock;
  }

  /** Resolves when it is the caller's turn. */
  async turn(): Promise<void> {
    if (this.gapMs === 0) return;
    const now = this.clock.now();
    const at = Math.max(now, this.next);
    this.next = at + this.gapMs;
    if (at > now) await this.clock.pause(at - now);
  }
}
