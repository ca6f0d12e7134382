/** A query built but not yet run. Only the runner of the database that prepared it can run it: at once on SQLite, awaited on PostgreSQL. */
export interface Query<Row> {
  /** Never set: it carries the type of the rows. */
  readonly rows?: Row;
}

/**
 * A transaction body's steps. Only queries can be yielded, so nothing else can be awaited while the write lock is held. A body may be
 * run twice before it is committed once: it keeps nothing outside. A query that fails ends it, and cannot be caught inside.
 */
export type Steps<Result> = Generator<Query<unknown>, Result, unknown[]>;
