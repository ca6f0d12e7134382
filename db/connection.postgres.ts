import type { PoolClient, PoolConfig } from "pg";
import { Pool } from "pg";
import type { Preparable, PreparableWrite, Prepared, Reader, Writer } from "./connection";
import { isPassing, translate } from "./failures.postgres";
import { postgresTables } from "./schema.postgres";
import type { Plan, Statement } from "./statements.postgres";
import { planningDatabase, planOf } from "./statements.postgres";
import { StoreConstraint, StoreUnavailable } from "./store/failures";
import type { Query } from "./store/store";

export interface PostgresAddress {
  /** `postgres://…`: where everything but listening goes; it may be a pooler in transaction mode. */
  readonly url: string;
  /** The server itself, when `url` is a pooler; null when it is not. */
  readonly directUrl: string | null;
  /** Connections of this process at most, the one for writing and the one for listening included. */
  readonly connections: number;
  /** Milliseconds that a statement may take. */
  readonly statementMs: number;
}

/** The pools of one process: many connections for reading, one for writing. */
export interface Pools {
  readonly reading: Pool;
  readonly writing: Pool;
  /** False behind a pooler in transaction mode: there, no connection keeps anything from one transaction to the next. */
  readonly keepsPlans: boolean;
  readonly statementMs: number;
  /** Safe to call more than once. */
  close(): Promise<void>;
}

/** How long a connection may take to be made, and how long a caller waits for a free one. */
const CONNECT_MS = 3_000;
/** How often a read is tried before its caller is told that the database is unavailable. */
const READ_TRIES = 4;

/** Opens the pools; nothing is connected yet. */
export function openPools({ url, directUrl, connections, statementMs }: PostgresAddress): Pools {
  const keepsPlans = directUrl === null;
  const common: PoolConfig = {
    connectionString: url,
    application_name: "countersign",
    connectionTimeoutMillis: CONNECT_MS,
    // The driver's own clock: it also ends a wait for a server that has vanished.
    query_timeout: statementMs + 1_000,
    keepAlive: true,
    idleTimeoutMillis: 30_000,
    // A start-up parameter, which poolers refuse: behind one, transactions set theirs and reads have the driver's clock alone.
    ...(keepsPlans ? { statement_timeout: statementMs } : {}),
  };
  const reading = new Pool({ ...common, max: Math.max(1, connections - 2) });
  const writing = new Pool({ ...common, max: 1, pipeline: true });
  // A connection that breaks fails whatever is under way on it, and is replaced when one is needed; an error that nobody listens for
  // would end the process.
  for (const pool of [reading, writing]) {
    pool.on("error", () => undefined);
    pool.on("connect", (client) => client.on("error", () => undefined));
  }
  let closing: Promise<unknown> | null = null;
  return {
    reading,
    writing,
    keepsPlans,
    statementMs,
    close: async () => {
      await (closing ??= Promise.all([reading.end(), writing.end()]));
    },
  };
}

/** A query of a PostgreSQL connection: what to send, and how to read what comes back. */
export interface PostgresQuery<Row> extends Query<Row> {
  readonly statement: Statement;
  readonly plan: Plan<Row>;
  /** False for a search for what PostgreSQL cannot keep, a text with a NUL in it: it finds nothing, and is not sent. */
  readonly findsAny: boolean;
}

/** Narrows a query that a body yielded. */
export function postgresQuery<Row>(query: Query<Row>): PostgresQuery<Row> {
  if (!isPostgres(query)) throw new Error("INVARIANT: a query of another database");
  return query;
}

function isPostgres<Row>(query: Query<Row>): query is PostgresQuery<Row> {
  return "statement" in query;
}

/** Runs one query on one connection; its errors come out in the store's words. */
export async function runOn<Row>(client: PoolClient | Pool, { statement, plan, findsAny }: PostgresQuery<Row>): Promise<Row[]> {
  if (!findsAny) return [];
  try {
    const { rows } = await client.query<unknown[]>(statement);
    return rows.map((columns) => plan.row(columns));
  } catch (error) {
    throw translate(error);
  }
}

/** The store's access to the pools: statements planned once, reads tried again when a connection breaks under them. */
export function postgresAccess(pools: Pools, isClosed: () => boolean): Reader & Writer {
  let names = 0;
  const planned = <Row>(query: Preparable<Row> | PreparableWrite): Prepared<Row> => {
    const plan = planOf<Row>(query);
    names += 1;
    const name = pools.keepsPlans ? `countersign_${String(names)}` : null;
    return (values = {}) => queryOf(plan, name, values);
  };
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the builders of both databases have the same words (see the column kit); its results are read by `planOf`
  const db = planningDatabase() as unknown as Writer["db"];
  return {
    tables: postgresTables,
    db,
    prepare: (query) => planned(query),
    prepareWrite: (query) => planned(query),
    once: (query) => queryOf(planOf(query), null, {}),
    async fetch<Row>(query: Query<Row>): Promise<Row[]> {
      if (isClosed()) throw new StoreUnavailable("the database is closed");
      return patiently(() => runOn(pools.reading, postgresQuery(query)));
    },
  };
}

function queryOf<Row>(plan: Plan<Row>, name: string | null, values: Record<string, unknown>): PostgresQuery<Row> {
  const bound = plan.bind(values);
  const findsAny = !bound.some((value) => typeof value === "string" && value.includes("\0"));
  if (!findsAny && !plan.reads) throw new StoreConstraint("a text with a NUL in it cannot be kept");
  return { plan, findsAny, statement: { text: plan.text, values: bound, rowMode: "array", ...(name === null ? {} : { name }) } };
}

/** Tries again what broke off for a reason that passes: whatever is tried must be safe to do twice. */
export async function patiently<Value>(attempt: () => Promise<Value>, most = READ_TRIES): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= most || !isPassing(error)) throw error;
      await pause(tries);
    }
  }
}

/** A short wait with jitter, longer after each try. */
export function pause(tries: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, (5 + Math.random() * 20) * 2 ** Math.min(tries, 5)));
}
