import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateDrizzleJson, generateMigration, generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { expect, test } from "vitest";
import * as z from "zod";
import { migrationsFolder, postgresMigrationsFolder } from "../test/migrations-folder";
import { postgresTables } from "./schema.postgres";
import { sqliteTables } from "./schema.sqlite";

const Journal = z.object({ entries: z.array(z.object({ idx: z.number() })) });
const Snapshot = z.looseObject({ id: z.string() });

function lastSnapshot(folder: string): z.infer<typeof Snapshot> {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, "meta", name), "utf8"));
  const last = Journal.parse(read("_journal.json")).entries.at(-1)?.idx ?? 0;
  return Snapshot.parse(read(`${String(last).padStart(4, "0")}_snapshot.json`));
}

test("the migrations of SQLite lead to the tables as they are defined: `npm run migrations` has nothing to add", async () => {
  const snapshot = lastSnapshot(migrationsFolder);
  const current: unknown = await generateSQLiteDrizzleJson(sqliteTables, snapshot.id);
  expect(await generateSQLiteMigration(snapshot, current)).toEqual([]);
});

test("the migrations of PostgreSQL lead to the tables as they are defined", async () => {
  const snapshot = lastSnapshot(postgresMigrationsFolder);
  const current: unknown = generateDrizzleJson(postgresTables, snapshot.id);
  expect(await generateMigration(snapshot, current)).toEqual([]);
});
