import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { aContext } from "../test/context";
import { startDueWork } from "./due-work";
import type { Context } from "./services/context";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A context whose deadlines cannot be looked up until the test says so, counting how often that was tried. */
async function troubled() {
  const inner = await aContext();
  const trouble = { looks: 0, lines: 0, over: false };
  const dueForRelease: Context["store"]["read"]["dueForRelease"] = (now, most) => {
    trouble.looks += 1;
    return trouble.over ? inner.store.read.dueForRelease(now, most) : Promise.reject(new Error("no database"));
  };
  const log = {
    ...inner.log,
    error: () => {
      trouble.lines += 1;
    },
  };
  const ctx: Context = { ...inner, log, store: { ...inner.store, read: { ...inner.store.read, dueForRelease } } };
  return { ctx, trouble };
}

test("due work that cannot be looked up is looked up again within a quarter of a second, and one line says so", async () => {
  const { ctx, trouble } = await troubled();
  onTestFinished(startDueWork(ctx));
  await vi.advanceTimersByTimeAsync(25);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(trouble.looks).toBeGreaterThanOrEqual(2_000 / 250);
  expect(trouble.lines).toBe(1);
  trouble.over = true;
});
