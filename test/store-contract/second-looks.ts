import { expect, test } from "vitest";
import type { Store } from "../../db/store/store";
import type { DrawRecord } from "../../db/store/look-types";
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
}
