import Database from "better-sqlite3";
import { is, Param, Placeholder } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Preparable, PreparableWrite, Prepared, Reader, Writer } from "./connection";
import { sqliteTables } from "./schema.sqlite";
import { StoreConstraint, StoreUnavailable } from "./store/failures";
import type { Query, Steps } from "./store/store";

/** The handle that drizzle and the store's own statements share. */
export type SqliteHandle = Database.Database;

/** Named moments at which a test can make the disk fail, by throwing. */
export type FaultPoint = "begin" | "body" | "commit";

interface SqliteQuery<Row> extends Query<Row> {
  all(): Row[];
  /** Set for a statement that answers nothing: what it would run. */
  readonly write?: Write;
}

/** A write whose values are known: any connection to the same database may run it. */
export interface Write {
  readonly source: string;
  readonly values: unknown[];
}

/** Runs a query of a SQLite connection. */
export function runQuery<Row>(query: Query<Row>): Row[] {
  if (!isSqlite(query)) throw new Error("INVARIANT: a query of another database");
  return query.all();
}

/** Runs a body's queries here and now. */
export function stepThrough<Result>(steps: Steps<Result>): Result {
  let step = steps.next([]);
  while (step.done !== true) step = steps.next(runQuery(step.value));
  return step.value;
}

/** The write behind a query, null for one that answers rows. */
export function writeOf(query: Query<unknown>): Write | null {
  return isSqlite(query) ? (query.write ?? null) : null;
}

function isSqlite<Row>(query: Query<Row>): query is SqliteQuery<Row> {
  return "all" in query;
}

const VERSION_FLOOR = [3, 51, 3] as const;
const WITHDRAWN = "3.52.0";

/**
 * What every connection is set to, read back after setting. `synchronous` is named because WAL mode lowers it silently here (the
 * driver is compiled so): 2 is FULL, and an answer is given only for what a power cut cannot take back. No memory map: together
 * with WAL resets it has corrupted databases.
 */
const PRAGMAS = [
  ["synchronous", "FULL", 2],
  ["busy_timeout", "250", 250],
  ["trusted_schema", "OFF", 0],
  ["cell_size_check", "ON", 1],
  ["mmap_size", "0", 0],
  ["temp_store", "MEMORY", 2],
  // Without it `insert or replace` would delete rows behind the back of the triggers that forbid it.
  ["recursive_triggers", "ON", 1],
  ["cache_size", "-65536", -65_536],
  // Nobody is answered while the log is folded in, so it is done often and takes a few milliseconds.
  ["wal_autocheckpoint", "1000", 1_000],
  // What the log keeps once it is written from its start again: more than a checkpoint lets it grow.
  ["journal_size_limit", "16777216", 16_777_216],
] as const;

/**
 * The same for a further connection that writes to a file which is open and migrated. Its page cache is small: whenever rows made SQLite
 * split a page, the commit looks through the whole cache for pages beyond the end.
 */
export const WRITING_PRAGMAS = [...PRAGMAS, ["cache_size", "-16384", -16_384], ["foreign_keys", "ON", 1]] as const;

/**
 * Opens a database file, or a new one in memory, with every pragma of the recipe in force. Throws when the SQLite library is one
 * that can corrupt WAL files, or when a pragma does not hold. Foreign keys are off until {@link enforceForeignKeys}: migrations
 * rebuild tables.
 */
export function openSqlite(file: string, access: "write" | "read"): SqliteHandle {
  const handle = new Database(file, { readonly: access === "read", fileMustExist: access === "read" });
  try {
    requireVersion(handle);
    if (access === "write" && !handle.memory) expectPragma(handle, "journal_mode", "WAL", "wal");
    if (access === "write" && forgotStatistics(handle)) {
      // What was dropped is still known to this connection.
      handle.close();
      return openSqlite(file, access);
    }
    // The driver is compiled with them on.
    expectPragma(handle, "foreign_keys", "OFF", 0);
    for (const [name, value, expected] of PRAGMAS) {
      // SQLite ignores a memory map in memory and does not report one.
      if (name === "mmap_size" && handle.memory) continue;
      expectPragma(handle, name, value, expected);
    }
    return handle;
  } catch (error) {
    handle.close();
    throw error;
  }
}

/** Turns foreign keys on: for every statement after the migrations. */
export function enforceForeignKeys(handle: SqliteHandle): void {
  expectPragma(handle, "foreign_keys", "ON", 1);
}

/**
 * Drops what an `analyze` by hand has left; answers whether there was anything. With samples of the columns SQLite plans a statement anew for the
 * values of each run, which takes longer than most of them run, and by plans that nobody has checked.
 */
function forgotStatistics(handle: SqliteHandle): boolean {
  const tables = handle.prepare<[], string>("select name from sqlite_schema where name glob 'sqlite_stat[0-9]'").pluck().all();
  for (const table of tables) handle.exec(`drop table ${table}`);
  return tables.length > 0;
}

function expectPragma(handle: SqliteHandle, name: string, value: string, expected: string | number): void {
  handle.pragma(`${name} = ${value}`);
  const actual: unknown = handle.pragma(name, { simple: true });
  if (actual !== expected) throw new Error(`SQLite did not accept \`${name} = ${value}\`: it says ${String(actual)}`);
}

function requireVersion(handle: SqliteHandle): void {
  const version = String(handle.prepare("select sqlite_version()").pluck().get());
  const parts = version.split(".").map(Number);
  const difference = VERSION_FLOOR.map((floor, index) => (parts[index] ?? 0) - floor).find((part) => part !== 0) ?? 0;
  if (difference < 0 || version === WITHDRAWN) {
    throw new Error(
      `SQLite ${version} can corrupt a database: better-sqlite3 with 3.51.3 or newer is needed, and not ${WITHDRAWN}`,
    );
  }
}

/** The store's access to one connection: statements prepared once, errors in the store's own words. */
export function sqliteAccess(handle: SqliteHandle): Reader & Writer {
  const db = drizzle(withSteadyLimits(handle));
  const run = <Value>(work: () => Value): Value => {
    if (!handle.open) throw new StoreUnavailable("the database is closed");
    return translated(work);
  };
  return {
    tables: sqliteTables,
    db,
    prepare<Row>(query: Preparable<Row>): Prepared<Row> {
      const statement = query.prepare();
      return (values) => sqliteQuery(() => run(() => statement.all(values)));
    },
    once: <Row>(query: Preparable<Row>) => sqliteQuery(() => run(() => query.prepare().all())),
    prepareWrite(query: PreparableWrite): Prepared<never> {
      const { sql: source, params } = query.prepare().getQuery();
      const statement = handle.prepare(source);
      const binders = params.map(binder);
      return (given = {}) => {
        const values = binders.map((bind) => bind(given));
        const all = (): never[] =>
          run(() => {
            statement.run(values);
            return [];
          });
        return sqliteQuery(all, { source, values });
      };
    },
    fetch<Row>(query: Query<Row>): Promise<Row[]> {
      // The executor runs at once; what it throws becomes the rejection.
      return new Promise((resolve) => {
        resolve(run(() => runQuery(query)));
      });
    },
  };
}

/**
 * The handle with every bound `limit` written as a sum. SQLite looks at the value of a bare `limit ?` while it plans, and so plans
 * the statement anew for each value that is bound: 30 to 60 µs a run, twenty times what a seek costs.
 */
function withSteadyLimits(handle: SqliteHandle): SqliteHandle {
  return new Proxy(handle, {
    get(target, name) {
      if (name === "prepare") return (source: string) => target.prepare(source.replaceAll(/ limit \?/gu, " limit (? + 0)"));
      const value: unknown = Reflect.get(target, name, target);
      const own: unknown = typeof value === "function" ? value.bind(target) : value;
      return own;
    },
  });
}

function sqliteQuery<Row>(all: () => Row[], write?: Write): SqliteQuery<Row> {
  return write === undefined ? { all } : { all, write };
}

type Binder = (values: Record<string, unknown>) => unknown;

/** How one parameter gets its value: worked out once here, where drizzle would do it for every run. */
function binder(param: unknown): Binder {
  if (is(param, Placeholder)) return placed(param.name);
  if (is(param, Param) && is(param.value, Placeholder)) {
    const value = placed(param.value.name);
    const { encoder } = param;
    return (values) => encoder.mapToDriverValue(value(values));
  }
  return () => param;
}

function placed(name: string): Binder {
  return (values) => {
    const value = values[name];
    if (value === undefined) throw new Error(`INVARIANT: no value for \`${name}\``);
    return value;
  };
}

/** Runs a piece of SQLite work; its errors come out as {@link StoreUnavailable} or {@link StoreConstraint} with the cause. */
export function translated<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw translate(error);
  }
}

const UNAVAILABLE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|CORRUPT|NOTADB|PROTOCOL|INTERRUPT)/u;

function translate(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (UNAVAILABLE.test(code)) return new StoreUnavailable(`the database cannot serve now: ${code}`, { cause: error });
  if (code.startsWith("SQLITE_CONSTRAINT") && error instanceof Error) return new StoreConstraint(error.message, { cause: error });
  return error;
}

/** True when an error says that somebody else holds the write lock. */
export function isBusy(error: unknown): boolean {
  const cause = error instanceof StoreUnavailable ? error.cause : error;
  return cause instanceof Error && "code" in cause && String(cause.code).startsWith("SQLITE_BUSY");
}
