import { expect, test } from "vitest";
import type { Store } from "../../db/store/store";
import type { LabelRecord, ReviewRecord } from "../../db/store/types";
import { newId, numberedId, START } from "../builders";
import { commit, propose, proposeAll, withAgents } from "./writes";

const NONE = { agentId: null, kind: null } as const;
const DAY = { from: START, until: START + 86_400_000 };

function aReview(changes: Pick<ReviewRecord, "proposalId"> & Partial<ReviewRecord>): ReviewRecord {
  return {
    ...{ revision: 1, personId: newId("person"), personName: "Ana Ruiz", type: "approve", at: START, activeMs: 8_000 },
    ...{ leasedMs: null, predictedSeconds: 6.4, device: "keyboard", act: "key", tooFast: false },
    ...changes,
  };
}

/** What the metrics screen counts: everything of a window, each once, with what was said of it. */
export function insightsContract(current: () => Store): void {
  test("a window holds what was proposed in it, newest first and page by page; tests of the reviewers are no items", async () => {
    const store = current();
    await withAgents(store, 2);
    await proposeAll(store, [{ state: { createdAt: START - 1 } }, { state: { createdAt: DAY.until } }]);
    const made = await proposeAll(
      store,
      [3, 1, 2, 2].map((at) => ({ state: { createdAt: START + at } })),
    );
    await propose(store, { state: { canary: true } });
    const whole = await store.read.measuredItems(DAY, NONE, null, 50);
    expect(whole.map(({ id }) => id).sort()).toEqual(made.map(({ state }) => state.id).sort());
    expect(whole.map(({ at }) => at - START)).toEqual([3, 2, 2, 1]);
    const first = await store.read.measuredItems(DAY, NONE, null, 2);
    const [, last] = first;
    const rest = await store.read.measuredItems(DAY, NONE, last ?? null, 50);
    expect([...first, ...rest]).toEqual(whole);
    expect(await store.read.measuredItems(DAY, { agentId: numberedId("agent", 2), kind: null }, null, 50)).toEqual([]);
    expect(await store.read.measuredItems(DAY, { agentId: numberedId("agent", 1), kind: "email" }, null, 50)).toEqual([]);
  });

  test("what many proposals were judged on is read whole, each once, also where they fill more than one query", async () => {
    const store = current();
    await withAgents(store);
    const made = (
      await proposeAll(
        store,
        Array.from({ length: 253 }, () => ({})),
      )
    ).map(({ state }) => state.id);
    const asked = made.slice(1, 252);
    const read = await store.read.pastFacts(asked);
    expect(read.map(({ id }) => id).sort()).toEqual([...asked].sort());
    expect(await store.read.pastFacts([])).toEqual([]);
  });

  test("somebody's last decisions come newest first, theirs alone, and no more than were asked for", async () => {
    const store = current();
    await withAgents(store);
    const [ana, bea] = [newId("person"), newId("person")];
    const made = await proposeAll(store, [{}, {}, {}]);
    await commit(store, function* (tx) {
      for (const [index, { state }] of made.entries())
        yield* tx.insertReview(aReview({ proposalId: state.id, personId: ana, at: START + index, tooFast: index === 0 }));
    });
    const { type, activeMs } = aReview({ proposalId: newId("proposal"), personId: ana });
    const [slow, fast] = [
      { type, activeMs, tooFast: false },
      { type, activeMs, tooFast: true },
    ];
    expect(await store.read.lastReviews(ana, 5)).toEqual([slow, slow, fast]);
    expect(await store.read.lastReviews(ana, 2)).toEqual([slow, slow]);
    expect(await store.read.lastReviews(bea, 5)).toEqual([]);
  });

  test("an item comes with its label, at the tier that the label counts at, and with its draw for an audit", async () => {
    const store = current();
    await withAgents(store);
    const { record } = await propose(store, { state: { tier: "T1" } });
    const { id: proposalId, agentId, actionName, kind } = record.state;
    const label: LabelRecord = {
      ...{ proposalId, agentId, actionName, kind, tier: "T2", fingerprint: '["large-1",null]', at: START, verdict: "wrong" },
      ...{ because: "audited_wrong", ran: "by_itself", excluded: null, weight: 20, missed: false, severe: true },
      ...{ failedOutside: false, edit: null, confidence: null },
    };
    await commit(store, function* (tx) {
      yield* tx.saveLabel(label);
      yield* tx.insertDraw({ proposalId, purpose: "audit", rate: 0.05, at: START, settledAt: null, verdict: null });
      yield* tx.settleDraw(proposalId, "wrong", START);
    });
    const double = await propose(store);
    const purpose = "double" as const;
    await commit(store, (tx) =>
      tx.insertDraw({ proposalId: double.record.state.id, purpose, rate: 0.05, at: START, settledAt: null, verdict: null }),
    );
    const items = await store.read.measuredItems(DAY, NONE, null, 50);
    const { verdict, because, ran, excluded, weight, missed, severe, fingerprint } = label;
    expect(items.find(({ id }) => id === proposalId)).toMatchObject({
      ...{ tier: "T2", fingerprint, audit: { rate: 0.05, verdict: "wrong" } },
      label: { verdict, because, ran, excluded, weight, missed, severe },
    });
    expect(items.find(({ id }) => id === double.record.state.id)).toMatchObject({ label: null, audit: null });
  });

  test("reviews of a window come with what they were of, tests among them", async () => {
    const store = current();
    await withAgents(store);
    const [real, canary] = [await propose(store), await propose(store, { state: { canary: true, kind: "email" } })];
    const [early, late, outside] = [START + 1, START + 2, DAY.until];
    await commit(store, function* (tx) {
      yield* tx.insertReview(aReview({ proposalId: real.record.state.id, at: early }));
      yield* tx.insertReview(aReview({ proposalId: canary.record.state.id, at: late }));
      yield* tx.insertReview(aReview({ proposalId: real.record.state.id, revision: 2, at: outside }));
    });
    const found = await store.read.measuredReviews(DAY, null, 50);
    expect(found).toMatchObject([
      { at: late, canary: true, kind: "email", lane: "quick", activeMs: 8_000, predictedSeconds: 6.4, tooFast: false },
      { at: early, canary: false, kind: "payment", agentId: numberedId("agent", 1), actionName: "payment.refund" },
    ]);
    const [first] = found;
    const after = first === undefined ? null : { at: first.at, id: first.proposalId };
    expect(await store.read.measuredReviews(DAY, after, 50)).toEqual(found.slice(1));
  });
}
