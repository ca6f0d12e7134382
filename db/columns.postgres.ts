import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { boolean, customType, doublePrecision, index, pgTable, primaryKey, uniqueIndex } from "drizzle-orm/pg-core";
import type { Columns } from "./columns.sqlite";

/**
 * The column kit on PostgreSQL: the words of the SQLite kit. Text compares and sorts by its bytes (collation "C"), whatever the
 * database's own collation, as it does on SQLite. Integers and instants are 64 bits wide and read as numbers.
 */
// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- drizzle's builders of the two databases have the same words and unrelated types: this is the one place where they are taken for one another
export const postgresColumns = {
  table: pgTable,
  text: (name: string) => byteOrderedText(name),
  int: (name: string) => safeInteger(name),
  real: (name: string) => doublePrecision(name),
  bool: (name: string) => boolean(name),
  instant: (name: string) => safeInteger(name),
  json: (name: string) => jsonText(name),
  index,
  uniqueIndex,
  primaryKey: (columns: [AnyPgColumn, ...AnyPgColumn[]]) => primaryKey({ columns }),
} as unknown as Columns;

const byteOrderedText = customType<{ data: string; driverData: string }>({ dataType: () => `text COLLATE "C"` });

/** The driver hands 64-bit integers over as text: what a number cannot hold exactly is refused, never rounded. */
const safeInteger = customType<{ data: number; driverData: string | number }>({
  dataType: () => "bigint",
  fromDriver: (value) => {
    const read = Number(value);
    if (!Number.isSafeInteger(read))
      throw new RangeError(`INVARIANT: ${String(value)} is no integer that a number holds exactly`);
    return read;
  },
});

/** As on SQLite: text exactly as it was serialised, and nulls stay SQL nulls. */
const jsonText = customType<{ data: unknown; driverData: string | null }>({
  dataType: () => "text",
  toDriver: (value) => (value === null ? null : JSON.stringify(value)),
  fromDriver: (value): unknown => JSON.parse(value ?? "null"),
});
