import { expect, test } from "vitest";
import type { Store } from "../../db/store/store";
import { aKey, anAgent, newId, numberedId, START } from "../builders";
import { commit, withAgents } from "./writes";

/** Agents and the keys they sign in with. */
export function agentsContract(current: () => Store): void {
  const one = numberedId("agent", 1);

  test("an agent is found by id, name and skeleton, and saved", async () => {
    const store = current();
    await withAgents(store, 2);
    expect(await store.read.agent(one)).toEqual(anAgent(1));
    expect(await store.read.agentByName("agent-2")).toEqual(anAgent(2));
    expect(await store.read.agents()).toEqual([anAgent(1), anAgent(2)]);
    expect(await commit(store, (tx) => tx.agentBySkeleton("agent-1"))).toEqual(anAgent(1));
    const owned = anAgent(1, { ownerId: newId("person"), disabledAt: START + 1 });
    await commit(store, (tx) => tx.saveAgent(owned));
    expect(await commit(store, (tx) => tx.agent(one))).toEqual(owned);
    expect(await store.read.agent(numberedId("agent", 9))).toBeNull();
    expect(await store.read.agentByName("nobody")).toBeNull();
  });

  test("two agents share neither a name nor a skeleton", async () => {
    const store = current();
    await withAgents(store);
    const same = { code: "constraint" };
    await expect(commit(store, (tx) => tx.insertAgent(anAgent(2, { name: "agent-1" })))).rejects.toMatchObject(same);
    await expect(commit(store, (tx) => tx.insertAgent(anAgent(2, { skeleton: "agent-1" })))).rejects.toMatchObject(same);
  });

  test("what does not exist cannot be saved", async () => {
    const store = current();
    await expect(commit(store, (tx) => tx.saveAgent(anAgent(7)))).rejects.toThrow("INVARIANT");
    await expect(commit(store, (tx) => tx.saveKey(aKey()))).rejects.toThrow("INVARIANT");
  });

  test("a key is found by its hash together with its agent", async () => {
    const store = current();
    await withAgents(store);
    const key = aKey({ expiresAt: START + 9, createdBy: newId("person") });
    const next = aKey({ replaces: key.id, createdAt: START + 1 });
    await commit(store, function* (tx) {
      yield* tx.insertKey(key);
      yield* tx.insertKey(next);
    });
    expect(await store.read.keyByHash(key.hash)).toEqual({ key, agent: anAgent(1) });
    expect(await store.read.keyByHash("0")).toBeNull();
    expect(await store.read.keysOfAgent(one)).toEqual([key, next]);
    const revoked = { ...key, label: "old", scopes: [], revokedAt: START + 2 };
    await commit(store, (tx) => tx.saveKey(revoked));
    expect(await store.read.key(key.id)).toEqual(revoked);
    expect(await commit(store, (tx) => tx.key(newId("key")))).toBeNull();
    await expect(commit(store, (tx) => tx.insertKey(aKey({ hash: key.hash })))).rejects.toMatchObject({ code: "constraint" });
  });

  test("use is noted on many keys at once, and an unknown one is passed over", async () => {
    const store = current();
    await withAgents(store);
    const [a, b] = [aKey(), aKey()];
    await commit(store, function* (tx) {
      yield* tx.insertKey(a);
      yield* tx.insertKey(b);
      yield* tx.touchKeys([
        { id: a.id, at: START + 1 },
        { id: newId("key"), at: START + 2 },
      ]);
    });
    expect((await store.read.key(a.id))?.lastUsedAt).toBe(START + 1);
    expect((await store.read.key(b.id))?.lastUsedAt).toBeNull();
  });
}
