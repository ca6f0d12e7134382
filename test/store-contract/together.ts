import { expect, test } from "vitest";
import { DEFAULT_PREFERENCES } from "../../lib/domain/preferences";
import type { QueueSort } from "../../db/store/group-reads";
import type { Store } from "../../db/store/store";
import type { ListRow } from "../../db/store/types";
import { aDigest, anAgent, aPerson, newId, numberedId, START } from "../builders";
import { commit, propose, proposeAll, withAgents } from "./writes";

const ids = (rows: readonly ListRow[]): readonly string[] => rows.map((row) => row.id);
const SORTS: readonly QueueSort[] = ["stake", "age", "due", "agent"];

/** What belongs together, whose it is, and what people keep beside it. */
export function togetherContract(current: () => Store): void {
  test("by agent, agents and look-alikes stand together, and a page goes on where the last one ended", async () => {
    const store = current();
    await withAgents(store, 2);
    const two = numberedId("agent", 2);
    const [a, b, c, d, e] = await proposeAll(store, [
      { alike: "b", rank: 9, state: { agentId: two } },
      { alike: "a", rank: 1, state: { agentId: anAgent(1).id } },
      { alike: "b", rank: 5, state: { agentId: two, createdAt: START + 1 } },
      { alike: "a", rank: 5, state: { agentId: anAgent(1).id } },
      { alike: "a", rank: 0, state: { agentId: two } },
    ]);
    const order = [d, b, e, a, c].map((record) => record?.state.id);
    const seen: ListRow[] = [];
    for (let pages = 0; pages < 9; pages += 1) {
      const last = seen.at(-1);
      const group = last === undefined ? undefined : ([last.agentId, last.alike] as const);
      const after =
        last === undefined ? null : { rank: last.rank, at: last.state.createdAt, id: last.id, ...(group && { group }) };
      const page = await store.read.queuePage("needs_you", {}, "agent", after, 2);
      if (page.length === 0) break;
      seen.push(...page);
    }
    expect(ids(seen)).toEqual(order);
    expect(ids(await store.read.alike("needs_you", two, "b", 9))).toEqual([a?.state.id, c?.state.id]);
    expect(ids(await store.read.alike("deep", two, "b", 9))).toEqual([]);
    expect(await store.read.countAlike("needs_you", two, "b", 9)).toBe(2);
    expect(await store.read.countAlike("needs_you", two, "b", 1)).toBe(1);
  });

  test("what was given to a person is found by them, while it is open", async () => {
    const store = current();
    await withAgents(store);
    const ana = newId("person");
    const [one] = await proposeAll(store, [
      { assigneeId: ana },
      { assigneeId: newId("person") },
      {},
      { assigneeId: ana, queue: "done", state: { releasedAt: START } },
      { assigneeId: ana, queue: "deep" },
    ]);
    for (const sort of SORTS) {
      const found = await store.read.assignedTo(ana, "needs_you", {}, sort, 9);
      expect(found.map((row) => [row.id, row.assigneeId])).toEqual([[one?.state.id, ana]]);
    }
    expect(await store.read.assignedTo(ana, "needs_you", { kind: "email" }, "stake", 9)).toEqual([]);
    expect(await store.read.assignedTo(ana, "needs_you", { agentId: numberedId("agent", 2) }, "stake", 9)).toEqual([]);
  });

  test("what a person is through with comes last decided first, as the only signer and as either of two", async () => {
    const store = current();
    await withAgents(store);
    const [ana, ben] = [newId("person"), newId("person")];
    const by = (at: number, ...people: (typeof ana)[]) => ({
      queue: "done" as const,
      state: {
        status: "rejected" as const,
        decision: { type: "reject", source: "person", by: people, at, reason: null, answer: null, singleSigner: false } as const,
      },
    });
    const [a, b, c] = await proposeAll(store, [
      by(START + 1, ana),
      by(START + 3, ana, ben),
      by(START + 2, ben, ana),
      by(START, ben),
    ]);
    const first = await store.read.doneBy(ana, null, 2);
    expect(ids(first)).toEqual([b?.state.id, c?.state.id]);
    const after = { rank: 0, at: START + 2, id: c?.state.id ?? "" };
    expect(ids(await store.read.doneBy(ana, after, 2))).toEqual([a?.state.id]);
  });

  test("comments are kept in their order, drafts and preferences one for each person", async () => {
    const store = current();
    await withAgents(store);
    const { record } = await propose(store);
    const { id } = record.state;
    const ana = aPerson();
    const comments = [1, 2].map((at) => ({
      id: newId("comment"),
      proposalId: id,
      personId: ana.id,
      text: `${String(at)} 👀 '";--`,
      at,
    }));
    await commit(store, function* (tx) {
      yield* tx.insertPerson(ana);
      for (const one of comments) yield* tx.insertComment(one);
    });
    expect(await store.read.comments(id)).toEqual(comments);
    expect(await store.read.comments(newId("proposal"))).toEqual([]);
    const { record: other } = await propose(store);
    expect((await store.read.listRow(id))?.comments).toBe(2);
    expect((await store.read.listRow(other.state.id))?.comments).toBe(0);
    const items = [{ id, version: 1, digest: aDigest("x") }];
    const draft = { id: "bat_1", items, drawn: [id], opened: [], at: START };
    expect(await commit(store, (tx) => tx.batchDraft(ana.id))).toBeNull();
    await commit(store, (tx) => tx.saveBatchDraft(ana.id, draft));
    await commit(store, (tx) => tx.saveBatchDraft(ana.id, { ...draft, opened: [id] }));
    expect(await commit(store, (tx) => tx.batchDraft(ana.id))).toEqual({ ...draft, opened: [id] });
    await commit(store, (tx) => tx.deleteBatchDraft(ana.id));
    expect(await commit(store, (tx) => tx.batchDraft(ana.id))).toBeNull();
    expect(await store.read.preferences(ana.id)).toBeNull();
    const mine = { ...DEFAULT_PREFERENCES, keys: { approve: "y" } };
    await commit(store, (tx) => tx.savePreferences(ana.id, DEFAULT_PREFERENCES));
    await commit(store, (tx) => tx.savePreferences(ana.id, mine));
    expect(await store.read.preferences(ana.id)).toEqual(mine);
    expect(await commit(store, (tx) => tx.preferences(ana.id))).toEqual(mine);
  });
}
