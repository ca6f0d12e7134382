import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { customType, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * The column kit on SQLite: the only words that table definitions may use, so that one definition serves both databases.
 * Instants are milliseconds since the epoch. JSON is kept as text, exactly as it was serialised: JSONB reorders keys and refuses
 * some strings, and a payload is evidence.
 */
export const sqliteColumns = {
  table: sqliteTable,
  text: <Value extends string = string>(name: string) => text(name).$type<Value>(),
  int: (name: string) => integer(name),
  real: (name: string) => real(name),
  bool: (name: string) => integer(name, { mode: "boolean" }),
  instant: (name: string) => integer(name),
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- it is the column's type: nothing else can carry it
  json: <Value>(name: string) => jsonText<Value>(name),
  index,
  uniqueIndex,
  primaryKey: (columns: [AnySQLiteColumn, ...AnySQLiteColumn[]]) => primaryKey({ columns }),
};

export type Columns = typeof sqliteColumns;

/** Prepared statements hand nulls to the encoder too: they must stay SQL nulls, or partial indexes would see the text `null`. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- it is the column's type: nothing else can carry it
function jsonText<Value>(name: string) {
  return customType<{ data: Value; driverData: string | null }>({
    dataType: () => "text",
    toDriver: (value: Value | null) => (value === null ? null : JSON.stringify(value)),
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the driver hands back what `toDriver` wrote
    fromDriver: (value) => JSON.parse(value ?? "null") as Value,
  })(name);
}
