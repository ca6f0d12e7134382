import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { Client } from "pg";
import { describe, expect, test, vi } from "vitest";
import { aPerson, aSession, newId, sha256, START } from "../test/builders";
import { temporaryFiles } from "../test/database-files";
import { migrationsFolder, postgresMigrationsFolder } from "../test/migrations-folder";
import { freshDatabase } from "../test/postgres/fresh-database";
import { runSql } from "../test/postgres/run-sql";
import { aProcess } from "../test/postgres/two-stores";
import { commit, propose, wholeLedger, withAgents } from "../test/store-contract/writes";
import { copyToPostgres } from "./copy-to.postgres";
import { openStore } from "./open";
import type { Store } from "./store/store";

const newFile = temporaryFiles();
const migrations = { sqlite: migrationsFolder, postgres: postgresMigrationsFolder };

/** An embedded database with a little of everything. */
async function filled(file: string): Promise<Store> {
  const store = await openStore({ url: `file:${file}`, migrationsFolder, sha256 });
  await withAgents(store, 2);
  await Promise.all(Array.from({ length: 700 }, (_, number) => propose(store, { idempotencyKey: `key-${String(number)}` })));
  const person = aPerson();
  await commit(store, function* (tx) {
    yield* tx.insertPerson(person);
    yield* tx.insertSession(aSession(person.id));
    yield* tx.saveSetting("workspace.name", "Ána's \u202e \\ 'team' \"{}\"");
    yield* tx.addUsage("limit", 0, 1, 9_007_199_254_740_991);
    yield* tx.insertStop({ scope: "all", by: newId("person"), at: START, reason: "drill" });
  });
  return store;
}

async function everything(store: Store) {
  const { read } = store;
  const list = await read.history({}, null, 1_000);
  return {
    agents: await read.agents(),
    people: await read.people(),
    stops: await read.stops(),
    name: await read.setting("workspace.name"),
    usage: await read.usage("limit", 0),
    proposals: await Promise.all(list.map(({ id }) => read.proposal(id))),
    ledger: await wholeLedger(store),
  };
}

describe("moving to PostgreSQL", () => {
  test("brings every row over as it was, verified, and leaves the source untouched", async () => {
    const file = newFile();
    const source = await filled(file);
    const before = await everything(source);
    await source.close();
    const bytes = readFileSync(file);
    const url = await freshDatabase({ migrated: false });
    const seen: (readonly [number, number])[] = [];
    const moved = await copyToPostgres({ file, url, migrations, sha256, onProgress: (...step) => seen.push(step) });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(moved.head.seq).toBe(before.ledger.length);
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
    const target = await aProcess(url);
    expect(await everything(target)).toEqual(before);
    await propose(target);
  });

  test("leaves nothing when it is interrupted, and can be run again", async () => {
    const file = newFile();
    await (await filled(file)).close();
    const url = await freshDatabase({ migrated: false });
    const interrupt = (done: number): void => {
      if (done > 900) throw new Error("interrupted");
    };
    await expect(copyToPostgres({ file, url, migrations, sha256, onProgress: interrupt })).rejects.toThrow("interrupted");
    expect(await runSql(url, "select count(*)::int as count from proposals")).toEqual([{ count: 0 }]);
    await copyToPostgres({ file, url, migrations, sha256 });
    await expect(copyToPostgres({ file, url, migrations, sha256 })).rejects.toThrow("it is not empty");
  });

  test("leaves nothing when it is killed in the middle, and can be run again", async () => {
    const file = newFile();
    await (await filled(file)).close();
    const url = await freshDatabase();
    // Its rows go in table by table: here it stands still at the last, with everything else written.
    const blocking = new Client(url);
    await blocking.connect();
    await blocking.query("begin; lock table ledger in exclusive mode");
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/admin.ts", "migrate-to", url], {
      env: { NODE_ENV: "test", COUNTERSIGN_DATABASE_URL: `file:${file}`, COUNTERSIGN_DATA_DIR: dirname(file) },
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    const stands =
      "select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    await vi.waitUntil(async () => (await runSql(url, stands))[0]?.["waiting"] === 1, { timeout: 50_000 });
    child.kill("SIGKILL");
    await ended;
    await blocking.end();
    expect(await runSql(url, "select count(*)::int as count from proposals")).toEqual([{ count: 0 }]);
    const moved = await copyToPostgres({ file, url, migrations, sha256 });
    expect(await runSql(url, "select count(*)::int as count from proposals")).toEqual([{ count: 700 }]);
    expect(moved.head.seq).toBeGreaterThan(700);
  });

  test("keeps nothing of a ledger that does not verify", async () => {
    const file = newFile();
    await (await filled(file)).close();
    const handle = new Database(file);
    handle.exec("drop trigger ledger_is_never_updated");
    handle.exec("update ledger set entry = replace(entry, 'system', 'sytsem') where seq = 7");
    handle.close();
    const url = await freshDatabase({ migrated: false });
    await expect(copyToPostgres({ file, url, migrations, sha256 })).rejects.toThrow("the ledger breaks at entry 7");
    expect(await runSql(url, "select count(*)::int as count from agents")).toEqual([{ count: 0 }]);
  });

  test("is refused while a server has the source, and for one that is not there", async () => {
    const file = newFile();
    const source = await filled(file);
    const url = await freshDatabase({ migrated: false });
    await expect(copyToPostgres({ file, url, migrations, sha256 })).rejects.toThrow("is in use by another process");
    await source.close();
    await expect(copyToPostgres({ file: newFile(), url, migrations, sha256 })).rejects.toThrow("there is no database");
  });
});
