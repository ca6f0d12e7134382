import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { verifyChain } from "../lib/domain/ledger";
import { temporaryFiles } from "../test/database-files";
import { migrationsFolder } from "../test/migrations-folder";
import { aDraft, aRecord, aVersion, sha256 } from "../test/builders";
import { propose, wholeLedger, withAgents } from "../test/store-contract/writes";
import { openStore } from "./open";
import type { FaultPoint } from "./connection.sqlite";

const newFile = temporaryFiles();

class DiskFull extends Error {
  readonly code = "SQLITE_FULL";
}

/** A store whose disk fails at a point for as long as a test says so. */
async function faulty(file: string) {
  let failing: FaultPoint | null = null;
  const store = await openStore({
    url: `file:${file}`,
    migrationsFolder,
    sha256,
    fault: (point) => {
      if (point === failing) throw new DiskFull("database or disk is full");
    },
  });
  return {
    store,
    failAt: (point: FaultPoint | null): void => {
      failing = point;
    },
  };
}

describe("when the disk fails", () => {
  test.each(["begin", "body", "commit"] as const)(
    "at %s, the whole group is refused as unavailable and nothing is kept",
    async (point) => {
      const { store, failAt } = await faulty(newFile());
      await withAgents(store);
      const before = await store.read.ledgerHead();
      const records = Array.from({ length: 20 }, () => aRecord());
      failAt(point);
      const settled = await Promise.allSettled(
        records.map((record) =>
          store.transact(function* (tx) {
            yield* tx.insertProposal(record, aVersion(record));
            return { result: null, events: [aDraft({ subject: record.state.id })] };
          }),
        ),
      );
      for (const outcome of settled) expect(outcome).toMatchObject({ status: "rejected", reason: { code: "unavailable" } });
      for (const { state } of records) expect(await store.read.proposal(state.id)).toBeNull();
      expect(await store.read.ledgerHead()).toEqual(before);
      await store.close();
    },
  );

  test("once it serves again, writes go on and the chain has no break", async () => {
    const { store, failAt } = await faulty(newFile());
    await withAgents(store);
    for (const point of ["begin", "body", "commit"] as const) {
      failAt(point);
      await expect(propose(store)).rejects.toMatchObject({ code: "unavailable" });
      failAt(null);
      await propose(store);
    }
    const rows = await wholeLedger(store);
    expect(verifyChain(rows, sha256)).toMatchObject({ ok: true, count: 4 });
    await store.close();
  });

  test("the store says that it is not ready, and that it is again after a write that reached the disk", async () => {
    const { store, failAt } = await faulty(newFile());
    await withAgents(store);
    failAt("commit");
    await expect(propose(store)).rejects.toMatchObject({ code: "unavailable" });
    expect(await store.ready()).toBe(false);
    failAt(null);
    expect(await store.ready()).toBe(true);
    await store.close();
  });
});

describe("when another connection holds the write lock", () => {
  test("a write waits for it, and is committed once", async () => {
    const file = newFile();
    const store = await openStore({ url: `file:${file}`, migrationsFolder, sha256 });
    await withAgents(store);
    const intruder = new Database(file);
    intruder.exec("begin immediate");
    const { record } = await Promise.race([
      propose(store),
      new Promise<never>((_, reject) => {
        setTimeout(() => {
          intruder.exec("rollback");
          intruder.close();
        }, 400);
        setTimeout(reject, 50_000);
      }),
    ]);
    expect((await store.read.proposal(record.state.id))?.record).toEqual(record);
    expect((await store.read.ledgerHead()).seq).toBe(2);
    await store.close();
  });

  test("a write is refused as unavailable in the end, and reads go on meanwhile", async () => {
    const file = newFile();
    const store = await openStore({ url: `file:${file}`, migrationsFolder, sha256 });
    await withAgents(store);
    const intruder = new Database(file);
    intruder.exec("begin immediate");
    const refused = expect(propose(store)).rejects.toMatchObject({ code: "unavailable" });
    expect(await store.read.agents()).toHaveLength(1);
    expect(await store.ready()).toBe(false);
    await refused;
    intruder.exec("rollback");
    intruder.close();
    await propose(store);
    expect(await store.ready()).toBe(true);
    await store.close();
  });
});

test("a group that has to start over is committed once, and its callers answered once", async () => {
  const { store } = await faulty(newFile());
  let runs = 0;
  const settled = await Promise.allSettled(
    [0, 1, 2].map((index) =>
      store.transact(function* (tx) {
        runs += 1;
        yield* tx.addUsage("limit", 0, 1, 1);
        if (index === 1) throw new Error("after writing");
        return { result: index, events: [aDraft()] };
      }),
    ),
  );
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(runs).toBeGreaterThan(3);
  expect((await store.read.usage("limit", 0))?.count).toBe(2);
  expect((await store.read.ledgerHead()).seq).toBe(2);
  await store.close();
});
