import { describe, expect, test, vi } from "vitest";
import { verifyChain } from "../lib/domain/ledger";
import { aDraft, sha256 } from "../test/builders";
import { freshDatabase } from "../test/postgres/fresh-database";
import { runSql } from "../test/postgres/run-sql";
import { aProcess, follow, othersOf } from "../test/postgres/two-stores";
import { commit, propose, wholeLedger, withAgents } from "../test/store-contract/writes";

const CUT_ALL =
  "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

describe("several processes on one database", () => {
  test("write one chain, and each is told of every row of the others once and in order", async () => {
    const url = await freshDatabase();
    const [a, b, c] = await Promise.all([aProcess(url), aProcess(url), aProcess(url)]);
    const told = [a, b, c].map((store) => follow(store));
    await withAgents(a);
    await Promise.all([a, b, c].flatMap((store) => Array.from({ length: 40 }, () => propose(store))));
    const ledger = await wholeLedger(a);
    expect(ledger).toHaveLength(121);
    expect(verifyChain(ledger, sha256)).toMatchObject({ ok: true, count: 121 });
    await Promise.all(told.map((one, index) => one.until(() => one.rows.length >= (index === 0 ? 80 : 81))));
    for (const { rows } of told) {
      expect(rows).toEqual(ledger.filter(({ hash }) => rows.some((row) => row.hash === hash)));
    }
    const tellings = told.flatMap(({ rows }) => rows.map(({ seq }) => seq));
    expect(ledger.every(({ seq }) => tellings.filter((each) => each === seq).length === 2)).toBe(true);
  });

  test("miss nothing when every connection is cut, again and again", async () => {
    const url = await freshDatabase();
    const [a, b] = await Promise.all([aProcess(url), aProcess(url)]);
    const told = follow(b);
    await withAgents(a);
    const lost: string[] = [];
    for (let cut = 0; cut < 25; cut += 1) {
      const writes = Array.from({ length: 8 }, () => propose(a));
      const [settled] = await Promise.all([Promise.allSettled(writes), runSql(url, CUT_ALL)]);
      for (const outcome of settled) {
        if (outcome.status === "rejected") throw outcome.reason;
        if ((await a.read.proposal(outcome.value.record.state.id)) === null) lost.push(outcome.value.record.state.id);
      }
    }
    expect(lost).toEqual([]);
    const ledger = await wholeLedger(a);
    expect(verifyChain(ledger, sha256)).toMatchObject({ ok: true });
    await told.until(() => told.rows.length >= ledger.length);
    expect(told.rows).toEqual(ledger);
  });

  test("hear each other's hints and not their own", async () => {
    const url = await freshDatabase();
    const [a, b] = await Promise.all([aProcess(url), aProcess(url)]);
    const [toA, toB] = [follow(a), follow(b)];
    othersOf(a).tell("it's a hint");
    await toB.until(() => toB.hints.length > 0);
    othersOf(b).tell("and one back");
    await toA.until(() => toA.hints.length > 0);
    expect([toA.hints, toB.hints]).toEqual([["and one back"], ["it's a hint"]]);
  });

  test("share one duty, which another takes over when its holder goes or is cut off", async () => {
    const url = await freshDatabase();
    const all = await Promise.all([aProcess(url), aProcess(url), aProcess(url)]);
    for (const store of all) follow(store);
    const holders = () => all.filter((store) => othersOf(store).onDuty());
    await vi.waitUntil(() => holders().length === 1, { timeout: 20_000 });
    await holders()[0]?.close();
    await vi.waitUntil(() => holders().length === 1, { timeout: 20_000 });
    await runSql(url, CUT_ALL);
    await vi.waitUntil(() => holders().length === 1, { timeout: 20_000 });
  });
});

test("a process that does not follow the others yet leaves the duty to one that does", async () => {
  const url = await freshDatabase();
  const starting = await aProcess(url);
  const working = await aProcess(url);
  follow(working);
  await vi.waitUntil(() => othersOf(working).onDuty(), { timeout: 20_000 });
  expect(othersOf(starting).onDuty()).toBe(false);
});

describe("settings that another process changed", () => {
  test("refuse a commit that relied on older ones, and let through one that knows them or needs none", async () => {
    const url = await freshDatabase();
    const [a, b] = await Promise.all([aProcess(url), aProcess(url)]);
    const { seq: known } = await b.read.ledgerHead();
    await a.transact(function* (tx) {
      yield* tx.saveSetting("stopped", "yes");
      return { result: null, events: [aDraft({ type: "stop.set" })] };
    });
    const relying = (settingsAsOf: number) =>
      b.transact(
        function* (tx) {
          yield* tx.saveSetting("ran", "yes");
          return { result: null, events: [aDraft()] };
        },
        { settingsAsOf },
      );
    await expect(relying(known)).rejects.toMatchObject({ code: "settings_moved" });
    expect(await b.read.setting("ran")).toBeNull();
    await commit(b, (tx) => tx.saveSetting("other", "yes"));
    await relying((await b.read.ledgerHead()).seq);
    expect(await b.read.setting("ran")).toBe("yes");
  });
});

describe("what processes must have in common", () => {
  test("is compared while they run, and no longer", async () => {
    const url = await freshDatabase();
    const [a, b, c] = await Promise.all([aProcess(url), aProcess(url), aProcess(url)]);
    await othersOf(a).identify("one secret");
    await othersOf(b).identify("one secret");
    await expect(othersOf(c).identify("another secret")).rejects.toThrow("another NEXTAUTH_SECRET or other signing keys");
    await Promise.all([a.close(), b.close(), c.close()]);
    const d = await aProcess(url);
    await othersOf(d).identify("another secret");
  });
});
