import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { verifyChain } from "../lib/domain/ledger";
import { aDraft, aRecord, aVersion, sha256 } from "../test/builders";
import { freshDatabase } from "../test/postgres/fresh-database";
import { aProcess } from "../test/postgres/two-stores";
import { propose, wholeLedger, withAgents } from "../test/store-contract/writes";
import type { OpenOptions } from "./open-options";
import { CHAIN_LOCK } from "./transaction.postgres";

type Point = Parameters<NonNullable<OpenOptions["fault"]>>[0];

class Failure extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`made up: ${code}`);
    this.code = code;
  }
}

/** A store whose database fails at a point, as often as a test says, with a condition of the server or an error of the network. */
async function faulty(url: string) {
  const failing: { point: Point; code: string; times: number } = { point: "begin", code: "", times: 0 };
  const store = await aProcess(url, {
    fault: (point) => {
      if (point !== failing.point || failing.times === 0) return;
      failing.times -= 1;
      throw new Failure(failing.code);
    },
  });
  const failAt = (point: Point, code: string, times = Infinity): void => {
    Object.assign(failing, { point, code, times });
  };
  return { store, failAt };
}

const POINTS = ["begin", "body", "commit"] as const;

describe("when the database fails", () => {
  test.each(POINTS)("for want of disk at %s, the whole group is refused as unavailable and nothing is kept", async (point) => {
    const { store, failAt } = await faulty(await freshDatabase());
    await withAgents(store);
    const before = await store.read.ledgerHead();
    const records = Array.from({ length: 20 }, () => aRecord());
    failAt(point, "53100");
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
    failAt(point, "", 0);
    await propose(store);
    expect(verifyChain(await wholeLedger(store), sha256)).toMatchObject({ ok: true, count: 2 });
  });

  test.each(POINTS.flatMap((point) => ["40001", "40P01", "ECONNRESET", "57P01"].map((code) => [code, point] as const)))(
    "with %s at %s, the group is tried again and committed once",
    async (code, point) => {
      const { store, failAt } = await faulty(await freshDatabase());
      await withAgents(store);
      failAt(point, code, 2);
      const made = await Promise.all([propose(store), propose(store)]);
      for (const { record } of made) expect((await store.read.proposal(record.state.id))?.record).toEqual(record);
      expect((await store.read.ledgerHead()).seq).toBe(3);
    },
  );

  test("with a conflict that does not pass, the tries run out and the write is refused as unavailable", async () => {
    const { store, failAt } = await faulty(await freshDatabase());
    await withAgents(store);
    failAt("commit", "40001");
    await expect(propose(store)).rejects.toMatchObject({ code: "unavailable" });
    expect((await store.read.ledgerHead()).seq).toBe(1);
  });

  test("after the commit, when its answer is lost, the server is asked and the callers are told the truth", async () => {
    const { store, failAt } = await faulty(await freshDatabase());
    await withAgents(store);
    failAt("committed", "ECONNRESET", 1);
    const made = await Promise.all([propose(store), propose(store)]);
    for (const { record } of made) expect(await store.read.ledgerOf(record.state.id)).toEqual([]);
    expect((await store.read.ledgerHead()).seq).toBe(3);
    await propose(store);
    expect(verifyChain(await wholeLedger(store), sha256)).toMatchObject({ ok: true, count: 4 });
  });
});

describe("when another process holds the chain's lock", () => {
  async function holding(url: string): Promise<Client> {
    const other = new Client(url);
    await other.connect();
    await other.query("begin");
    await other.query("select pg_advisory_xact_lock($1)", [CHAIN_LOCK]);
    return other;
  }

  test("a write waits for it, reads go on, and it is committed once", async () => {
    const url = await freshDatabase();
    const store = await aProcess(url);
    await withAgents(store);
    const other = await holding(url);
    const written = propose(store);
    for (let reads = 0; reads < 20; reads += 1) expect(await store.read.agents()).toHaveLength(1);
    expect((await store.read.ledgerHead()).seq).toBe(1);
    await other.query("rollback");
    const { record } = await written;
    expect((await store.read.proposal(record.state.id))?.record).toEqual(record);
    expect((await store.read.ledgerHead()).seq).toBe(2);
    await other.end();
  });

  test("for good, the write is refused as unavailable in the end", async () => {
    const url = await freshDatabase();
    const store = await aProcess(url);
    await withAgents(store);
    const other = await holding(url);
    await expect(propose(store)).rejects.toMatchObject({ code: "unavailable" });
    await other.end();
    await propose(store);
  });
});

test("a text with a NUL is refused as one that cannot be kept, and a search for it finds nothing", async () => {
  const store = await aProcess(await freshDatabase());
  await withAgents(store);
  await expect(propose(store, { headline: "a\0b" })).rejects.toMatchObject({ code: "constraint" });
  expect(await store.read.history({ text: "a\0b" }, null, 9)).toEqual([]);
  expect(await store.read.agentByName("agent-1\0")).toBeNull();
  await propose(store);
});
