import { describe, expect, it, test } from "vitest";

import { doubling } from "../../../test/doubling";
import { LOOKED_THROUGH, readToday } from "./read-today";

/** What a reader is told at an instant where `made` proposals of the day are found, and since when they were asked for. */
async function told(at: string, zone: string | undefined, made: number, overdue = 0) {
  const { ctx, first } = await doubling(2);
  const asked: number[] = [];
  const fetchedBy: number[] = [];
  const madeSince = (since: number) => {
    asked.push(since);
    return Promise.resolve({ made, alone: 7 });
  };
  const undelivered = (before: number) => {
    fetchedBy.push(before);
    return Promise.resolve(overdue);
  };
  const then = {
    ...ctx,
    clock: () => Date.parse(at),
    store: { ...ctx.store, read: { ...ctx.store.read, madeSince, undelivered } },
  };
  const instants = (times: readonly number[]) => times.map((one) => new Date(one).toISOString());
  const today = await readToday(then, first, zone);
  return { today, since: instants(asked), fetchedBy: instants(fetchedBy) };
}

describe("what ran by itself today", () => {
  it.each([
    ["UTC", "2026-11-28T00:00:00.000Z"],
    [undefined, "2026-11-28T00:00:00.000Z"],
    ["Asia/Tokyo", "2026-11-28T15:00:00.000Z"],
    ["America/New_York", "2026-11-28T05:00:00.000Z"],
  ])("begins at the reader's own midnight: %s", async (zone, midnight) => {
    expect((await told("2026-11-28T16:30:00Z", zone, 9)).since).toEqual([midnight]);
  });

  it("says that there may be more only where it stopped counting", async () => {
    expect((await told("2026-11-28T16:30:00Z", "UTC", LOOKED_THROUGH - 1)).today).toMatchObject({ ranAlone: 7, more: false });
    expect((await told("2026-11-28T16:30:00Z", "UTC", LOOKED_THROUGH)).today).toMatchObject({ ranAlone: 7, more: true });
  });
});

test("an approval that its agent has not fetched for a minute is overdue, whenever it was made", async () => {
  const { today, fetchedBy } = await told("2026-11-28T16:30:00Z", "UTC", 9, 3);
  expect(today.overdue).toBe(3);
  expect(fetchedBy).toEqual(["2026-11-28T16:29:00.000Z"]);
});
