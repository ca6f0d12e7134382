import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import Database from "better-sqlite3";
import { temporaryFiles } from "../test/database-files";
import { migrationsFolder } from "../test/migrations-folder";
import { propose, withAgents } from "../test/store-contract/writes";
import { sha256 } from "../test/builders";
import { enforceForeignKeys, openSqlite } from "./connection.sqlite";
import { networkFileSystem } from "./network-file-system";
import { openStore } from "./open";

const newFile = temporaryFiles();
const open = (file: string, more: Partial<Parameters<typeof openStore>[0]> = {}) =>
  openStore({ url: `file:${file}`, migrationsFolder, sha256, ...more });

describe("a connection", () => {
  test.each([
    ["journal_mode", "wal"],
    ["synchronous", 2],
    ["foreign_keys", 1],
    ["busy_timeout", 250],
    ["trusted_schema", 0],
    ["cell_size_check", 1],
    ["mmap_size", 0],
    ["recursive_triggers", 1],
  ])("has the pragma %s at %s", (name, expected) => {
    const handle = openSqlite(newFile(), "write");
    enforceForeignKeys(handle);
    expect(handle.pragma(name, { simple: true })).toBe(expected);
    handle.close();
  });
});

test("what `analyze` has left is dropped: with it, statements would be planned for every run", () => {
  const file = newFile();
  const analyzed = new Database(file);
  analyzed.exec("create table t (a integer); create index t_a on t (a); insert into t values (1), (2); analyze");
  analyzed.close();
  const handle = openSqlite(file, "write");
  expect(handle.prepare("select name from sqlite_schema where name like 'sqlite_stat%'").all()).toEqual([]);
  expect(handle.prepare("select a from t order by a").pluck().all()).toEqual([1, 2]);
  handle.close();
});

describe("opening a store", () => {
  test("makes the folder and a file that only its owner can read", async () => {
    const file = `${newFile("folder")}/deeper/data.db`;
    const store = await open(file);
    await withAgents(store);
    for (const name of [file, `${file}-wal`, `${file}.lock`]) expect(statSync(name).mode & 0o077).toBe(0);
    await store.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test("finds again what was written before", async () => {
    const file = newFile();
    const first = await open(file);
    await withAgents(first);
    const { record, version } = await propose(first);
    const head = await first.read.ledgerHead();
    await first.close();
    const second = await open(file);
    expect(await second.read.proposal(record.state.id)).toEqual({ record, version });
    expect(await second.read.ledgerHead()).toEqual(head);
    await second.close();
  });

  test("is refused while another store in the same process has the file, which stays locked after the refusal", async () => {
    const file = newFile();
    const store = await open(file);
    await expect(open(file)).rejects.toThrow("is in use by another process");
    await expect(open(file)).rejects.toThrow("is in use by another process");
    await withAgents(store);
    await store.close();
    await (await open(file)).close();
  });

  test("is refused while another process has the file, and allowed as soon as that one is killed", async () => {
    const file = newFile();
    await (await open(file)).close();
    const other = spawn(process.execPath, ["-e", HOLD_THE_LOCK, driver, `${file}.lock`]);
    await once(other.stdout, "data");
    await expect(open(file)).rejects.toThrow("is in use by another process");
    other.kill("SIGKILL");
    await once(other, "exit");
    await (await open(file)).close();
  });

  test.each(["mysql://localhost/countersign", "data.db", "file:", "memory"])("is refused for the address %s", async (url) => {
    await expect(openStore({ url, migrationsFolder, sha256 })).rejects.toThrow("is not a database this version can open");
  });

  test("is refused for a file that is not a database, which stays as it was", async () => {
    const file = newFile("notes.txt");
    writeFileSync(
      file,
      "these are notes, and they are longer than the header of a database file is, so they are not empty at all",
    );
    const before = readFileSync(file);
    await expect(open(file)).rejects.toThrow("not a database");
    expect(readFileSync(file)).toEqual(before);
  });

  test("ends with a store that refuses reads as unavailable once it is closed", async () => {
    const store = await open(newFile());
    await store.close();
    await store.close();
    await expect(store.read.agents()).rejects.toMatchObject({ code: "unavailable" });
  });

  test("for reading works beside the writer, sees its commits and refuses to write", async () => {
    const file = newFile();
    const writer = await open(file);
    await withAgents(writer);
    const reader = await open(file, { access: "read" });
    const { record } = await propose(writer);
    expect((await reader.read.proposal(record.state.id))?.record).toEqual(record);
    expect(await reader.ready()).toBe(false);
    await expect(propose(reader)).rejects.toMatchObject({ code: "unavailable" });
    await reader.close();
    await writer.close();
  });
});

describe("what is append-only", () => {
  test.each([
    ["update ledger set entry = '{}'", "append-only"],
    ["update ledger set type = 'x' where seq = 1", "append-only"],
    ["delete from ledger where seq = 1", "append-only"],
    ["insert or replace into ledger select * from ledger where seq = 1", "append-only"],
    ["update proposal_versions set payload = '{}'", "written once"],
    ["update proposal_versions set raw = null", "written once"],
  ])("stays so: %s is refused", async (statement, why) => {
    const file = newFile();
    const store = await open(file);
    await withAgents(store);
    await propose(store);
    await store.close();
    const handle = openSqlite(file, "write");
    expect(() => handle.exec(statement)).toThrow(why);
    handle.close();
  });
});

const driver = createRequire(import.meta.url).resolve("better-sqlite3");
const HOLD_THE_LOCK = `
const [, driver, file] = process.argv;
const Database = require(driver);
const lock = new Database(file);
lock.exec("begin exclusive");
console.log("locked");
setInterval(() => lock.inTransaction, 1_000);
`;

describe("a file on another machine's disk", () => {
  test.each([
    ["NFS", 0x6969],
    ["SMB", 0x517b],
    ["CIFS", 0xff534d42],
    ["CIFS", 0xff534d42 | 0],
    ["SMB", 0xfe534d42],
    ["9P", 0x01021997],
  ])("is refused: %s", async (name, type) => {
    const refused = open(newFile(), { fileSystemType: () => type });
    await expect(refused).rejects.toThrow(`is on a network file system (${name})`);
  });

  test.each([
    ["ext4", 0xef53],
    ["tmpfs", 0x01021994],
    ["overlay", 0x794c7630],
    ["btrfs", 0x9123683e],
  ])("is not what this machine's own are taken for: %s", (_, type) => {
    expect(networkFileSystem(type)).toBeNull();
  });
});

test("the bundled SQLite is one that cannot corrupt a log (3.51.3 or newer)", () => {
  const handle = new Database(":memory:");
  const version = String(handle.prepare("select sqlite_version()").pluck().get());
  handle.close();
  const [major, minor, patch] = version.split(".").map(Number);
  expect((major ?? 0) * 1e6 + (minor ?? 0) * 1e3 + (patch ?? 0)).toBeGreaterThanOrEqual(3_051_003);
});
