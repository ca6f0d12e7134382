import { expect, it } from "vitest";

import { Pacer } from "./pacer";

/** Time that passes only while somebody waits: what is due first goes on first. */
function simulated() {
  let now = 0;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const pause = (ms: number): Promise<void> =>
    new Promise((wake) => {
      sleepers.push({ at: now + ms, wake });
    });
  const run = async (until: number): Promise<void> => {
    for (;;) {
      await new Promise(setImmediate);
      const [first] = sleepers.sort((a, b) => a.at - b.at);
      if (first === undefined || first.at > until) return;
      sleepers.shift();
      now = first.at;
      first.wake();
    }
  };
  return { clock: { now: () => now, pause }, run, wait: pause };
}

it("twenty who share it go at the rate together, not each at the rate", async () => {
  const { clock, run } = simulated();
  const pacer = new Pacer(5, clock);
  const turns: number[] = [];
  const stop = { asked: false };
  const worker = async (): Promise<void> => {
    while (!stop.asked) {
      await pacer.turn();
      turns.push(clock.now());
    }
  };
  for (let index = 0; index < 20; index += 1) void worker();
  await run(10_000);
  stop.asked = true;
  expect(turns).toEqual(Array.from({ length: 51 }, (_, index) => index * 200));
});

it("a pause in which nobody asked is not made up for by a burst", async () => {
  const { clock, run, wait } = simulated();
  const pacer = new Pacer(10, clock);
  const turns: number[] = [];
  const done = (async () => {
    await pacer.turn();
    await wait(5_000);
    for (let index = 0; index < 3; index += 1) {
      await pacer.turn();
      turns.push(clock.now());
    }
  })();
  await run(10_000);
  await done;
  expect(turns).toEqual([5_000, 5_100, 5_200]);
});

it("without a rate nobody waits", async () => {
  const pacer = new Pacer(null, { now: () => 0, pause: () => Promise.reject(new Error("waited")) });
  await Promise.all([pacer.turn(), pacer.turn()]);
});
