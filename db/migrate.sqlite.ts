import { existsSync } from "node:fs";
import type { MigrationMeta } from "drizzle-orm/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { copyConsistently } from "./backup.sqlite";
import type { SqliteHandle } from "./connection.sqlite";

/**
 * Brings the schema up to date in one transaction, so that a process killed half-way leaves it as it was. Copies a database that
 * holds anything to `<file>.before-<n>` first. Throws when the database was written by a newer version.
 */
export async function migrateSqlite(
  handle: SqliteHandle,
  migrationsFolder: string,
  log: (message: string) => void,
): Promise<void> {
  const { applied, known } = state(handle, migrationsFolder);
  if (applied === known) return;
  if (applied > 0 && !handle.memory) {
    const copy = freeName(`${handle.name}.before-${String(applied)}`);
    log(`copying the database to ${copy} before ${String(known - applied)} migrations`);
    await copyConsistently(handle, copy);
  }
  const pending = readMigrationFiles({ migrationsFolder }).slice(applied);
  handle.transaction(() => apply(handle, pending)).immediate();
}

/** Not drizzle's own runner: that one commits before anything could be checked. It reads and writes the same table. */
function apply(handle: SqliteHandle, pending: readonly MigrationMeta[]): void {
  handle.exec("create table if not exists __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)");
  const note = handle.prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)");
  for (const { sql, hash, folderMillis } of pending) {
    for (const statement of sql) handle.exec(statement);
    note.run(hash, folderMillis);
  }
  const broken = handle.pragma("foreign_key_check");
  if (Array.isArray(broken) && broken.length > 0) throw new Error(`a migration broke ${String(broken.length)} references`);
}

/** Throws unless the schema is the one this program reads: for a connection that may not migrate. */
export function requireMigrated(handle: SqliteHandle, migrationsFolder: string): void {
  const { applied, known } = state(handle, migrationsFolder);
  if (applied < known) throw new Error(`\`${handle.name}\` was written by an older version: start the server once to migrate it`);
}

function state(handle: SqliteHandle, migrationsFolder: string): { readonly applied: number; readonly known: number } {
  const applied = appliedCount(handle);
  const known = readMigrationFiles({ migrationsFolder }).length;
  if (applied > known) {
    throw new Error(`\`${handle.name}\` was written by a newer version: start that version, or restore an older backup`);
  }
  return { applied, known };
}

function appliedCount(handle: SqliteHandle): number {
  const table = handle.prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'").get();
  return table === undefined ? 0 : Number(handle.prepare("select count(*) from __drizzle_migrations").pluck().get());
}

function freeName(wanted: string): string {
  for (let number = 0; ; number += 1) {
    const name = number === 0 ? wanted : `${wanted}-${String(number)}`;
    if (!existsSync(name)) return name;
  }
}
