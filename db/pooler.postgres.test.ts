import { describe, expect, onTestFinished, test } from "vitest";
import { verifyChain } from "../lib/domain/ledger";
import { sha256 } from "../test/builders";
import { freshDatabase } from "../test/postgres/fresh-database";
import { runSql } from "../test/postgres/run-sql";
import { transactionPooler } from "../test/postgres/transaction-pooler";
import { aProcess, follow, othersOf } from "../test/postgres/two-stores";
import { propose, wholeLedger, withAgents } from "../test/store-contract/writes";

async function pooled() {
  const directUrl = await freshDatabase();
  const pooler = await transactionPooler(directUrl, 3);
  onTestFinished(() => {
    pooler.close();
  });
  const [a, b] = [await aProcess(pooler.url, { directUrl }), await aProcess(pooler.url, { directUrl })];
  return { directUrl, pooler, a, b };
}

describe("behind a pooler in transaction mode", () => {
  test("two processes share three connections, and write, read and hear of each other as without it", async () => {
    const { a, b } = await pooled();
    const told = follow(b);
    await withAgents(a);
    const made = await Promise.all([a, b].flatMap((store) => Array.from({ length: 60 }, () => propose(store))));
    const found = await Promise.all(made.map(({ record }) => b.read.proposal(record.state.id)));
    expect(found.map((each) => each?.record)).toEqual(made.map(({ record }) => record));
    expect(verifyChain(await wholeLedger(a), sha256)).toMatchObject({ ok: true, count: 121 });
    await told.until(() => told.rows.length >= 61);
    othersOf(a).tell("a hint");
    await told.until(() => told.hints.includes("a hint"));
    expect([await a.ready(), await b.ready()]).toEqual([true, true]);
  });

  test("nothing is left on a connection that others get next", async () => {
    const { pooler, a } = await pooled();
    await withAgents(a);
    await Promise.all(Array.from({ length: 60 }, () => propose(a)));
    // Each look gets the connection that was given back the longest ago.
    const left = `select (select count(*)::int from pg_prepared_statements) as plans, current_setting('statement_timeout') as timeout,
      (select count(*)::int from pg_locks where pid = pg_backend_pid() and locktype = 'advisory') as locks,
      (select count(*)::int from pg_listening_channels()) as channels`;
    for (let look = 0; look < 2 * pooler.size; look += 1) {
      expect(await runSql(pooler.url, left)).toEqual([{ plans: 0, timeout: "0", locks: 0, channels: 0 }]);
    }
  });

  test("the pooler refuses what only a connection of one's own could keep, so the second address is needed", async () => {
    const { pooler } = await pooled();
    await expect(aProcess(pooler.url)).rejects.toThrow("name the server itself in COUNTERSIGN_DATABASE_DIRECT_URL");
  });
});
