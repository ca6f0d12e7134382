import { isJsonObject, type Json } from "../../json";

/** Rows of another table that go along: the table and how many. */
export type Cascade = readonly [string, number];

const TABLES_MAX = 20;

/** `{ order_items: 112 }` or `[{ table: "order_items", rows: 112 }]` where that is all it says; null for anything else. */
export function cascadesOf(value: Json): readonly Cascade[] | null {
  const entries = Array.isArray(value) ? value.map(entryOf) : isJsonObject(value) ? Object.entries(value).map(pairOf) : [];
  const found = entries.filter((entry) => entry !== null);
  return found.length > 0 && found.length === entries.length && found.length <= TABLES_MAX ? found : null;
}

function pairOf([table, count]: readonly [string, Json]): Cascade | null {
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? [table, count] : null;
}

function entryOf(entry: Json): Cascade | null {
  if (!isJsonObject(entry) || Object.keys(entry).length !== 2) return null;
  const { table, rows, count } = entry;
  return typeof table === "string" ? pairOf([table, rows ?? count ?? null]) : null;
}
