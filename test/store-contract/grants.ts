import { expect, test } from "vitest";
import type { Store } from "../../db/store/store";
import type { Grant } from "../../lib/domain/policy/grant";
import { newId, numberedId, START } from "../builders";
import { commit } from "./writes";

/** Standing approvals: counted under the write lock, never beyond what was given. */
export function grantsContract(current: () => Store): void {
  const aGrant = (overrides: Partial<Grant> = {}): Grant => ({
    id: newId("grant"),
    proposalId: newId("proposal"),
    agentId: numberedId("agent", 1),
    kind: "payment",
    action: { name: "payment.refund", arguments: { b: 1, a: "x" } },
    target: null,
    freed: [{ path: "/b", type: "range", min: 0, max: 2 }],
    by: newId("person"),
    at: START,
    until: START + 100,
    usesMax: 3,
    used: 0,
    revokedAt: null,
    revokedBy: null,
    ...overrides,
  });

  test("one is found by its id, by its proposal and among the newest, as it was given", async () => {
    const store = current();
    const [older, newer] = [aGrant(), aGrant({ at: START + 1, target: { system: "shop" } })];
    await commit(store, (tx) => tx.insertGrant(older));
    await commit(store, (tx) => tx.insertGrant(newer));
    expect(await store.read.grant(older.id)).toEqual(older);
    expect(await store.read.grant(newId("grant"))).toBeNull();
    expect(await store.read.grants(1)).toEqual([newer]);
    expect(await store.read.grantsOfProposal(older.proposalId)).toEqual([older]);
    expect(await commit(store, (tx) => tx.grant(newer.id))).toEqual(newer);
  });

  test("it is used as often as was given and no more, however many ask at once", async () => {
    const store = current();
    const grant = aGrant();
    await commit(store, (tx) => tx.insertGrant(grant));
    const uses = await Promise.all(Array.from({ length: 8 }, () => commit(store, (tx) => tx.useGrant(grant.id, START))));
    expect(uses.filter((use) => use !== null).sort()).toEqual([1, 2, 3]);
    expect(await store.read.grant(grant.id)).toMatchObject({ used: 3 });
    expect(await store.read.grantsInForce(START)).toEqual([]);
  });

  test("it is not used from its last instant on, nor after it was revoked once", async () => {
    const store = current();
    const [over, revoked] = [aGrant(), aGrant()];
    const by = newId("person");
    await commit(store, (tx) => tx.insertGrant(over));
    await commit(store, (tx) => tx.insertGrant(revoked));
    expect(await store.read.grantsInForce(START + 99)).toHaveLength(2);
    expect(await store.read.grantsInForce(START + 100)).toEqual([]);
    expect(await commit(store, (tx) => tx.useGrant(over.id, START + 100))).toBeNull();
    expect(await commit(store, (tx) => tx.revokeGrant(revoked.id, by, START + 5))).toBe(true);
    expect(await commit(store, (tx) => tx.revokeGrant(revoked.id, null, START + 6))).toBe(false);
    expect(await commit(store, (tx) => tx.useGrant(revoked.id, START))).toBeNull();
    expect(await store.read.grant(revoked.id)).toMatchObject({ used: 0, revokedAt: START + 5, revokedBy: by });
    expect((await store.read.grantsInForce(START)).map(({ id }) => id)).toEqual([over.id]);
  });
}
