import { expect, test } from "vitest";
import type { Store } from "../../db/store/store";
import { aDraft, aRecord, aVersion, newId } from "../builders";
import { propose, wholeLedger, withAgents } from "./writes";

/** Many bodies, one commit: what fails takes only itself back. */
export function groupsContract(current: () => Store): void {
  test("a body that fails among 63 good ones takes back all that it wrote and nothing else", async () => {
    const store = current();
    await withAgents(store);
    const records = Array.from({ length: 64 }, () => aRecord());
    const settled = await Promise.allSettled(
      records.map((record, index) =>
        store.transact(function* (tx) {
          yield* tx.insertProposal(record, aVersion(record));
          yield* tx.saveSetting(`seen-${String(index)}`, "yes");
          if (index === 20) throw new Error("changed my mind");
          return { result: index, events: [aDraft({ subject: record.state.id })] };
        }),
      ),
    );
    expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(settled[20]).toMatchObject({ status: "rejected", reason: { message: "changed my mind" } });
    for (const [index, record] of records.entries()) {
      const stored = await store.read.proposal(record.state.id);
      expect([stored === null, await store.read.setting(`seen-${String(index)}`)]).toEqual(
        index === 20 ? [true, null] : [false, "yes"],
      );
      expect(await store.read.ledgerOf(record.state.id)).toHaveLength(index === 20 ? 0 : 1);
    }
  });

  test("a body that is refused by the schema leaves nothing, and the next ones go on", async () => {
    const store = current();
    await withAgents(store);
    const { record } = await propose(store, { idempotencyKey: "k" });
    const again = aRecord({ idempotencyKey: "k" });
    const [refused, next] = await Promise.allSettled([
      store.transact(function* (tx) {
        yield* tx.saveSetting("before", "written");
        yield* tx.insertProposal(again, aVersion(again));
        return { result: null, events: [aDraft()] };
      }),
      store.transact(function* (tx) {
        yield* tx.saveSetting("after", "written");
        return { result: null, events: [aDraft()] };
      }),
    ]);
    expect(refused).toMatchObject({ status: "rejected", reason: { code: "constraint" } });
    expect(next.status).toBe("fulfilled");
    expect(await store.read.setting("before")).toBeNull();
    expect(await store.read.setting("after")).toBe("written");
    expect((await store.read.proposal(record.state.id))?.record).toEqual(record);
  });

  test("the answer carries the ledger rows that were committed with it", async () => {
    const store = current();
    const done = await store.transact(function* () {
      return { result: "done", events: [aDraft({ type: "first" }), aDraft({ type: "second" })] };
    });
    expect(done.result).toBe("done");
    expect(done.rows.map(({ seq, type }) => [seq, type])).toEqual([
      [1, "first"],
      [2, "second"],
    ]);
    expect(await wholeLedger(store)).toEqual(done.rows);
  });

  test("an unchanged body adds nothing to the ledger", async () => {
    const store = current();
    const done = await store.transact(function* (tx) {
      return { result: yield* tx.setting("none"), unchanged: true };
    });
    expect(done).toEqual({ result: null, rows: [] });
    expect((await store.read.ledgerHead()).seq).toBe(0);
  });

  test("what a body wrote, the same body reads", async () => {
    const store = current();
    const { result } = await store.transact(function* (tx) {
      yield* tx.saveSetting("a", "1");
      const first = yield* tx.setting("a");
      yield* tx.saveSetting("a", "2");
      return { result: [first, yield* tx.setting("a")], events: [aDraft()] };
    });
    expect(result).toEqual(["1", "2"]);
  });

  test("of fifty people who decide at once exactly one wins, and the record names that one", async () => {
    const store = current();
    await withAgents(store);
    for (let round = 0; round < 5; round += 1) {
      const { record } = await propose(store);
      const { id } = record.state;
      const people = Array.from({ length: 50 }, () => newId("person"));
      // Read outside, as a service does: each decision is made on what may be old by now.
      const read = await Promise.all(people.map(async (by) => ({ by, seen: await store.read.proposal(id) })));
      const outcomes = await Promise.all(
        read.map(async ({ by, seen }) => {
          if (seen === null) throw new Error("the proposal is stored");
          const { state } = seen.record;
          const { result } = await store.transact(function* (tx) {
            const decision = {
              type: "reject",
              source: "person",
              by: [by],
              at: 1,
              reason: null,
              answer: null,
              singleSigner: false,
            } as const;
            const next = { ...seen.record, state: { ...state, status: "held" as const, decision, revision: state.revision + 1 } };
            const won = yield* tx.saveProposal(next, state.revision);
            return won ? { result: true, events: [aDraft({ subject: id, actor: by })] } : { result: false, unchanged: true };
          });
          return result;
        }),
      );
      const winners = people.filter((_, index) => outcomes[index]);
      expect(winners).toHaveLength(1);
      expect((await store.read.proposal(id))?.record.state.decision?.by).toEqual(winners);
      expect((await store.read.ledgerOf(id)).map(({ entry }) => entry.includes(winners[0] ?? "?"))).toEqual([true]);
    }
  });

  test("fifty additions to one counter are fifty", async () => {
    const store = current();
    await Promise.all(
      Array.from({ length: 50 }, () =>
        store.transact(function* (tx) {
          return { result: yield* tx.addUsage("refunds", 0, 1, 250), unchanged: true };
        }),
      ),
    );
    expect(await store.read.usage("refunds", 0)).toEqual({ limitKey: "refunds", windowStart: 0, count: 50, sum: 12_500 });
  });

  test("a hundred proposals with the same idempotency key at once become one", async () => {
    const store = current();
    await withAgents(store);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => {
        const record = aRecord({ idempotencyKey: "once" });
        return store.transact(function* (tx) {
          const known = yield* tx.proposalByKey(record.state.agentId, "once");
          if (known !== null) return { result: known.id, unchanged: true };
          yield* tx.insertProposal(record, aVersion(record));
          return { result: record.state.id, events: [aDraft()] };
        });
      }),
    );
    expect(new Set(answers.map(({ result }) => result)).size).toBe(1);
    expect(answers.filter(({ rows }) => rows.length === 1)).toHaveLength(1);
  });

  test("what comes after closing is refused as unavailable, and what came before is answered", async () => {
    const store = current();
    const last = store.transact(function* (tx) {
      yield* tx.saveSetting("last", "yes");
      return { result: "kept", events: [aDraft()] };
    });
    const closing = store.close();
    const late = store.transact(function* () {
      return { result: "lost", events: [aDraft()] };
    });
    await expect(late).rejects.toMatchObject({ code: "unavailable" });
    expect((await last).result).toBe("kept");
    await closing;
    expect(await store.ready()).toBe(false);
  });

  test("a store that can write says so, without leaving a trace", async () => {
    const store = current();
    const head = await store.read.ledgerHead();
    expect(await store.ready()).toBe(true);
    expect(await store.read.ledgerHead()).toEqual(head);
  });
}
