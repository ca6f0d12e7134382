import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { onceIdleUntilHere } from "./later";

describe("what is loaded behind the first card", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Cannot be loaded so often, then is here. */
  function failing(times: number) {
    let left = times;
    return vi.fn(() => Promise.resolve(left-- <= 0));
  }

  it("is asked for again until it is here, and then no more", async () => {
    const load = failing(2);
    onceIdleUntilHere(load);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(load).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(load).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it.each([
    ["before it was first asked for", 500, 0],
    ["between two tries", 3_000, 1],
  ])("is not asked for any more once it is called off %s", async (_when, afterMs, times) => {
    const load = failing(9);
    const callOff = onceIdleUntilHere(load);
    await vi.advanceTimersByTimeAsync(afterMs);
    callOff();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledTimes(times);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is not asked for any more where it is called off while it is on its way", async () => {
    let fail: (here: boolean) => void = () => undefined;
    const load = vi.fn(() => new Promise<boolean>((resolve) => (fail = resolve)));
    const callOff = onceIdleUntilHere(load);
    await vi.advanceTimersByTimeAsync(1_000);
    callOff();
    fail(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
