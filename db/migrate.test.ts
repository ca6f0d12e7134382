import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFiles } from "../test/database-files";
import { migrationsFolder } from "../test/migrations-folder";
import { sha256 } from "../test/builders";
import { propose, withAgents } from "../test/store-contract/writes";
import { openStore } from "./open";

const newFile = temporaryFiles();
/** How many there are: a copy is named after what it had. */
const MIGRATIONS = readdirSync(migrationsFolder).filter((name) => name.endsWith(".sql")).length;

/** The migrations with one more at the end. */
function withAnother(statement: string): string {
  const folder = newFile("migrations");
  cpSync(migrationsFolder, folder, { recursive: true });
  const journal = join(folder, "meta/_journal.json");
  const text = readFileSync(journal, "utf8");
  const entry = { idx: 99, version: "6", when: 9e12, tag: "0099_another", breakpoints: true };
  writeFileSync(journal, text.replace(/\s*\]\s*\}\s*$/u, `, ${JSON.stringify(entry)}]}`));
  writeFileSync(join(folder, "0099_another.sql"), statement);
  return folder;
}

test("a database with data is copied before it is migrated, and keeps its data", async () => {
  const file = newFile();
  const old = await openStore({ url: `file:${file}`, migrationsFolder, sha256 });
  await withAgents(old);
  const { record } = await propose(old);
  await old.close();
  const copy = `${file}.before-${String(MIGRATIONS)}`;
  expect(existsSync(copy)).toBe(false);

  const log: string[] = [];
  const newer = withAnother("CREATE TABLE `another` (`id` text PRIMARY KEY);");
  const store = await openStore({ url: `file:${file}`, migrationsFolder: newer, sha256, log: (message) => log.push(message) });
  expect((await store.read.proposal(record.state.id))?.record).toEqual(record);
  await store.close();
  expect(log.join()).toContain(copy);

  const back = await openStore({ url: `file:${copy}`, migrationsFolder, sha256 });
  expect((await back.read.proposal(record.state.id))?.record).toEqual(record);
  await back.close();
});

test("a database of a newer version is refused and left as it is", async () => {
  const file = newFile();
  const newer = withAnother("CREATE TABLE `another` (`id` text PRIMARY KEY);");
  await (await openStore({ url: `file:${file}`, migrationsFolder: newer, sha256 })).close();
  await expect(openStore({ url: `file:${file}`, migrationsFolder, sha256 })).rejects.toThrow("was written by a newer version");
  await (await openStore({ url: `file:${file}`, migrationsFolder: newer, sha256 })).close();
});

test("a migration that fails half-way changes nothing, and the old version still opens the database", async () => {
  const file = newFile();
  const old = await openStore({ url: `file:${file}`, migrationsFolder, sha256 });
  await withAgents(old);
  await old.close();
  const broken = withAnother("CREATE TABLE `half` (`id` text);\n--> statement-breakpoint\nINSERT INTO `nowhere` VALUES (1);");
  await expect(openStore({ url: `file:${file}`, migrationsFolder: broken, sha256 })).rejects.toThrow("nowhere");
  const again = await openStore({ url: `file:${file}`, migrationsFolder, sha256 });
  expect(await again.read.agents()).toHaveLength(1);
  await again.close();
  writeFileSync(join(broken, "0099_another.sql"), "CREATE TABLE `half` (`id` text);");
  await (await openStore({ url: `file:${file}`, migrationsFolder: broken, sha256 })).close();
});

test("a migration that leaves a reference leading nowhere is refused", async () => {
  const file = newFile();
  const old = await openStore({ url: `file:${file}`, migrationsFolder, sha256 });
  await withAgents(old);
  await propose(old);
  await old.close();
  const orphaning = withAnother("DELETE FROM `agents`;");
  await expect(openStore({ url: `file:${file}`, migrationsFolder: orphaning, sha256 })).rejects.toThrow("broke 1 references");
  const again = await openStore({ url: `file:${file}`, migrationsFolder, sha256 });
  expect(await again.read.agents()).toHaveLength(1);
  await again.close();
});

test("reading a database that still has to be migrated is refused with what to do", async () => {
  const file = newFile();
  await (await openStore({ url: `file:${file}`, migrationsFolder, sha256 })).close();
  const newer = withAnother("CREATE TABLE `another` (`id` text PRIMARY KEY);");
  await expect(openStore({ url: `file:${file}`, migrationsFolder: newer, sha256, access: "read" })).rejects.toThrow(
    "start the server once",
  );
});
