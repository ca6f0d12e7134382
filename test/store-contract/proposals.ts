import { expect, test } from "vitest";
import type { Store } from "../../db/store/store";
import type { JsonObject } from "../../lib/domain/json";
import type { ProposalState } from "../../lib/domain/proposal";
import { aDigest, aDraft, aRecord, aVersion, newId, numberedId, START } from "../builders";
import { commit, propose, proposeAll, withAgents } from "./writes";

/** As the API reads it, duplicate keys aside. */
function parsed(text: string): JsonObject {
  const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null;
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new Error("the text is an object");
  return value;
}

/** Proposals and their versions. */
export function proposalsContract(current: () => Store): void {
  const agent = numberedId("agent", 1);

  test("a proposal comes back exactly as it was stored", async () => {
    const store = current();
    await withAgents(store);
    const record = aRecord({
      keyId: newId("key"),
      idempotencyKey: "order-1",
      runId: "run-1",
      rank: -12.5,
      predictedSeconds: 7.3,
      receipt: "eyJ.a.b",
      state: {
        ownerId: newId("person"),
        composerId: newId("person"),
        regulated: true,
        status: "approved",
        signatures: [{ by: newId("person"), at: START, version: 1, digest: aDigest(1), type: "approve", ownAgent: false }],
        decision: {
          type: "approve",
          source: "person",
          by: [newId("person")],
          at: START,
          reason: { code: "checked", text: "ok" },
          answer: null,
          singleSigner: true,
        },
        releaseAt: null,
        releasedAt: START + 5_000,
        delivery: "succeeded",
        deliveredAt: START + 6_000,
        receiptId: newId("receipt"),
        receiptExpiresAt: START + 9_000,
        lapsedAt: START + 7_000,
        redemptionId: newId("redemption"),
        redeemedAt: START + 8_000,
        outcome: { status: "succeeded", at: START + 8_500, detail: "done" },
      },
    });
    const version = aVersion(record);
    await commit(store, (tx) => tx.insertProposal(record, version));
    expect(await store.read.proposal(record.state.id)).toEqual({ record, version });
    expect(await commit(store, (tx) => tx.proposal(record.state.id))).toEqual(record);
    expect(await store.read.proposal(newId("proposal"))).toBeNull();
    expect(await commit(store, (tx) => tx.proposal(newId("proposal")))).toBeNull();
  });

  test("a payload is evidence: hostile texts, key order and numbers come back unchanged", async () => {
    const store = current();
    await withAgents(store);
    const hostile: JsonObject = parsed(
      String.raw`{"z":1,"a":"\u0000\ud800\u202e%_\\'\"; drop table proposals;--","__proto__":{"x":1},"10":1,"9":2,"deep":[[[{"":null}]]],"big":9007199254740991,"small":1e-300}`,
    );
    const record = aRecord();
    const base = aVersion(record);
    const version = aVersion(record, {
      payload: { ...base.payload, action: { name: "tool", arguments: hostile }, rationale: "it’s 𝒻𝒾𝓃ℯ 👩‍👩‍👧\u2028" },
      raw: '{"action": {"name":"tool"}, "spacing":  "kept"}\n',
    });
    await commit(store, (tx) => tx.insertProposal(record, version));
    const found = await store.read.proposal(record.state.id);
    expect(JSON.stringify(found?.version.payload)).toBe(JSON.stringify(version.payload));
    expect(found?.version.raw).toBe(version.raw);
  });

  test("an agent uses an idempotency key once; another agent may use the same", async () => {
    const store = current();
    await withAgents(store, 2);
    const { record, version } = await propose(store, { idempotencyKey: "k" });
    await expect(propose(store, { idempotencyKey: "k" })).rejects.toMatchObject({ code: "constraint" });
    const other = await propose(store, { idempotencyKey: "k", state: { agentId: numberedId("agent", 2) } });
    expect(await store.read.proposalByKey(agent, "k")).toEqual({ record, version });
    expect(await store.read.proposalByKey(numberedId("agent", 2), "k")).toEqual({ record: other.record, version: other.version });
    expect(await store.read.proposalByKey(agent, "K")).toBeNull();
  });

  test("an idempotency key names the digest that was first proposed, also after an edit", async () => {
    const store = current();
    await withAgents(store);
    const { record } = await propose(store, { idempotencyKey: "k" });
    const edited = { ...record, state: { ...record.state, version: 2, digest: aDigest("edited"), revision: 2 } };
    await commit(store, function* (tx) {
      yield* tx.insertVersion(aVersion(edited, { by: newId("person"), raw: null }));
      yield* tx.saveProposal(edited, 1);
    });
    const found = await commit(store, (tx) => tx.proposalByKey(agent, "k"));
    expect(found).toEqual({ id: record.state.id, digest: record.state.digest });
    const read = await store.read.proposal(record.state.id);
    expect([read?.version.version, read?.version.digest]).toEqual([2, aDigest("edited")]);
    expect((await store.read.versions(record.state.id)).map((one) => one.version)).toEqual([1, 2]);
  });

  test("a save is refused when the revision that was read has moved, and changes nothing", async () => {
    const store = current();
    await withAgents(store);
    const { record } = await propose(store);
    const decided = { ...record, queue: null, state: { ...record.state, status: "rejected" as const, revision: 2 } };
    expect(await commit(store, (tx) => tx.saveProposal(decided, 1))).toBe(true);
    const late = { ...record, state: { ...record.state, status: "approved" as const, revision: 2 } };
    expect(await commit(store, (tx) => tx.saveProposal(late, 1))).toBe(false);
    expect((await store.read.proposal(record.state.id))?.record).toEqual(decided);
  });

  test("a save cannot change what was set when the proposal was made", async () => {
    const store = current();
    await withAgents(store, 2);
    const { record } = await propose(store, { idempotencyKey: "k" });
    const forged = {
      ...record,
      idempotencyKey: "other",
      state: { ...record.state, agentId: numberedId("agent", 2), expiresAt: 9e12, actionName: "payment.send", revision: 2 },
    };
    expect(await commit(store, (tx) => tx.saveProposal(forged, 1))).toBe(true);
    expect((await store.read.proposal(record.state.id))?.record).toEqual({ ...record, state: { ...record.state, revision: 2 } });
  });

  test("a version is written once", async () => {
    const store = current();
    await withAgents(store);
    const { record } = await propose(store);
    await expect(commit(store, (tx) => tx.insertVersion(aVersion(record)))).rejects.toMatchObject({ code: "constraint" });
  });

  test("a proposal belongs to an agent that exists", async () => {
    await expect(propose(current())).rejects.toMatchObject({ code: "constraint" });
  });

  test("open proposals of a key are counted up to the cap", async () => {
    const store = current();
    await withAgents(store);
    const keyId = newId("key");
    const held = { status: "held" as const, releaseAt: START };
    await proposeAll(
      store,
      [{}, {}, held, { status: "rejected" as const, releasedAt: START }].map((state) => ({ keyId, state })),
    );
    await propose(store, { keyId: newId("key") });
    expect(await store.read.pendingOfKey(keyId, 100)).toBe(3);
    expect(await store.read.pendingOfKey(keyId, 2)).toBe(2);
    expect(await store.read.pendingOfKey(newId("key"), 2)).toBe(0);
  });

  test("the last approved payload is the one released last, of the same agent and action", async () => {
    const store = current();
    await withAgents(store, 2);
    const approved = (releasedAt: number, more: object = {}) =>
      propose(store, { state: { status: "approved", releasedAt, ...more } });
    const last = await approved(START + 50);
    await approved(START + 10);
    await approved(START + 90, { agentId: numberedId("agent", 2) });
    await approved(START + 90, { actionName: "email.send" });
    await approved(START + 90, { status: "rejected" });
    expect(await store.read.lastApproved(agent, "payment.refund")).toEqual(last.version);
    expect(await store.read.lastApproved(agent, "file.delete")).toBeNull();
  });

  test("what a run proposed before comes newest first, under a limit, without tests of the reviewers and other runs", async () => {
    const store = current();
    await withAgents(store, 2);
    const of = (createdAt: number, runId: string | null, more: Partial<ProposalState> = {}) => ({
      runId,
      state: { createdAt, ...more },
    });
    const [, second, third] = await proposeAll(store, [
      of(START, "run-1"),
      of(START + 1, "run-1", { status: "rejected", actionName: "file.delete" }),
      of(START + 2, "run-1"),
      of(START + 3, "run-1"),
      of(START + 1, "run-1", { canary: true }),
      of(START + 1, "run-2"),
      of(START + 1, "run-4", { status: "blocked" }),
      of(START + 1, null),
      of(START + 1, "run-1", { agentId: numberedId("agent", 2) }),
    ]);
    const found = await store.read.runBefore(agent, "run-1", START + 3, 2);
    expect(found.map(({ id }) => id)).toEqual([third?.state.id, second?.state.id]);
    expect(found[1]).toEqual({
      id: second?.state.id,
      actionName: "file.delete",
      createdAt: START + 1,
      status: "rejected",
      decision: null,
    });
    expect(await store.read.runBefore(agent, "run-3", START + 3, 2)).toEqual([]);
    expect(await store.read.runRefused(agent, "run-1")).toBe(true);
    expect(await store.read.runRefused(agent, "run-2")).toBe(false);
    expect(await store.read.runRefused(agent, "run-4")).toBe(true);
    expect(await store.read.runRefused(numberedId("agent", 2), "run-1")).toBe(false);
  });

  test("the last approved payload is another one as soon as the next approval is answered", async () => {
    const store = current();
    await withAgents(store);
    for (const releasedAt of [START + 10, START + 20, START + 30]) {
      const record = aRecord({ state: { status: "approved", releasedAt } });
      const version = aVersion(record);
      await store.transact(function* (tx) {
        yield* tx.insertProposal(record, version);
        return { result: null, events: [aDraft(), aDraft({ type: "proposal.allowed", agentId: agent })] };
      });
      expect(await store.read.lastApproved(agent, "payment.refund")).toEqual(version);
      expect(await store.read.lastApproved(agent, "payment.refund")).toEqual(version);
    }
  });
}
