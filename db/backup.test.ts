import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { temporaryFiles } from "../test/database-files";
import { migrationsFolder } from "../test/migrations-folder";
import { sha256 } from "../test/builders";
import { propose, wholeLedger, withAgents } from "../test/store-contract/writes";
import { openStore } from "./open";
import { restoreDatabase } from "./restore";
import type { Store } from "./store/store";

const newFile = temporaryFiles();
const open = (file: string) => openStore({ url: `file:${file}`, migrationsFolder, sha256 });

async function filled(file: string, count = 20): Promise<Store> {
  const store = await open(file);
  await withAgents(store);
  for (let number = 0; number < count; number += 1) await propose(store);
  return store;
}

/** Changes a database behind the back of its triggers, as somebody with the file could. */
function tamper(file: string, statement: string): void {
  const handle = new Database(file);
  for (const trigger of ["ledger_is_never_updated", "ledger_is_never_deleted"]) handle.exec(`drop trigger ${trigger}`);
  handle.exec(statement);
  handle.close();
}

describe("a backup", () => {
  test("is one file, readable by its owner alone, that opens as the same store", async () => {
    const store = await filled(newFile());
    const copy = newFile("copy.db");
    const seen: number[] = [];
    await store.backup(copy, (done, total) => seen.push(done / total));
    const before = await wholeLedger(store);
    await store.close();
    expect(seen.at(-1)).toBe(1);
    expect(statSync(copy).mode & 0o077).toBe(0);
    expect(readdirSync(dirname(copy)).filter((name) => name.includes("partial"))).toEqual([]);
    const again = await open(copy);
    expect(await wholeLedger(again)).toEqual(before);
    await propose(again);
    await again.close();
  });

  test.each(["write", "read"] as const)(
    "by a connection to %s, taken while writes go on, is a consistent prefix of them",
    async (access) => {
      const file = newFile();
      const writer = await filled(file, 300);
      const store = access === "write" ? writer : await openStore({ url: `file:${file}`, migrationsFolder, sha256, access });
      const stop = new AbortController();
      const writing = (async () => {
        while (!stop.signal.aborted) await propose(writer);
      })();
      const copies = [newFile("copy.db"), newFile("copy.db"), newFile("copy.db")];
      for (const copy of copies) await store.backup(copy);
      stop.abort();
      await writing;
      const all = await wholeLedger(writer);
      if (store !== writer) await store.close();
      await writer.close();
      for (const copy of copies) {
        const again = await open(copy);
        const rows = await wholeLedger(again);
        expect(rows.length).toBeGreaterThan(300);
        expect(rows).toEqual(all.slice(0, rows.length));
        await again.close();
      }
    },
  );

  test("never replaces a file", async () => {
    const store = await filled(newFile(), 1);
    const precious = newFile("precious.txt");
    writeFileSync(precious, "precious");
    await expect(store.backup(precious)).rejects.toThrow("exists: choose another name");
    expect(readFileSync(precious, "utf8")).toBe("precious");
    await store.close();
  });

  test("of memory works too", async () => {
    const store = await openStore({ url: "memory:", migrationsFolder, sha256 });
    await withAgents(store);
    const copy = newFile("copy.db");
    await store.backup(copy);
    await store.close();
    const again = await open(copy);
    expect(await again.read.agents()).toHaveLength(1);
    await again.close();
  });

  test.each([
    ["an entry changed", "update ledger set entry = replace(entry, 'system', 'sytsem') where seq = 7", "breaks at entry 7"],
    ["an entry gone", "delete from ledger where seq = 7", "breaks at entry 7"],
    [
      "a column beside an entry changed",
      "update ledger set type = 'proposal.undone' where seq = 7",
      "columns beside ledger entry 7",
    ],
    [
      "an entry hidden from its agent",
      "update ledger set agent_id = case when agent_id is null then 'agt_x' end where seq = 7",
      "columns beside ledger entry 7",
    ],
  ])("is refused when the ledger has %s, and leaves no file", async (_, statement, why) => {
    const file = newFile();
    await (await filled(file, 10)).close();
    tamper(file, statement);
    const store = await open(file);
    const copy = newFile("copy.db");
    await expect(store.backup(copy)).rejects.toThrow(why);
    expect(existsSync(copy)).toBe(false);
    expect(readdirSync(dirname(copy)).filter((name) => name.includes("partial"))).toEqual([]);
    await store.close();
  });
});

describe("a restore", () => {
  async function backedUp(): Promise<string> {
    const store = await filled(newFile(), 5);
    const copy = newFile("copy.db");
    await store.backup(copy);
    await store.close();
    return copy;
  }

  test("puts a copy in place that opens as the same store", async () => {
    const copy = await backedUp();
    const place = newFile();
    await restoreDatabase(copy, place, sha256);
    const store = await open(place);
    expect(await wholeLedger(store)).toHaveLength(6);
    await store.close();
  });

  test("never replaces a database, nor goes beside the log of one", async () => {
    const copy = await backedUp();
    const place = newFile();
    writeFileSync(`${place}-wal`, "left over");
    await expect(restoreDatabase(copy, place, sha256)).rejects.toThrow("exists: move it away first");
    const store = await filled(newFile("busy.db"), 1);
    await store.close();
    await expect(restoreDatabase(copy, copy, sha256)).rejects.toThrow("exists: move it away first");
  });

  test("is refused while a server has the place", async () => {
    const copy = await backedUp();
    const place = newFile();
    const store = await open(place);
    await expect(restoreDatabase(copy, place, sha256)).rejects.toThrow("is in use by another process");
    await withAgents(store);
    await store.close();
  });

  test("refuses what is damaged or something else, and leaves nothing", async () => {
    const notes = newFile("notes.txt");
    writeFileSync(
      notes,
      "not a database, and long enough to be told apart from an empty one: it has no header that says so at all",
    );
    const other = newFile("other.db");
    const handle = new Database(other);
    handle.exec("create table things (id integer primary key)");
    handle.close();
    const cut = await backedUp();
    const bytes = readFileSync(cut);
    bytes.fill(0x5a, bytes.length - 20_000, bytes.length - 8_000);
    writeFileSync(cut, bytes);
    for (const [bad, why] of [
      [notes, "not a database"],
      [other, "has no ledger"],
      [cut, /damaged|malformed/u],
    ] as const) {
      const place = newFile();
      await expect(restoreDatabase(bad, place, sha256)).rejects.toThrow(why);
      expect(existsSync(place)).toBe(false);
    }
  });
});
