import { expect, test } from "vitest";
import type { CanaryEnd, CanaryRecord } from "../../db/store/look-types";
import type { Store } from "../../db/store/store";
import type { PersonId } from "../../lib/domain/ids";
import { newId, START } from "../builders";
import { commit, propose, withAgents } from "./writes";

const DAY_MS = 86_400_000;

/** A test made of something real; open unless it is said how it ended. */
async function tested(store: Store, kind: CanaryRecord["kind"], end: CanaryEnd | null = null): Promise<CanaryRecord> {
  const [source, made] = [await propose(store), await propose(store, { state: { canary: true, kind } })];
  const open: CanaryRecord = {
    ...{ proposalId: made.record.state.id, sourceId: source.record.state.id, kind, mutation: "amount_x10" },
    ...{ wrong: "the amount was ten times as large", at: START, decidedAt: null, decidedBy: null, outcome: null },
  };
  await commit(store, (tx) => tx.insertCanary(open));
  if (end === null) return open;
  await commit(store, (tx) => tx.endCanary(open.proposalId, end));
  return { ...open, decidedAt: end.at, decidedBy: end.by, outcome: end.outcome };
}

function by(person: PersonId | null, outcome: CanaryEnd["outcome"], at = START + 1): CanaryEnd {
  return { by: person, outcome, at };
}

/** Tests of the reviewers: one open at a time, ended once, counted by kind. */
export function canariesContract(current: () => Store): void {
  test("a test comes back as it was made, open until it ends, and ends once", async () => {
    const store = current();
    await withAgents(store);
    const open = await tested(store, "payment");
    expect(await store.read.canary(open.proposalId)).toEqual(open);
    expect(await store.read.openCanary()).toEqual(open);
    expect(await store.read.lastCanary()).toBeNull();
    const [first, second] = [newId("person"), newId("person")];
    await commit(store, (tx) => tx.endCanary(open.proposalId, { at: START + 5, by: first, outcome: "missed" }));
    await commit(store, (tx) => tx.endCanary(open.proposalId, { at: START + 9, by: second, outcome: "caught" }));
    const ended = { ...open, decidedAt: START + 5, decidedBy: first, outcome: "missed" };
    expect(await store.read.openCanary()).toBeNull();
    expect(await store.read.lastCanary()).toEqual(ended);
    expect(await store.read.canary(newId("proposal"))).toBeNull();
  });

  test("the last tests that somebody decided are counted, of one kind or of all, no more than asked for", async () => {
    const store = current();
    await withAgents(store);
    const ana = newId("person");
    await tested(store, "payment", by(ana, "missed", START + 1));
    await tested(store, "email", by(ana, "caught", START + 2));
    await tested(store, "payment", by(ana, "caught", START + 3));
    await tested(store, "email", by(null, "unseen", START + 4));
    await tested(store, "email");
    expect(await store.read.lastCatches(null, 100)).toEqual({ shown: 3, caught: 2 });
    expect(await store.read.lastCatches(null, 2)).toEqual({ shown: 2, caught: 2 });
    expect(await store.read.lastCatches("payment", 100)).toEqual({ shown: 2, caught: 1 });
    expect(await store.read.lastCatches("post", 100)).toEqual({ shown: 0, caught: 0 });
  });

  test("decided tests are counted by kind, of one person or of everybody, since an instant; those nobody saw are not", async () => {
    const store = current();
    await withAgents(store);
    const [ana, bea] = [newId("person"), newId("person")];
    await tested(store, "payment", by(ana, "caught"));
    await tested(store, "payment", by(ana, "missed"));
    await tested(store, "email", by(ana, "caught", START - DAY_MS));
    await tested(store, "payment", by(bea, "caught"));
    await tested(store, "email", by(bea, "caught"));
    await tested(store, "email", by(null, "unseen"));
    await tested(store, "email");
    const tally = async (...asked: Parameters<typeof store.read.canaryTally>) =>
      [...(await store.read.canaryTally(...asked))].sort((a, b) => (a.kind < b.kind ? -1 : 1));
    expect(await tally(ana, START)).toEqual([{ kind: "payment", shown: 2, caught: 1 }]);
    expect(await tally(ana, 0)).toEqual([
      { kind: "email", shown: 1, caught: 1 },
      { kind: "payment", shown: 2, caught: 1 },
    ]);
    expect(await tally(null, START)).toEqual([
      { kind: "email", shown: 1, caught: 1 },
      { kind: "payment", shown: 3, caught: 2 },
    ]);
    expect(await tally(newId("person"), 0)).toEqual([]);
  });

  test("tests are made of what people approved since an instant, newest first, and of nothing else", async () => {
    const store = current();
    await withAgents(store);
    const person = newId("person");
    const decision = {
      type: "approve",
      source: "person",
      by: [person],
      at: START,
      reason: null,
      answer: null,
      singleSigner: false,
    } as const;
    const approved = { status: "approved", decision } as const;
    const older = await propose(store, { state: { ...approved, createdAt: START + 1 } });
    const newer = await propose(store, { state: { ...approved, createdAt: START + 2, kind: "email" } });
    await propose(store, { state: { ...approved, createdAt: START - 1 } });
    await propose(store, { state: { status: "rejected", decision: { ...decision, type: "reject" }, createdAt: START + 3 } });
    await propose(store, {
      state: { status: "approved", decision: { ...decision, source: "policy", by: [] }, createdAt: START },
    });
    await propose(store, { state: { createdAt: START + 4 } });
    const ids = [newer, older].map(({ record: { state } }) => ({ id: state.id, kind: state.kind }));
    expect(await store.read.canarySources(START, 10)).toEqual(ids);
    expect(await store.read.canarySources(START, 1)).toEqual(ids.slice(0, 1));
  });
}
