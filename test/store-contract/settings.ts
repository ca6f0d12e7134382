import { expect, test } from "vitest";
import type { Store } from "../../db/store/store";
import type { LabelRecord, ReviewRecord } from "../../db/store/types";
import { newId, numberedId, START } from "../builders";
import { commit, propose, withAgents } from "./writes";

/** Policy versions, kill switches, settings, running counts, reviews and findings. */
export function settingsContract(current: () => Store): void {
  const agent = numberedId("agent", 1);

  test("every saved policy is kept, and the latest is the one in force", async () => {
    const store = current();
    expect(await store.read.policy(null)).toBeNull();
    expect(await commit(store, (tx) => tx.latestPolicyVersion())).toBeNull();
    const first = { version: 1, text: "{}", by: null, at: START, note: "default", basedOn: null };
    const second = { version: 2, text: "{ }", by: newId("person"), at: START + 1, note: "", basedOn: 1 };
    await commit(store, function* (tx) {
      yield* tx.insertPolicy(first);
      yield* tx.insertPolicy(second);
    });
    expect(await store.read.policy(null)).toEqual(second);
    expect(await store.read.policy(1)).toEqual(first);
    expect(await store.read.policy(3)).toBeNull();
    expect(await commit(store, (tx) => tx.latestPolicyVersion())).toBe(2);
    expect(await commit(store, (tx) => tx.policy(1))).toEqual(first);
    expect(await commit(store, (tx) => tx.policy(3))).toBeNull();
    const { text, ...listed } = second;
    expect(text).toBe("{ }");
    expect(await store.read.policies(1)).toEqual([listed]);
    await expect(commit(store, (tx) => tx.insertPolicy(second))).rejects.toMatchObject({ code: "constraint" });
  });

  test("a kill switch is on until it is deleted", async () => {
    const store = current();
    const stop = { scope: `agent:${agent}`, by: newId("person"), at: START, reason: "odd refunds" };
    await commit(store, (tx) => tx.insertStop(stop));
    expect(await store.read.stops()).toEqual([stop]);
    expect(await commit(store, (tx) => tx.stop(stop.scope))).toEqual(stop);
    await commit(store, (tx) => tx.deleteStop(stop.scope));
    expect(await store.read.stops()).toEqual([]);
    expect(await commit(store, (tx) => tx.stop(stop.scope))).toBeNull();
  });

  test("a setting holds its last value", async () => {
    const store = current();
    expect(await store.read.setting("workspace")).toBeNull();
    await commit(store, (tx) => tx.saveSetting("workspace", "alone"));
    await commit(store, (tx) => tx.saveSetting("workspace", ""));
    expect(await store.read.setting("workspace")).toBe("");
  });

  test("counts add up in their own bucket", async () => {
    const store = current();
    const added = await commit(store, function* (tx) {
      yield* tx.addUsage("limit", 0, 1, 5);
      yield* tx.addUsage("limit", 60, 1, 7);
      return yield* tx.addUsage("limit", 0, 2, -3);
    });
    expect(added).toEqual({ limitKey: "limit", windowStart: 0, count: 3, sum: 2 });
    expect(await store.read.usage("limit", 60)).toEqual({ limitKey: "limit", windowStart: 60, count: 1, sum: 7 });
    expect(await store.read.usage("other", 0)).toBeNull();
    const [all, later] = [await store.read.usedSince("limit", 0), await store.read.usedSince("limit", 60)];
    expect([all - later, later]).toEqual([(await store.read.usage("limit", 0))?.count, 1]);
    expect(await store.read.usedSince("limit", 61)).toBe(0);
    await commit(store, function* (tx) {
      yield* tx.addCounterpart(agent, "mia@example.com", START);
      yield* tx.addCounterpart(agent, "mia@example.com", START + 1);
      // Decided before the last one, and released after it.
      yield* tx.addCounterpart(agent, "mia@example.com", START - 1);
    });
    const seen = { agentId: agent, counterpart: "mia@example.com", seen: 3, lastAt: START + 1 };
    expect(await store.read.counterpart(agent, "mia@example.com")).toEqual(seen);
    expect(await store.read.counterpart(agent, "MIA@example.com")).toBeNull();
  });

  test("figures belong to one agent, action and unit, and are replaced as a whole", async () => {
    const store = current();
    const euros = { agentId: agent, actionName: "payment.refund", unit: "money EUR", figures: [48, 47.5] };
    const yen = { ...euros, unit: "money JPY", figures: [7_000] };
    await commit(store, function* (tx) {
      yield* tx.saveUsualFigures(yen);
      yield* tx.saveUsualFigures({ ...euros, figures: [1] });
      yield* tx.saveUsualFigures(euros);
    });
    expect(await store.read.usualFigures(agent, "payment.refund", "money EUR")).toEqual(euros);
    expect(await commit(store, (tx) => tx.usualFigures(agent, "payment.refund", "money JPY"))).toEqual(yen);
    expect(await store.read.usualFigures(agent, "payment.refund", "money")).toBeNull();
    expect(await store.read.usualFigures(agent, "payment.send", "money EUR")).toBeNull();
  });

  test("an observation belongs to one agent, action and fingerprint", async () => {
    const store = current();
    const first = { agentId: agent, actionName: "email.send", fingerprint: "m1", looked: 1, wrong: 0, endedAt: null };
    const second = { ...first, fingerprint: "m2", looked: 3, wrong: 1, endedAt: START };
    await commit(store, function* (tx) {
      yield* tx.saveObservation(first);
      yield* tx.saveObservation({ ...first, looked: 2 });
      yield* tx.saveObservation(second);
    });
    expect(await store.read.observation(agent, "email.send", "m1")).toEqual({ ...first, looked: 2 });
    expect(await commit(store, (tx) => tx.observation(agent, "email.send", "m2"))).toEqual(second);
    expect(await store.read.observationsOfAgent(agent)).toEqual([{ ...first, looked: 2 }, second]);
    expect(await store.read.observation(agent, "email.send", "m3")).toBeNull();
  });

  test("reviews and findings are kept with their proposal", async () => {
    const store = current();
    await withAgents(store);
    const { record } = await propose(store);
    const proposalId = record.state.id;
    const personId = newId("person");
    const review: ReviewRecord = {
      proposalId,
      revision: 2,
      personId,
      personName: "Ana Ruiz",
      type: "approve",
      at: START + 2,
      activeMs: 6_500,
      leasedMs: null,
      predictedSeconds: 6.4,
      device: "keyboard",
      act: "key",
      tooFast: true,
    };
    const finding = { id: newId("finding"), proposalId, kind: "incident", text: "paid twice", by: personId, at: START + 9 };
    await commit(store, function* (tx) {
      yield* tx.insertReview(review);
      yield* tx.insertReview({ ...review, revision: 3, at: START + 3 });
      yield* tx.insertFinding(finding);
    });
    expect(await store.read.reviews(proposalId)).toEqual([review, { ...review, revision: 3, at: START + 3 }]);
    expect(await store.read.reviewsSince(personId, START + 3)).toEqual([
      { ...review, revision: 3, at: START + 3, lane: "quick" },
    ]);
    expect(await store.read.findings(proposalId)).toEqual([finding]);
  });

  test("what was declared is read beside what was right, of labels that count, newest first", async () => {
    const store = current();
    await withAgents(store, 2);
    const labelled = async (at: number, more: Partial<LabelRecord>): Promise<void> => {
      const { id: proposalId, agentId, actionName, kind, tier } = (await propose(store)).record.state;
      const label: LabelRecord = {
        ...{ proposalId, agentId, actionName, kind, tier, fingerprint: "m1", at, confidence: 0.5 },
        ...{ verdict: "right", because: "approved", ran: "after_look", excluded: null, weight: 1 },
        ...{ missed: false, severe: false, failedOutside: false, edit: null },
        ...more,
      };
      await commit(store, (tx) => tx.saveLabel(label));
    };
    await labelled(START + 1, { confidence: 0.9, verdict: "wrong" });
    await labelled(START + 2, { confidence: 0.25 });
    await labelled(START + 3, { confidence: null });
    await labelled(START + 4, { verdict: "unknown" });
    await labelled(START + 5, { excluded: "too_fast" });
    await labelled(START + 6, { kind: "sql" });
    await labelled(START + 7, { agentId: numberedId("agent", 2) });
    const all = [
      { confidence: 0.25, right: true },
      { confidence: 0.9, right: false },
    ];
    expect(await store.read.forecasts(agent, "payment", 10)).toEqual(all);
    expect(await store.read.forecasts(agent, "payment", 1)).toEqual(all.slice(0, 1));
    const since = await store.read.declaredSince(START + 5, 10);
    expect(since.map(({ at }) => at - START)).toEqual([5, 6, 7]);
    expect(since[1]).toEqual({ agentId: agent, kind: "sql", at: START + 6 });
    expect(await store.read.declaredSince(START, 1)).toHaveLength(1);
  });

  test("a label is the last word on its proposal, with what it was made of", async () => {
    const store = current();
    await withAgents(store);
    const { record, version } = await propose(store);
    const { id: proposalId, agentId, actionName, kind, tier } = record.state;
    const label: LabelRecord = {
      ...{ proposalId, agentId, actionName, kind, tier, fingerprint: "m1", at: START },
      ...{ verdict: "right", because: "approved", ran: "after_look", excluded: "too_fast", weight: 1 },
      ...{ missed: false, severe: false, failedOutside: false, edit: null, confidence: 0.875 },
    };
    const overturned: LabelRecord = {
      ...label,
      ...{ at: START + 1, verdict: "wrong", because: "overturned", excluded: null, missed: true, severe: true, weight: 2.5 },
      edit: { fields: [{ path: "/to", formattingOnly: true, distance: 0 }], more: 0, formattingOnly: true, distance: 0 },
    };
    await commit(store, (tx) => tx.saveLabel(label));
    expect(await store.read.label(proposalId)).toEqual(label);
    await commit(store, (tx) => tx.saveLabel(overturned));
    expect(await commit(store, (tx) => tx.label(proposalId))).toEqual(overturned);
    expect(await store.read.label(newId("proposal"))).toBeNull();
    const made = await commit(store, function* (tx) {
      return [yield* tx.versionsOf(proposalId), yield* tx.reviewsOf(proposalId), yield* tx.findingsOf(proposalId)];
    });
    expect(made).toEqual([[version], [], []]);
  });
}
