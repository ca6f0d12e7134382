import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type { Query } from "./store/store";
import type { Tables } from "./tables";

/** A drizzle query that can be prepared, as every builder is; `Row` is what it answers. */
export interface Preparable<Row> {
  prepare(): { all(values?: Record<string, unknown>): Row[] };
}

/** A drizzle insert, update or delete that returns nothing. */
export interface PreparableWrite {
  prepare(): { getQuery(): { readonly sql: string; readonly params: readonly unknown[] } };
}

/** A prepared statement: give it its placeholders' values, get a query. */
export type Prepared<Row> = (values?: Record<string, unknown>) => Query<Row>;

/** What reading modules get: select alone, prepared once or built for the call, and a way to run it. */
export interface Reader {
  readonly tables: Tables;
  readonly db: Pick<BetterSQLite3Database, "select">;
  readonly prepare: <Row>(query: Preparable<Row>) => Prepared<Row>;
  /** A query built for one call, with its values in it. */
  readonly once: <Row>(query: Preparable<Row>) => Query<Row>;
  readonly fetch: <Row>(query: Query<Row>) => Promise<Row[]>;
}

/** What transaction modules get: every kind of statement and no way to run one except by yielding it. */
export interface Writer {
  readonly tables: Tables;
  readonly db: Pick<BetterSQLite3Database, "select" | "insert" | "update" | "delete">;
  readonly prepare: <Row>(query: Preparable<Row>) => Prepared<Row>;
  /**
   * Prepares a statement that answers no rows: it wrote, or it threw. For plain inserts, where `returning` would say nothing and
   * costs SQLite a statement journal; whatever may find no row must return.
   */
  readonly prepareWrite: (query: PreparableWrite) => Prepared<never>;
}
