import { expect, test } from "vitest";
import type { Store } from "../../db/store/store";
import type { DrawRecord } from "../../db/store/look-types";
import type { CanaryOutcome } from "../../lib/domain/canary/serving";
import type { Decision } from "../../lib/domain/proposal";
import type { ProposalId } from "../../lib/domain/ids";
import type { LookVerdict } from "../../lib/domain/second-look";
import type { Kind } from "../../lib/domain/words";
import { newId, START } from "../builders";
import { propose, withAgents } from "./writes";

async function drawn(store: Store, changes: Partial<DrawRecord> = {}): Promise<DrawRecord> {
  const { record } = await propose(store);
  const draw: DrawRecord = {
    ...{ proposalId: record.state.id, purpose: "audit", rate: 0.05, at: START, settledAt: null, verdict: null },
    ...changes,
  };
  await store.transact(function* (tx) {
    yield* tx.insertDraw(draw);
    return { result: null, unchanged: true };
  });
  return draw;
}

/** One test of the kind that ended at an instant. */
async function decided(store: Store, kind: Kind, at: number, outcome: CanaryOutcome): Promise<void> {
  const [{ record }, source] = [await propose(store, { state: { canary: true, kind } }), await propose(store)];
  const proposalId = record.state.id;
  await store.transact(function* (tx) {
    const made = { proposalId, sourceId: source.record.state.id, kind, mutation: "amount", wrong: "the amount", at: START };
    yield* tx.insertCanary({ ...made, decidedAt: null, decidedBy: null, outcome: null });
    yield* tx.endCanary(proposalId, { at, by: outcome === "unseen" ? null : newId("person"), outcome });
    return { result: null, unchanged: true };
  });
}

/** An approval that was drawn for a second opinion, and what was said of it. */
async function doubled(store: Store, at: number, verdicts: readonly LookVerdict[]): Promise<ProposalId> {
  const decision: Decision = {
    ...{ type: "approve", source: "person", by: [newId("person")], at, reason: null, answer: null, singleSigner: false },
  };
  const { record } = await propose(store, { state: { status: "approved", decision } });
  const proposalId = record.state.id;
  await store.transact(function* (tx) {
    yield* tx.insertDraw({ proposalId, purpose: "double", rate: 0.05, at, settledAt: null, verdict: null });
    for (const verdict of verdicts) {
      const look = { proposalId, personId: newId("person"), at, verdict, reasonCode: "tone", reasonText: null, tooFast: false };
      yield* tx.insertLook(look);
    }
    if (verdicts.length > 1) yield* tx.settleDraw(proposalId, "wrong", START + 5);
    return { result: null, unchanged: true };
  });
  return proposalId;
}

/** What was drawn for a second look, and what was said. */
export function secondLooksContract(current: () => Store): void {
  test("a draw comes back with the very rate it was made at", async () => {
    const store = current();
    await withAgents(store);
    const draw = await drawn(store, { rate: 1 / 3 });
    expect(await store.read.draw(draw.proposalId)).toEqual(draw);
    expect(await store.read.draw(newId("proposal"))).toBeNull();
  });

  test("what is owed is counted by its purpose, up to a bound, with the oldest", async () => {
    const store = current();
    await withAgents(store);
    for (const at of [START + 3, START + 1, START + 2]) await drawn(store, { at });
    await drawn(store, { purpose: "double", at: START });
    expect(await store.read.lookDebt("audit", 10)).toEqual({ open: 3, oldestAt: START + 1 });
    expect(await store.read.lookDebt("audit", 2)).toEqual({ open: 2, oldestAt: START + 1 });
    expect(await store.read.lookDebt("double", 10)).toEqual({ open: 1, oldestAt: START });
  });

  test("what is owed since an instant comes oldest first, by its purpose, without what is settled", async () => {
    const store = current();
    await withAgents(store);
    const third = await drawn(store, { purpose: "double", at: START + 3 });
    const first = await drawn(store, { purpose: "double", at: START + 1 });
    await drawn(store, { purpose: "double", at: START + 1, settledAt: START + 2 });
    await drawn(store, { purpose: "audit", at: START + 1 });
    expect(await store.read.looksOwedSince("double", START, 9)).toEqual([]);
    expect(await store.read.looksOwedSince("double", START + 2, 9)).toEqual([first.proposalId]);
    expect(await store.read.looksOwedSince("double", START + 3, 9)).toEqual([first.proposalId, third.proposalId]);
    expect(await store.read.looksOwedSince("double", START + 3, 1)).toEqual([first.proposalId]);
  });

  test("the last tests of a kind are counted, newest first, without those that nobody decided", async () => {
    const store = current();
    await withAgents(store);
    expect(await store.read.lastCatches("email", 60)).toEqual({ shown: 0, caught: 0 });
    await decided(store, "email", START + 1, "missed");
    await decided(store, "email", START + 2, "caught");
    await decided(store, "email", START + 4, "unseen");
    await decided(store, "email", START + 3, "caught");
    await decided(store, "sql", START + 5, "missed");
    expect(await store.read.lastCatches("email", 60)).toEqual({ shown: 3, caught: 2 });
    expect(await store.read.lastCatches("email", 2)).toEqual({ shown: 2, caught: 2 });
    expect(await store.read.lastCatches("sql", 60)).toEqual({ shown: 1, caught: 0 });
  });

  test("a draw is settled once, and then nothing is owed", async () => {
    const store = current();
    await withAgents(store);
    const { proposalId } = await drawn(store);
    const personId = newId("person");
    const look = {
      proposalId,
      personId,
      at: START,
      verdict: "wrong",
      reasonCode: "tone",
      reasonText: null,
      tooFast: true,
    } as const;
    const settle = () =>
      store.transact<boolean>(function* (tx) {
        const first = yield* tx.settleDraw(proposalId, "wrong", START + 5);
        if (first) yield* tx.insertLook(look);
        return { result: first, unchanged: true };
      });
    expect([(await settle()).result, (await settle()).result]).toEqual([true, false]);
    expect(await store.read.draw(proposalId)).toMatchObject({ settledAt: START + 5, verdict: "wrong" });
    expect(await store.read.looks(proposalId)).toEqual([look]);
    expect(await store.read.lookDebt("audit", 10)).toEqual({ open: 0, oldestAt: null });
  });

  test("what was drawn for a second opinion in a window comes newest first, each with the opinions on it", async () => {
    const store = current();
    await withAgents(store);
    const [older, newer, outside] = [
      await doubled(store, START + 1, ["wrong", "fine"]),
      await doubled(store, START + 2, []),
      await doubled(store, START + 9, ["fine"]),
    ];
    await drawn(store, { at: START + 2 });
    const span = { from: START, until: START + 9 };
    const all = { agentId: null, kind: null };
    const found = await store.read.measuredDoubles(span, all, 10);
    expect(found.map(({ id }) => id)).toEqual([newer, older]);
    expect(found[1]).toMatchObject({ at: START + 1, decision: { type: "approve" }, settledAt: START + 5, verdict: "wrong" });
    expect(found[1]?.opinions.map(({ verdict }) => verdict).toSorted()).toEqual(["fine", "wrong"]);
    expect(found[0]?.opinions).toEqual([]);
    expect((await store.read.measuredDoubles(span, all, 1)).map(({ id }) => id)).toEqual([newer]);
    const { kind } = found[0] ?? { kind: "email" };
    const other = kind === "email" ? "sql" : "email";
    expect(await store.read.measuredDoubles(span, { agentId: null, kind: other }, 10)).toEqual([]);
    expect((await store.read.measuredDoubles({ ...span, until: START + 10 }, { agentId: null, kind }, 10))[0]?.id).toBe(outside);
  });
}
