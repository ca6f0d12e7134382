import type { PersonId } from "../../lib/domain/ids";
import type { Columns } from "../columns.sqlite";

/** Every policy version as saved, the kill switches that are on, and single settings. */
export function definePolicyTables({ table, text, int, instant }: Columns) {
  const policies = table("policies", {
    version: int("version").primaryKey(),
    text: text("document").notNull(),
    by: text<PersonId>("saved_by"),
    at: instant("saved_at").notNull(),
    note: text("note").notNull(),
    basedOn: int("based_on"),
  });
  const stops = table("stops", {
    scope: text("scope").primaryKey(),
    by: text<PersonId>("stopped_by").notNull(),
    at: instant("stopped_at").notNull(),
    reason: text("reason").notNull(),
  });
  const settings = table("settings", {
    key: text("key").primaryKey(),
    value: text("value").notNull(),
  });
  return { policies, stops, settings };
}
