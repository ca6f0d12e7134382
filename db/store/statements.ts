import type { Placeholder, SQL } from "drizzle-orm";
import { getTableColumns, sql } from "drizzle-orm";
import type { Reader, Preparable, Prepared, Writer } from "../connection";
import type { Tables } from "../tables";
import type { Query } from "./store";

type AnyTable = Tables[keyof Tables];

/** One placeholder a column, named like the column's property: the values of a prepared insert or update. */
export function placeholders<Name extends string>(names: readonly Name[]): Record<Name, Placeholder<Name>> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- `fromEntries` forgets which keys it was given
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Record<Name, Placeholder<Name>>;
}

/** The same for the `set` of an update. */
export function assignments<Name extends string>(names: readonly Name[]): Record<Name, SQL> {
  const values: Record<Name, unknown> = placeholders(names);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- drizzle's update takes placeholders as its insert does: its types leave them out
  return values as Record<Name, SQL>;
}

/** The names of a table's columns, in the order of its definition. */
export function columnNames<Table extends AnyTable>(table: Table): (keyof Table["$inferSelect"] & string)[] {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- `keys` forgets its argument's keys
  return Object.keys(getTableColumns(table)) as (keyof Table["$inferSelect"] & string)[];
}

/** A prepared insert of one whole row: every column has to be given, null where there is nothing. */
export function inserting<Table extends AnyTable>(writer: Writer, table: Table): (row: Table["$inferSelect"]) => Query<unknown> {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- drizzle cannot resolve its insert for a generic table: the row's type is the check
  const values = placeholders(columnNames(table)) as never;
  const statement = writer.prepareWrite(writer.db.insert(table).values(values));
  return (row) => statement(row);
}

/** Prepares each shape of a query once, the first time it is asked for. */
export function cached(reader: Pick<Reader, "prepare">): <Row>(shape: string, build: () => Preparable<Row>) => Prepared<Row> {
  const known = new Map<string, Prepared<unknown>>();
  return <Row>(shape: string, build: () => Preparable<Row>): Prepared<Row> => {
    const found = known.get(shape) ?? reader.prepare(build());
    known.set(shape, found);
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- one piece of code builds a shape, so its rows are of one type
    return found as Prepared<Row>;
  };
}
