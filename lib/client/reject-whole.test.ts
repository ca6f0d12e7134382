import { expect, test } from "vitest";

import { aQueueRow } from "../../test/queue-rows";
import type { AlikeGroup } from "../contract/together";
import { REJECTED_AT_ONCE, rejectWhole } from "./reject-whole";

/** The server lists so many, the card that was asked for first. */
const LISTED = 200;
const OPEN = "prp_500";
const SAID_AT = 1_000_000;

/** A server with so many that are alike: lists the first of those that wait, and can be told to fail at one call. */
function aServer(
  count: number,
  { failsAt = Infinity, arriving = 0 }: { readonly failsAt?: number; readonly arriving?: number } = {},
) {
  const waiting = new Set(Array.from({ length: count }, (_, index) => `prp_${String(index)}`));
  const calls: number[] = [];
  const bornAt = new Map<string, number>();
  const group = (): AlikeGroup => {
    const listed = [...waiting].filter((id) => id !== OPEN).slice(0, LISTED);
    const ids = waiting.has(OPEN) ? [OPEN, ...listed] : listed;
    const items = ids.map((id) => ({ row: { ...aQueueRow(id), createdAt: bornAt.get(id) ?? SAID_AT }, digest: `sha256:${id}` }));
    return { items, total: waiting.size, batch: { ids: [], columns: [], rows: [], refusal: null } };
  };
  const reject = (items: readonly { readonly proposal: string }[]) => {
    calls.push(items.length);
    for (let more = 0; more < arriving; more += 1) {
      const id = `prp_${String(calls.length)}_${String(more)}`;
      waiting.add(id);
      bornAt.set(id, SAID_AT + 1);
    }
    if (calls.length === failsAt) return Promise.reject(new Error("away"));
    const rejected = items.filter(({ proposal }) => waiting.delete(proposal)).map(({ proposal }) => aQueueRow(proposal));
    const skipped = items
      .filter(({ proposal }) => !rejected.some(({ id }) => id === proposal))
      .map(({ proposal }) => ({ proposal, code: "not_pending" as const, says: "it moved" }));
    return Promise.resolve({ rejected, tests: [], skipped });
  };
  return { waiting, calls, group, reject };
}

async function rejectAt(server: ReturnType<typeof aServer>, given = server.group()) {
  const progress: number[] = [];
  const went = await rejectWhole(given, OPEN, {
    until: SAID_AT,
    read: () => Promise.resolve(server.group()),
    reject: server.reject,
    onProgress: (_, done) => progress.push(done),
  });
  return { went, progress };
}

test("a group of any size is rejected to its last, in calls of a bounded size, with the open card last", async () => {
  const server = aServer(1_234);
  const { went, progress } = await rejectAt(server);
  expect(went).toEqual({ rejected: 1_234, moved: 0, failure: null });
  expect(server.waiting.size).toBe(0);
  expect(Math.max(...server.calls)).toBe(REJECTED_AT_ONCE);
  expect(server.calls.at(-1)).toBe(1);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBe(1_234);
});

test("what moved meanwhile is left alone, counted, and not tried for ever", async () => {
  const server = aServer(600);
  const given = server.group();
  for (const id of ["prp_3", "prp_70"]) server.waiting.delete(id);
  expect((await rejectAt(server, given)).went).toEqual({ rejected: 598, moved: 2, failure: null });
});

test("a call that fails ends it: what was done stays done, and the rest waits as it was", async () => {
  const server = aServer(600, { failsAt: 4 });
  const { went, progress } = await rejectAt(server);
  expect(went).toEqual({ rejected: 150, moved: 0, failure: { reason: new Error("away") } });
  expect(progress).toEqual([50, 100, 150]);
  expect(server.waiting.size).toBe(450);
  expect(server.waiting.has(OPEN)).toBe(true);
});

test("an agent that goes on proposing keeps it going no longer: what arrives meanwhile was not meant, and waits", async () => {
  const server = aServer(600, { arriving: 60 });
  expect((await rejectAt(server)).went).toEqual({ rejected: 600, moved: 0, failure: null });
  expect([...server.waiting].every((id) => /_\d+_/u.test(id))).toBe(true);
  expect(server.waiting.size).toBe(60 * server.calls.length);
});
