import { expect, test } from "vitest";
import type { Store } from "../../db/store/store";
import type { Cursor, ListRow } from "../../db/store/types";
import { UNDELIVERED_MS } from "../../lib/domain/lifecycle/decide";
import { anAgent, newId, numberedId, START } from "../builders";
import { commit, propose, proposeAll, withAgents } from "./writes";

const ids = (rows: readonly ListRow[]): readonly string[] => rows.map((row) => row.id);
/** More pages than any list here has: a cursor that stands still fails instead of turning for ever. */
const PAGES_MAX = 60;

const after = (row: ListRow, at: number = row.state.createdAt): Cursor => ({ rank: row.rank, at, id: row.id });

/** The queue's pages, counts and deadlines. */
export function queueContract(current: () => Store): void {
  test("the queue is ordered by rank, then age, then id, and a page goes on where the last one ended", async () => {
    const store = current();
    await withAgents(store);
    const [low, late, old, first, twin] = await proposeAll(store, [
      { rank: -1 },
      { rank: 5, state: { createdAt: START + 9 } },
      { rank: 5, state: { createdAt: START + 1 } },
      { rank: 7.5 },
      { rank: 5, state: { createdAt: START + 9 } },
    ]);
    await proposeAll(store, [
      { queue: null, rank: 99 },
      { queue: "deep", rank: 99 },
    ]);
    const order = [first, old, late, twin, low].map((record) => record?.state.id);
    const seen: ListRow[] = [];
    for (let pages = 0; pages < PAGES_MAX; pages += 1) {
      const last = seen.at(-1);
      const page = await store.read.queuePage("needs_you", {}, "stake", last === undefined ? null : after(last), 2);
      if (page.length === 0) break;
      seen.push(...page);
    }
    expect(ids(seen)).toEqual(order);
  });

  test("by age the oldest is first, by due the one that expires first", async () => {
    const store = current();
    await withAgents(store);
    const [a, b, c] = await proposeAll(store, [
      { rank: 1, state: { createdAt: START + 2, expiresAt: START + 30 } },
      { rank: 2, state: { createdAt: START + 1, expiresAt: START + 20 } },
      { rank: 3, state: { createdAt: START + 3, expiresAt: START + 10 } },
    ]);
    const age = await store.read.queuePage("needs_you", {}, "age", null, 10);
    expect(ids(age)).toEqual([b?.state.id, a?.state.id, c?.state.id]);
    const due = await store.read.queuePage("needs_you", {}, "due", null, 10);
    expect(ids(due)).toEqual([c?.state.id, b?.state.id, a?.state.id]);
    const [, second] = due;
    if (second === undefined) throw new Error("the queue has three rows");
    expect(ids(await store.read.queuePage("needs_you", {}, "due", after(second, second.state.expiresAt), 10))).toEqual([
      a?.state.id,
    ]);
    const [, older] = age;
    if (older === undefined) throw new Error("the queue has three rows");
    expect(ids(await store.read.queuePage("needs_you", {}, "age", after(older), 10))).toEqual([c?.state.id]);
  });

  test("a page can be limited to an agent and to a kind", async () => {
    const store = current();
    await withAgents(store, 2);
    const two = numberedId("agent", 2);
    const [, b, c] = await proposeAll(store, [{}, { state: { agentId: two } }, { state: { agentId: two, kind: "email" } }]);
    expect(ids(await store.read.queuePage("needs_you", { agentId: two }, "stake", null, 9))).toEqual([b?.state.id, c?.state.id]);
    expect(ids(await store.read.queuePage("needs_you", { kind: "email" }, "age", null, 9))).toEqual([c?.state.id]);
    expect(ids(await store.read.queuePage("needs_you", { agentId: two, kind: "payment" }, "due", null, 9))).toEqual([
      b?.state.id,
    ]);
  });

  test("a cursor neither repeats nor skips a row while others arrive and leave", async () => {
    const store = current();
    await withAgents(store);
    const records = await proposeAll(
      store,
      Array.from({ length: 30 }, (_, index) => ({ rank: index % 3, state: { createdAt: START + index } })),
    );
    const kept = new Set<string>(records.map((record) => record.state.id));
    const seen: ListRow[] = [];
    for (let pages = 0; pages < PAGES_MAX; pages += 1) {
      const last = seen.at(-1);
      const page = await store.read.queuePage("needs_you", {}, "stake", last === undefined ? null : after(last), 4);
      if (page.length === 0) break;
      seen.push(...page);
      await propose(store, { rank: 50 });
      if (seen.length < 20) await propose(store, { rank: -50 });
      const gone = page[0];
      const record = records.find((one) => one.state.id === gone?.id);
      if (record === undefined) continue;
      await commit(store, (tx) => tx.saveProposal({ ...record, queue: null, state: { ...record.state, revision: 2 } }, 1));
    }
    const known = ids(seen).filter((id) => kept.has(id));
    expect(new Set(known).size).toBe(30);
    expect(known.length).toBe(30);
    expect(new Set(ids(seen)).size).toBe(seen.length);
  });

  test("a row of the queue carries its agent's name and who has it open", async () => {
    const store = current();
    await withAgents(store);
    const { record } = await propose(store);
    const { id } = record.state;
    const lease = {
      proposalId: id,
      personId: newId("person"),
      version: 1,
      since: START,
      until: START + 60_000,
      doing: "looking" as const,
    };
    expect(await store.read.listRow(id)).toMatchObject({
      agentName: anAgent(1).name,
      lease: null,
      rank: 100,
      state: record.state,
    });
    await commit(store, (tx) => tx.saveLease(lease));
    expect((await store.read.listRow(id))?.lease).toEqual(lease);
    const next = { ...lease, personId: newId("person"), until: START + 90_000, doing: "deciding" as const };
    await commit(store, (tx) => tx.saveLease(next));
    expect(await commit(store, (tx) => tx.lease(id))).toEqual(next);
    expect(await store.read.leases([id, newId("proposal")], START)).toEqual([next]);
    expect(await store.read.leases([id], next.until)).toEqual([]);
    expect(await store.read.leases([], START)).toEqual([]);
    await commit(store, (tx) => tx.deleteLease(id));
    expect((await store.read.queuePage("needs_you", {}, "stake", null, 1))[0]?.lease).toBeNull();
    expect(await store.read.listRow(newId("proposal"))).toBeNull();
  });

  test("sections are counted no further than the cap", async () => {
    const store = current();
    await withAgents(store);
    await proposeAll(store, [{}, {}, {}, { queue: "deep" }, { queue: null }, { queue: "done" }]);
    expect(await store.read.queueCounts(100)).toEqual({ needs_you: 3, deep: 1, second_look: 0, waiting: 0, done: 1 });
    expect((await store.read.queueCounts(2)).needs_you).toBe(2);
  });

  test("approvals that their agent has not fetched are counted from when they were released or renewed, no further than the cap", async () => {
    const store = current();
    await withAgents(store);
    const since = (at: number) => ({ releasedAt: at, receiptExpiresAt: at + UNDELIVERED_MS });
    const approved = { status: "approved", delivery: "waiting", ...since(START + 10) } as const;
    await proposeAll(store, [
      { queue: "waiting", state: approved },
      { queue: "waiting", state: { ...approved, ...since(START + 11) } },
      { queue: "waiting", state: { ...approved, ...since(START + 20), releasedAt: START + 1 } },
      { queue: "waiting", state: { ...approved, delivery: "delivered" } },
      { queue: "waiting", state: { ...approved, lapsedAt: START + 15 } },
      { queue: "waiting", state: { status: "held", delivery: "waiting" } },
      {},
    ]);
    expect(await store.read.undelivered(START + 9, 10)).toBe(0);
    expect(await store.read.undelivered(START + 11, 10)).toBe(2);
    expect(await store.read.undelivered(START + 30, 10)).toBe(3);
    expect(await store.read.undelivered(START + 30, 2)).toBe(2);
  });

  test("what ran by itself is counted from an instant on, among so many of the newest", async () => {
    const store = current();
    await withAgents(store);
    const decision = { type: "approve", at: START, reason: null, answer: null, singleSigner: false } as const;
    const alone = { status: "approved", decision: { ...decision, source: "policy", by: [] } } as const;
    const looked = { status: "approved", decision: { ...decision, source: "person", by: [newId("person")] } } as const;
    await proposeAll(store, [
      { state: { ...alone, createdAt: START + 1 } },
      { state: { ...alone, createdAt: START + 2 } },
      { state: { ...looked, createdAt: START + 3 } },
      { state: { status: "blocked", createdAt: START + 4 } },
      { state: { createdAt: START + 5 } },
    ]);
    expect(await store.read.madeSince(START + 1, 9)).toEqual({ made: 5, alone: 2 });
    expect(await store.read.madeSince(START + 2, 9)).toEqual({ made: 4, alone: 1 });
    expect(await store.read.madeSince(START + 1, 4)).toEqual({ made: 4, alone: 1 });
    expect(await store.read.madeSince(START + 6, 9)).toEqual({ made: 0, alone: 0 });
  });

  test("what expires soon is listed soonest first, only while it waits for a decision", async () => {
    const store = current();
    await withAgents(store);
    const [a, b] = await proposeAll(store, [
      { state: { expiresAt: START + 20 } },
      { state: { expiresAt: START + 10 } },
      { state: { expiresAt: START + 30 } },
      { state: { expiresAt: START + 5, status: "held" } },
      { queue: "deep", state: { expiresAt: START + 1 } },
    ]);
    expect(ids(await store.read.expiringBefore("needs_you", START + 20, 9))).toEqual([b?.state.id, a?.state.id]);
    expect(ids(await store.read.expiringBefore("needs_you", START + 20, 1))).toEqual([b?.state.id]);
  });

  test("what is due is found at its instant and not before, and the next deadline is the earliest of all", async () => {
    const store = current();
    await withAgents(store);
    expect(await store.read.nextDeadline()).toBeNull();
    const redeemable = { status: "approved", releasedAt: START, receiptId: newId("receipt") } as const;
    const [pending, held, approved] = await proposeAll(store, [
      { state: { expiresAt: START + 30 } },
      { state: { status: "held", releaseAt: START + 20, expiresAt: START + 1 } },
      { state: { ...redeemable, receiptExpiresAt: START + 10 } },
      { state: { ...redeemable, receiptExpiresAt: START + 1, redemptionId: newId("redemption") } },
      { state: { ...redeemable, receiptExpiresAt: START + 1, lapsedAt: START + 1 } },
      { state: { status: "rejected", releasedAt: START, expiresAt: START + 1 } },
    ]);
    expect(await store.read.nextDeadline()).toBe(START + 10);
    expect(await store.read.dueForLapse(START + 9, 9)).toEqual([]);
    expect(await store.read.dueForLapse(START + 10, 9)).toEqual([approved?.state.id]);
    expect(await store.read.dueForRelease(START + 19, 9)).toEqual([]);
    expect(await store.read.dueForRelease(START + 20, 9)).toEqual([held?.state.id]);
    expect(await store.read.dueForExpiry(START + 29, 9)).toEqual([]);
    expect(await store.read.dueForExpiry(START + 30, 9)).toEqual([pending?.state.id]);
  });
}
