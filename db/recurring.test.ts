import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Recurring } from "./recurring";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Work that ends when the test says so. */
function controlled() {
  const rounds: { done: () => void; fail: () => void }[] = [];
  const failures: unknown[] = [];
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      rounds.push({
        done: resolve,
        fail: () => {
          reject(new Error("broken"));
        },
      });
    });
  return { rounds, failures, recurring: new Recurring(work, (error) => failures.push(error)) };
}

const turn = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

describe("recurring work", () => {
  test("runs one round at a time, and once more for everything that was asked meanwhile", async () => {
    const { rounds, recurring } = controlled();
    recurring.ask();
    recurring.ask();
    recurring.ask();
    expect(rounds).toHaveLength(1);
    rounds[0]?.done();
    await turn();
    expect(rounds).toHaveLength(2);
    rounds[1]?.done();
    await turn();
    expect(rounds).toHaveLength(2);
  });

  test("is tried again within half a second after each failure, and says so once", async () => {
    const { rounds, failures, recurring } = controlled();
    recurring.ask();
    for (let failure = 0; failure < 9; failure += 1) {
      rounds[failure]?.fail();
      await turn();
      await vi.advanceTimersByTimeAsync(500);
      expect(rounds).toHaveLength(failure + 2);
    }
    expect(failures).toHaveLength(1);
    rounds[9]?.done();
    await turn();
    recurring.ask();
    rounds[10]?.fail();
    await turn();
    expect(failures).toHaveLength(2);
  });

  test("ends with the round that is under way", async () => {
    const { rounds, recurring } = controlled();
    recurring.ask();
    recurring.ask();
    const stopped = recurring.stop();
    rounds[0]?.fail();
    await stopped;
    await vi.advanceTimersByTimeAsync(5_000);
    recurring.ask();
    expect(rounds).toHaveLength(1);
  });
});
