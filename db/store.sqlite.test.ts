import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { sha256 } from "../test/builders";
import { storeContract } from "../test/store.contract";
import { openStore } from "./open";

const migrationsFolder = join(import.meta.dirname, "migrations/sqlite");
const folder = mkdtempSync(join(tmpdir(), "countersign-store-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let files = 0;
storeContract("SQLite in memory", () => openStore({ url: "memory:", migrationsFolder, sha256 }));
storeContract("a SQLite file", () => {
  files += 1;
  return openStore({ url: `file:${join(folder, `${String(files)}.db`)}`, migrationsFolder, sha256 });
});
