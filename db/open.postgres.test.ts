import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Client } from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { sha256 } from "../test/builders";
import { temporaryFiles } from "../test/database-files";
import { postgresMigrationsFolder } from "../test/migrations-folder";
import { asAdmin, freshDatabase } from "../test/postgres/fresh-database";
import { rewritingProxy } from "../test/postgres/rewriting-proxy";
import { runSql } from "../test/postgres/run-sql";
import { aProcess } from "../test/postgres/two-stores";
import { propose, withAgents } from "../test/store-contract/writes";
import { openStore } from "./open";

const newFile = temporaryFiles();
const open = (url: string, more: Partial<Parameters<typeof openStore>[0]> = {}) =>
  openStore({ url, migrationsFolder: postgresMigrationsFolder, sha256, connections: 6, ...more });

/** The message with which an address is refused, which never repeats a password. */
async function refusalOf(url: string, more: Partial<Parameters<typeof openStore>[0]> = {}): Promise<string> {
  try {
    await (await open(url, more)).close();
    return "opened";
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    expect(says).not.toContain(new URL(url).password || "no password");
    return says;
  }
}

function changed(url: string, part: Partial<Record<"username" | "password" | "host" | "pathname" | "search", string>>): string {
  return Object.assign(new URL(url), part).href;
}

describe("an address that cannot be used is refused at once, in one message", () => {
  test.each([
    ["a server that is not there", { host: "127.0.0.1:1" }, "ECONNREFUSED"],
    ["a wrong password", { password: "not-the-password" }, "the password is wrong"],
    ["an unknown user", { username: "stranger" }, "the password is wrong"],
    ["a database that does not exist", { pathname: "/nowhere" }, "there is no such database: create it first"],
    ["a database that is read-only", { search: "?options=-c%20default_transaction_read_only%3Don" }, "the database is read-only"],
  ])("%s", async (_, part, says) => {
    expect(await refusalOf(changed(await freshDatabase(), part))).toContain(says);
  });

  test("a host that answers in another protocol, or not at all", async () => {
    const stranger = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      stranger.close();
    });
    const address = stranger.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    expect(await refusalOf(`postgres://u:secret-word@127.0.0.1:${String(port)}/x`)).toContain("cannot be used");
  });

  test("a server older than 14, by its own word", async () => {
    const url = await freshDatabase();
    const [{ number } = { number: "" }] = await runSql(url, "select current_setting('server_version_num') as number");
    const old = await rewritingProxy(url, String(number), "130022");
    expect(await refusalOf(old)).toContain("is too old: 14 or newer is needed");
  });

  test("a standby, which only reads", async () => {
    const url = await freshDatabase();
    // What follows the encoding in the answer: a value of one byte, which says whether the server recovers.
    const [no, yes] = ["UTF8\0\0\0\u0001f", "UTF8\0\0\0\u0001t"];
    const standby = await rewritingProxy(url, no, yes);
    expect(await refusalOf(standby)).toContain("this server is a standby, which only reads: use the address of the primary");
  });

  test("a server whose disk is full", async () => {
    const url = await freshDatabase();
    await runSql(
      url,
      `create function public.pg_logical_emit_message(boolean, text, text) returns pg_lsn language plpgsql
        as $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`,
    );
    const full = changed(url, { search: "?options=-c%20search_path%3Dpublic%2Cpg_catalog" });
    expect(await refusalOf(full)).toContain("the server's disk is full (53100)");
  });

  test("a user who may not create tables", async () => {
    const url = await freshDatabase({ migrated: false });
    await asAdmin("do $$ begin create role guest login password 'guest'; exception when duplicate_object then null; end $$");
    const says = await refusalOf(changed(url, { username: "guest", password: "guest" }));
    expect(says).toContain("the user may not create tables in it: grant CREATE on its schema");
  });

  test("a database that another encoding was chosen for", async () => {
    const url = await freshDatabase();
    const name = `${new URL(url).pathname.slice(1)}_latin`;
    await asAdmin(`create database ${name} encoding 'LATIN1' template template0`);
    expect(await refusalOf(changed(url, { pathname: `/${name}` }))).toContain("encoding is LATIN1: create it with UTF8");
  });
});

describe("the schema", () => {
  /** The migrations with one more at the end. */
  function withAnother(statement: string): string {
    const folder = newFile("migrations");
    cpSync(postgresMigrationsFolder, folder, { recursive: true });
    const journal = join(folder, "meta/_journal.json");
    const entry = { idx: 99, version: "7", when: 9e12, tag: "0099_another", breakpoints: true };
    writeFileSync(journal, readFileSync(journal, "utf8").replace(/\s*\]\s*\}\s*$/u, `, ${JSON.stringify(entry)}]}`));
    writeFileSync(join(folder, "0099_another.sql"), statement);
    return folder;
  }

  test("is made by one of several that start at once", async () => {
    const url = await freshDatabase({ migrated: false });
    const all = await Promise.all([aProcess(url), aProcess(url), aProcess(url)]);
    await Promise.all(all.map(async (store) => expect(await store.ready()).toBe(true)));
  });

  test("of a newer version is refused, and readiness fails for a server that was running before", async () => {
    const url = await freshDatabase();
    const old = await aProcess(url);
    expect(await old.ready()).toBe(true);
    await aProcess(url, { migrationsFolder: withAnother('CREATE TABLE "another" ("id" text PRIMARY KEY);') });
    expect(await refusalOf(url)).toContain("was written by a newer version");
    expect(await old.ready()).toBe(false);
  });

  test("stays as it was when a migration fails half-way", async () => {
    const url = await freshDatabase();
    const broken = withAnother('CREATE TABLE "half" ("id" text);\n--> statement-breakpoint\nINSERT INTO "nowhere" VALUES (1);');
    expect(await refusalOf(url, { migrationsFolder: broken })).toContain("nowhere");
    expect(await runSql(url, "select to_regclass('half') as half")).toEqual([{ half: null }]);
    await aProcess(url);
  });

  test("of an older version is not migrated by a connection for reading", async () => {
    const url = await freshDatabase();
    const newer = withAnother('CREATE TABLE "another" ("id" text PRIMARY KEY);');
    expect(await refusalOf(url, { access: "read", migrationsFolder: newer })).toContain("start the server once to migrate it");
  });
});

describe("once open", () => {
  test("readiness fails while the database takes no writes, and comes back", async () => {
    const url = await freshDatabase();
    const store = await aProcess(url);
    const name = new URL(url).pathname.slice(1);
    const cut =
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    await runSql(url, `alter database ${name} set default_transaction_read_only = on`, cut);
    await expect(propose(store)).rejects.toMatchObject({ code: "unavailable" });
    expect(await store.ready()).toBe(false);
    await runSql(
      changed(url, { search: "?options=-c%20default_transaction_read_only%3Doff" }),
      `alter database ${name} reset default_transaction_read_only`,
      cut,
    );
    // The pool finds out about the connections that were cut one by one.
    await expect.poll(() => store.ready()).toBe(true);
    await withAgents(store);
    await propose(store);
  });

  test("a statement that takes too long is given up as unavailable, for reading and for writing", async () => {
    const url = await freshDatabase();
    const store = await aProcess(url, { statementMs: 300 });
    await withAgents(store);
    const other = new Client(url);
    await other.connect();
    await other.query("begin; lock table people in access exclusive mode");
    await expect(store.read.people()).rejects.toMatchObject({ code: "unavailable", cause: { code: "57014" } });
    const writing = store.transact(function* (tx) {
      yield* tx.personByEmail("ada@example.com");
      return { result: null, unchanged: true };
    });
    await expect(writing).rejects.toMatchObject({ code: "unavailable", cause: { code: "57014" } });
    await other.end();
    expect(await store.read.people()).toEqual([]);
    await propose(store);
  });

  test("a process never has more connections than it was given, however much is asked at once", async () => {
    const url = await freshDatabase();
    const store = await aProcess(url, { connections: 4 });
    await withAgents(store);
    const work = Promise.all([
      ...Array.from({ length: 300 }, () => store.read.agents()),
      ...Array.from({ length: 60 }, () => propose(store)),
    ]);
    const counted =
      "select count(*)::int as open from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    const looks = await Promise.all([runSql(url, counted), work.then(() => runSql(url, counted))]);
    expect(looks.map(([row]) => Number(row?.["open"]) <= 4)).toEqual([true, true]);
  });

  test("a store for reading sees what is written and writes nothing", async () => {
    const url = await freshDatabase();
    const [writer, reader] = [await aProcess(url), await aProcess(url, { access: "read" })];
    await withAgents(writer);
    const { record } = await propose(writer);
    expect((await reader.read.proposal(record.state.id))?.record).toEqual(record);
    expect(await reader.ready()).toBe(false);
    await expect(propose(reader)).rejects.toMatchObject({ code: "unavailable" });
    await expect(writer.backup(newFile())).rejects.toThrow("use pg_dump");
  });

  test("a closed store refuses reads as unavailable", async () => {
    const store = await open(await freshDatabase());
    await store.close();
    await store.close();
    await expect(store.read.agents()).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("what is append-only", () => {
  test.each([
    ["update ledger set entry = '{}'", "append-only"],
    ["delete from ledger where seq = 1", "append-only"],
    ["truncate ledger", "append-only"],
    ["insert into ledger select * from ledger where seq = 1 on conflict (seq) do update set entry = '{}'", "append-only"],
    ["update proposal_versions set payload = '{}'", "written once"],
    ["truncate proposal_versions", "written once"],
  ])("stays so: %s is refused", async (statement, why) => {
    const url = await freshDatabase();
    const store = await aProcess(url);
    await withAgents(store);
    await propose(store);
    await expect(runSql(url, statement)).rejects.toThrow(why);
  });
});
