import type { Client } from "pg";

import { copyChanges, copyStatement } from "./growth-database";

const NEW_ID = (column: string): string => `substr(${column}, 1, length(${column}) - 6) || lpad(k::text, 6, '0')`;

/**
 * Multiplies the proposals of a PostgreSQL database by `times`, as the embedded one is for the same figures: its hash chain holds only at its
 * end, which is where writing goes on. Indexes are made afterwards; triggers and foreign keys would only slow it down.
 */
export async function multiplyPostgres(client: Client, times: number, onProgress: (what: string) => void): Promise<void> {
  const run = async (sql: string): Promise<void> => {
    onProgress(sql.slice(0, 60));
    await client.query(sql);
  };
  await client.query("set session_replication_role = replica; set maintenance_work_mem = '512MB'; set synchronous_commit = off");
  const { rows: indexes } = await client.query<{ name: string; sql: string }>(
    "select indexname as name, indexdef as sql from pg_indexes where schemaname = 'public' and tablename = any($1) and indexname not like '%pkey' and indexname not like '%_pk'",
    [Object.keys(copyChanges(NEW_ID, 0))],
  );
  for (const { name } of indexes) await client.query(`drop index "${name}"`);
  const { rows } = await client.query<{ rows: number }>("select coalesce(max(seq), 0)::int as rows from ledger");
  await client.query(`create temporary table copies as select k from generate_series(1, ${String(times - 1)}) as k`);
  for (const [table, change] of Object.entries(copyChanges(NEW_ID, rows[0]?.rows ?? 0))) {
    const columns = await client.query<{ name: string }>(
      "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 order by ordinal_position",
      [table],
    );
    await run(
      copyStatement(
        table,
        columns.rows.map(({ name }) => name),
        change,
      ),
    );
  }
  for (const { sql } of indexes) await run(sql);
  await run("vacuum analyze");
}
