import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evenShare } from "./run-ahead.sqlite";

/** Callers that send again once they are answered: while one group is committed, those of the group before have come back. */
function groupsOf(first: number, waiting: number, turns: number): readonly number[] {
  const sizes = [first];
  let [before, queue] = [first, waiting];
  for (let turn = 0; turn < turns; turn += 1) {
    const taken = Math.min(queue, evenShare(before, queue));
    queue = queue - taken + before;
    before = taken;
    sizes.push(taken);
  }
  return sizes;
}

describe("how many make a group", () => {
  test("after a pause, all that wait", () => {
    expect(evenShare(0, 40)).toBe(40);
  });

  test("a large and a small one by turns become alike", () => {
    expect(groupsOf(28, 4, 6)).toEqual([28, 4, 16, 16, 16, 16, 16]);
  });

  test("whoever waits gets a turn, and groups that are alike stay so", () => {
    const sizes = fc.integer({ min: 1, max: 64 });
    fc.assert(
      fc.property(sizes, sizes, (first, waiting) => {
        const groups = groupsOf(first, waiting, 12);
        expect(Math.min(...groups)).toBeGreaterThan(0);
        const [last = 0, before = 0] = groups.slice(-2);
        expect(Math.abs(last - before)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
