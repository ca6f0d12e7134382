import { Column, getTableName, is, Param, Placeholder } from "drizzle-orm";
import type { Query as SqlText } from "drizzle-orm";
import type { PreparedQueryConfig, SelectedFieldsOrdered } from "drizzle-orm/pg-core";
import { PgDatabase, PgDialect, PgPreparedQuery, PgSession } from "drizzle-orm/pg-core";
import type { Preparable, PreparableWrite } from "./connection";

/** What the driver is given: rows come back as arrays, in the order of the columns. */
export interface Statement {
  /** Set when the server may keep the plan for later calls on the same connection. */
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
  readonly rowMode: "array";
}

/** A statement that is worked out once: how its values are bound and how its rows are read. */
export interface Plan<Row> {
  readonly text: string;
  readonly reads: boolean;
  /** False for a plain write: it succeeded, or it failed. */
  readonly answers: boolean;
  bind(values: Record<string, unknown>): unknown[];
  row(columns: readonly unknown[]): Row;
}

/** A query builder whose statements are never run by drizzle itself: a pool has many connections, and the store chooses. */
export function planningDatabase(): PgDatabase<never> {
  const dialect = new PgDialect();
  return new PgDatabase<never>(dialect, new PlanningSession(dialect), undefined);
}

class PlanningSession extends PgSession {
  override prepareQuery<Config extends PreparedQueryConfig>(query: SqlText, fields: SelectedFieldsOrdered | undefined) {
    return new PlannedQuery<Config>(query, fields);
  }

  override transaction(): never {
    throw new Error("INVARIANT: transactions are the store's own");
  }
}

class PlannedQuery<Config extends PreparedQueryConfig> extends PgPreparedQuery<Config> {
  readonly fields: SelectedFieldsOrdered | undefined;
  /** By table: false for one that a left join may find nothing in. Drizzle sets it after the construction. */
  joinsNotNullableMap: Readonly<Record<string, boolean>> | undefined;

  constructor(query: SqlText, fields: SelectedFieldsOrdered | undefined) {
    super(query, undefined, undefined);
    this.fields = fields;
  }

  override execute(): never {
    throw new Error("INVARIANT: a planned statement is run by the store alone");
  }
}

/** The plan of a statement that answers rows. */
export function planOf<Row>(query: Preparable<Row> | PreparableWrite): Plan<Row> {
  const planned: unknown = query.prepare();
  if (!(planned instanceof PlannedQuery)) throw new Error("INVARIANT: a statement of another database");
  const { sql: text, params } = planned.getQuery();
  const binders = params.map(binder);
  const reads = text.startsWith("select");
  return {
    text,
    reads,
    answers: planned.fields !== undefined,
    bind: (values) => binders.map((bind) => bind(values)),
    row: rowReader(planned.fields ?? [], planned.joinsNotNullableMap ?? {}),
  };
}

type Binder = (values: Record<string, unknown>) => unknown;

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

interface Reading {
  /** The table that was joined, for a selection of several; null for the columns of one. */
  readonly part: string | null;
  readonly name: string;
  readonly decode: (value: unknown) => unknown;
}

/** Reads one row into the shape that was selected; the part of a left join that found nothing is null. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- it is the row's type: nothing else can carry it
function rowReader<Row>(
  fields: SelectedFieldsOrdered,
  joined: Readonly<Record<string, boolean>>,
): (row: readonly unknown[]) => Row {
  const readings: readonly Reading[] = fields.map(({ path: [first = "", second], field }) =>
    second === undefined
      ? { part: null, name: first, decode: decoderOf(field) }
      : { part: first, name: second, decode: decoderOf(field) },
  );
  const optional = new Set(
    fields.flatMap(({ path: [part, name], field }) =>
      part !== undefined && name !== undefined && is(field, Column) && joined[getTableName(field.table)] === false ? [part] : [],
    ),
  );
  return (columns) => {
    const made: Record<string, unknown> = {};
    const parts: Record<string, Record<string, unknown>> = {};
    for (const [index, { part, name, decode }] of readings.entries()) {
      const raw = columns[index];
      const value = raw === null ? null : decode(raw);
      if (part === null) made[name] = value;
      else (parts[part] ??= {})[name] = value;
    }
    for (const [part, found] of Object.entries(parts)) made[part] = optional.has(part) && isEmpty(found) ? null : found;
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the builder's type says what its own fields make
    return made as Row;
  };
}

function isEmpty(part: Record<string, unknown>): boolean {
  return Object.values(part).every((value) => value === null);
}

function decoderOf(field: SelectedFieldsOrdered[number]["field"]): (value: unknown) => unknown {
  if (is(field, Column)) return (value) => field.mapFromDriverValue(value);
  const inner: unknown = "sql" in field ? field.sql : field;
  // What \`mapWith\` was given: drizzle keeps it on the expression and leaves it out of its types.
  const decoder: unknown = typeof inner === "object" && inner !== null ? Reflect.get(inner, "decoder") : undefined;
  if (typeof decoder === "object" && decoder !== null && "mapFromDriverValue" in decoder) {
    const { mapFromDriverValue: map } = decoder;
    if (typeof map === "function") return (value): unknown => map.call(decoder, value);
  }
  return (value) => value;
}
