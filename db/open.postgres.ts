import { connectDirectly, explained } from "./server.postgres";
import type { Pools } from "./connection.postgres";
import { openPools, patiently, postgresAccess } from "./connection.postgres";
import { groupCommit, job } from "./group-commit";
import { APPLIED, migratePostgres, requireMigratedPostgres } from "./migrate.postgres";
import type { OpenOptions } from "./open-options";
import type { FollowingOthers } from "./others.postgres";
import { followOthers } from "./others.postgres";
import { createReads, createTransaction } from "./store/create-store";
import { StoreUnavailable } from "./store/failures";
import { ledgerWriter } from "./store/ledger";
import type { Reads, Store } from "./store/store";
import { postgresCommitter } from "./transaction.postgres";

const CONNECTIONS_USUAL = 10;
const OPEN_TRIES = 8;
/** No statement of ours takes this long; one that does is given up, and its connection with it. */
const STATEMENT_MS = 15_000;

/**
 * Opens a PostgreSQL database for one of any number of processes: checks the server, migrates, then opens the pools and follows what
 * the others commit. Throws with one clear message that never holds the password.
 */
export function openPostgresStore(options: OpenOptions): Promise<Store> {
  // A server that is just starting, or a connection that breaks meanwhile, is no reason not to start.
  return patiently(() => open(options), OPEN_TRIES);
}

async function open(options: OpenOptions): Promise<Store> {
  const { url, directUrl = null, access = "write", migrationsFolder } = options;
  const direct = directUrl ?? url;
  const applied = await prepareDatabase(direct, access, migrationsFolder, options.log ?? (() => undefined));
  const { connections = CONNECTIONS_USUAL, statementMs = STATEMENT_MS } = options;
  const pools = openPools({ url, directUrl, connections, statementMs });
  let closed = false;
  const connection = postgresAccess(pools, () => closed);
  const read = createReads(connection);
  try {
    if (access === "read") return readingStore(pools, read, () => (closed = true));
    const following = await followOthers(
      read,
      () => connectDirectly(direct, "write"),
      (hint) => {
        void pools.reading.query(hint).catch(() => undefined);
      },
      options.log ?? (() => undefined),
    );
    const store = writingStore(options, pools, read, connection, following, applied, () => (closed = true));
    try {
      await requireWritable(pools, applied);
    } catch (error) {
      await store.close();
      throw error;
    }
    return store;
  } catch (error) {
    await pools.close();
    throw explained(error, url);
  }
}

/** Checks the server and brings the schema up to date; answers how many migrations it has. */
async function prepareDatabase(
  url: string,
  access: "write" | "read",
  migrationsFolder: string,
  log: (message: string) => void,
): Promise<number> {
  const client = await connectDirectly(url, access);
  try {
    if (access === "read") await requireMigratedPostgres(client, migrationsFolder);
    else await migratePostgres(client, migrationsFolder, log);
    const { rows } = await client.query<{ applied: number; fsync: string }>(
      `select (${APPLIED}) as applied, current_setting('fsync') as fsync`,
    );
    if (rows[0]?.fsync === "off") log("the server's `fsync` is off: a power cut there can lose what was answered for");
    return rows[0]?.applied ?? 0;
  } catch (error) {
    throw explained(error, url);
  } finally {
    await client.end();
  }
}

function readingStore(pools: Pools, read: Reads, close: () => void): Store {
  return {
    read,
    transact: () => Promise.reject(new StoreUnavailable("the database was opened for reading")),
    others: null,
    backup: noBackup,
    ready: () => Promise.resolve(false),
    close: async () => {
      close();
      await pools.close();
    },
  };
}

function writingStore(
  { sha256, fault }: OpenOptions,
  pools: Pools,
  read: Reads,
  connection: ReturnType<typeof postgresAccess>,
  following: FollowingOthers,
  applied: number,
  markClosed: () => void,
): Store {
  const tx = createTransaction(connection);
  const ledger = ledgerWriter(connection, sha256);
  const committer = postgresCommitter(pools, following.witness, fault);
  const group = groupCommit((jobs) => committer.commit(jobs));
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    await group.close();
    await following.close();
    markClosed();
    await pools.close();
  };
  return {
    read,
    transact: (body, { settingsAsOf = null }: { settingsAsOf?: number | null } = {}) =>
      new Promise((resolve, reject) => {
        group.add(job(body, { tx, ledger, settingsAsOf }, resolve, reject));
      }),
    others: following.others,
    backup: noBackup,
    ready: async () => closing === null && (await canWrite(pools, applied)),
    close: () => (closing ??= close()),
  };
}

/** A copy of a running PostgreSQL is the server's own business. */
function noBackup(): Promise<never> {
  return Promise.reject(new Error("this database is copied by PostgreSQL's own means: use pg_dump or continuous archiving"));
}

function canWrite(pools: Pools, applied: number): Promise<boolean> {
  return requireWritable(pools, applied).then(
    () => true,
    () => false,
  );
}

/** Commits a record that only the log keeps: shows that the server takes writes and that they reach its disk. Throws what the server says. */
async function requireWritable({ reading }: Pools, applied: number): Promise<void> {
  const { rows } = await reading.query<{ applied: number; writable: boolean }>(
    `select (${APPLIED}) as applied, current_setting('transaction_read_only') = 'off' as writable,
      pg_logical_emit_message(true, 'countersign', 'ready')`,
  );
  if (rows[0]?.writable !== true) throw new Error("it takes no writes");
  if (rows[0].applied !== applied) throw new Error("another version has changed its tables meanwhile");
}
