import type { MigrationMeta } from "drizzle-orm/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { ClientBase } from "pg";

/** Servers that start together migrate one after the other. */
const MIGRATION_LOCK = 7_205_760;

/**
 * Brings the schema up to date in one transaction, so that a process killed half-way leaves it as it was; of several that start at
 * once one does it. Throws when the database was written by a newer version. Take a backup with `pg_dump` before an upgrade.
 */
export async function migratePostgres(
  client: ClientBase,
  migrationsFolder: string,
  log: (message: string) => void,
): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder });
  await client.query("begin");
  try {
    await client.query("set local lock_timeout = 60000");
    await client.query("set local statement_timeout = 0");
    await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    const pending = migrations.slice(await countKnown(client, migrations));
    if (pending.length > 0) log(`migrating the database: ${String(pending.length)} steps`);
    await apply(client, pending);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** Throws unless the schema is the one this program reads: for a connection that may not migrate. */
export async function requireMigratedPostgres(client: ClientBase, migrationsFolder: string): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder });
  if ((await countKnown(client, migrations)) < migrations.length) {
    throw new Error("the database was written by an older version: start the server once to migrate it");
  }
}

/** How many migrations the database has; for readiness, which fails once another version has changed it. */
export const APPLIED = "select count(*)::int as applied from __drizzle_migrations";

async function apply(client: ClientBase, pending: readonly MigrationMeta[]): Promise<void> {
  if (pending.length === 0) return;
  await client.query(
    "create table if not exists __drizzle_migrations (id serial primary key, hash text not null, created_at bigint)",
  );
  for (const { sql, hash, folderMillis } of pending) {
    for (const statement of sql) await client.query(statement);
    await client.query("insert into __drizzle_migrations (hash, created_at) values ($1, $2)", [hash, folderMillis]);
  }
}

async function countKnown(client: ClientBase, migrations: readonly MigrationMeta[]): Promise<number> {
  const { rows: tables } = await client.query("select 1 where to_regclass('__drizzle_migrations') is not null");
  if (tables.length === 0) return 0;
  const { rows } = await client.query<{ applied: number }>(APPLIED);
  const applied = rows[0]?.applied ?? 0;
  if (applied > migrations.length) {
    throw new Error("the database was written by a newer version: start that version, or restore an older backup");
  }
  return applied;
}
