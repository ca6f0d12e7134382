import { existsSync } from "node:fs";
import type { Column } from "drizzle-orm";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { Client } from "pg";
import type { Sha256 } from "../lib/domain/digest";
import type { ChainHead, ChainRow, LedgerColumns } from "../lib/domain/ledger";
import { columnsAgree, GENESIS_HASH, nextHead } from "../lib/domain/ledger";
import type { SqliteHandle } from "./connection.sqlite";
import { openSqlite } from "./connection.sqlite";
import { migratePostgres } from "./migrate.postgres";
import { requireMigrated } from "./migrate.sqlite";
import { postgresTables } from "./schema.postgres";
import { connectDirectly, explained } from "./server.postgres";
import { CHAIN_LOCK } from "./transaction.postgres";
import { lockForWriting } from "./writer-lock.sqlite";

export interface Move {
  /** The SQLite file; no server may have it open. */
  readonly file: string;
  /** The server itself, not a pooler; its database must be empty. */
  readonly url: string;
  readonly migrations: { readonly sqlite: string; readonly postgres: string };
  readonly sha256: Sha256;
  /** Rows copied or verified so far, of all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What arrived: rows by table, and where the chain ends. */
export interface Moved {
  readonly rows: number;
  readonly head: ChainHead;
}

const PAGE = 500;
/** The protocol counts parameters in 16 bits. */
const PARAMETERS_MAX = 60_000;

/**
 * Copies an embedded database into an empty one on PostgreSQL in a single transaction, and commits it only when every table has as many
 * rows and the ledger's chain verifies there from its first entry. Interrupted, it leaves nothing behind and can be run again. The source
 * is only read. Throws with one clear message.
 */
export async function copyToPostgres(move: Move): Promise<Moved> {
  if (!existsSync(move.file)) throw new Error(`there is no database ${move.file}`);
  const unlock = lockForWriting(move.file);
  try {
    const source = openSqlite(move.file, "read");
    try {
      requireMigrated(source, move.migrations.sqlite);
      const target = await connectDirectly(move.url, "write");
      try {
        await migratePostgres(target, move.migrations.postgres, () => undefined);
        return await inOneTransaction(target, () => copy(source, target, move));
      } catch (error) {
        throw explained(error, move.url);
      } finally {
        await target.end();
      }
    } finally {
      source.close();
    }
  } finally {
    unlock();
  }
}

async function inOneTransaction<Result>(target: Client, work: () => Promise<Result>): Promise<Result> {
  await target.query("begin; set local statement_timeout = 0; set local lock_timeout = 10000");
  try {
    // No server writes meanwhile, not even one that starts.
    await target.query("select pg_advisory_xact_lock($1)", [CHAIN_LOCK]);
    const result = await work();
    await target.query("commit");
    await target.query("analyze");
    return result;
  } catch (error) {
    await target.query("rollback").catch(() => undefined);
    throw error;
  }
}

interface Copied {
  readonly name: string;
  readonly columns: readonly string[];
  readonly booleans: readonly boolean[];
  readonly rows: number;
}

async function copy(source: SqliteHandle, target: Client, { sha256, onProgress = () => undefined }: Move): Promise<Moved> {
  const tables = Object.values(postgresTables).map((table): Copied => {
    const columns: readonly Column[] = Object.values(getTableColumns(table));
    const name = getTableName(table);
    return {
      name,
      columns: columns.map((column) => column.name),
      booleans: columns.map((column) => column.getSQLType() === "boolean"),
      rows: source.prepare<[], number>(`select count(*) from "${name}"`).pluck().get() ?? 0,
    };
  });
  for (const { name } of tables) await requireEmpty(target, name);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const entries = tables.find(({ name }) => name === "ledger")?.rows ?? 0;
  let done = 0;
  const step = (more: number): void => {
    done += more;
    onProgress(done, rows + entries);
  };
  for (const table of tables) await copyTable(source, target, table, step);
  for (const { name, rows: wanted } of tables) await requireCount(target, name, wanted);
  return { rows, head: await verifiedHead(target, sha256, step) };
}

async function requireEmpty(target: Client, name: string): Promise<void> {
  const { rows } = await target.query(`select 1 from "${name}" limit 1`);
  if (rows.length > 0) throw new Error(`it is not empty (\`${name}\` has rows): name a database that nothing has used yet`);
}

async function requireCount(target: Client, name: string, wanted: number): Promise<void> {
  const { rows } = await target.query<{ count: string }>(`select count(*) as count from "${name}"`);
  const count = Number(rows[0]?.count);
  if (count !== wanted)
    throw new Error(`\`${name}\` has ${String(count)} rows there and ${String(wanted)} here: nothing was kept`);
}

async function copyTable(source: SqliteHandle, target: Client, table: Copied, step: (more: number) => void): Promise<void> {
  const names = table.columns.map((name) => `"${name}"`).join(", ");
  const page = source
    .prepare<[bigint, number], unknown[]>(`select rowid, ${names} from "${table.name}" where rowid > ? order by rowid limit ?`)
    .raw()
    // Every digit arrives: the driver would round what a number cannot hold.
    .safeIntegers();
  const size = Math.min(PAGE, Math.floor(PARAMETERS_MAX / table.columns.length));
  for (let after = -1n; ;) {
    const found = page.all(after, size);
    if (found.length > 0) await insert(target, table, names, found);
    step(found.length);
    const last = found.at(-1)?.[0];
    if (found.length < size || typeof last !== "bigint") return;
    after = last;
  }
}

async function insert(target: Client, table: Copied, names: string, found: readonly unknown[][]): Promise<void> {
  const values = found.flatMap(([, ...row]) => row.map((value, column) => converted(value, table, column)));
  const width = table.columns.length;
  const places = found.map(
    (_, row) => `(${table.columns.map((__, column) => `$${String(row * width + column + 1)}`).join(", ")})`,
  );
  await target.query(`insert into "${table.name}" (${names}) values ${places.join(", ")}`, values);
}

function converted(value: unknown, { name, columns, booleans }: Copied, column: number): unknown {
  if (booleans[column] === true) return value === null ? null : value === 1n;
  if (typeof value === "string" && value.includes("\0")) {
    throw new Error(`\`${columns[column] ?? ""}\` of a row of \`${name}\` has a NUL in it, which PostgreSQL cannot keep`);
  }
  return value;
}

/** Verifies the chain as it arrived, and that the columns beside each entry say what the entry says. */
async function verifiedHead(target: Client, sha256: Sha256, step: (more: number) => void): Promise<ChainHead> {
  let head: ChainHead = { seq: 0, hash: GENESIS_HASH };
  for (;;) {
    const { rows } = await target.query<Omit<LedgerColumns, "seq" | "at"> & ChainRow & { seq: string; at: string }>(
      `select seq, at, type, subject, agent_id as "agentId", entry, hash from ledger where seq > $1 order by seq limit $2`,
      [head.seq, PAGE],
    );
    for (const row of rows) {
      const next = nextHead(head, row, sha256);
      if (!next.ok) throw new Error(`the ledger breaks at entry ${String(next.seq)} (${next.why}): nothing was kept`);
      if (!columnsAgree({ ...row, seq: Number(row.seq), at: Number(row.at) }, next.entry)) {
        throw new Error(`the columns beside ledger entry ${row.seq} do not say what the entry says: nothing was kept`);
      }
      head = next.head;
    }
    step(rows.length);
    if (rows.length < PAGE) return head;
  }
}
