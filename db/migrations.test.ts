import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { expect, test } from "vitest";
import * as z from "zod";
import { migrationsFolder } from "../test/migrations-folder";
import { sqliteTables } from "./schema.sqlite";

const read = (name: string): unknown => JSON.parse(readFileSync(join(migrationsFolder, "meta", name), "utf8"));
const Journal = z.object({ entries: z.array(z.object({ idx: z.number() })) });
const Snapshot = z.looseObject({ id: z.string() });

test("the migrations lead to the tables as they are defined: `npm run migrations` has nothing to add", async () => {
  const last = Journal.parse(read("_journal.json")).entries.at(-1)?.idx ?? 0;
  const snapshot = Snapshot.parse(read(`${String(last).padStart(4, "0")}_snapshot.json`));
  const current: unknown = await generateSQLiteDrizzleJson(sqliteTables, snapshot.id);
  expect(await generateSQLiteMigration(snapshot, current)).toEqual([]);
});
