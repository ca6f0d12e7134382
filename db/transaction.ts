import type { Query, Steps } from "./store/store";

/**
 * Yields one query and answers its rows: `const found = yield* rows(query)`. A transaction body is a generator so that nothing but a
 * query can be waited for while the write lock is held; the runner steps through it, synchronously on SQLite and awaiting on
 * PostgreSQL. A query that fails ends the body: it cannot be caught inside, because PostgreSQL could not go on either.
 */
export function* rows<Row>(query: Query<Row>): Steps<Row[]> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a generator's type cannot say that each query is answered with its own rows
  return (yield query) as Row[];
}

/** The first row, or null when there is none. */
export function* first<Row>(query: Query<Row>): Steps<Row | null> {
  const [row] = yield* rows(query);
  return row ?? null;
}

/** Throws unless the update found its row: saving what was never inserted is a mistake of ours. */
export function* existing(query: Query<unknown>, id: string): Steps<void> {
  const saved = yield* rows(query);
  if (saved.length !== 1) throw new Error(`INVARIANT: there is no \`${id}\` to save`);
}
