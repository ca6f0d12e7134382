import { sqliteColumns } from "./columns.sqlite";
import { defineTables } from "./tables";

/** The tables on SQLite: what the store queries, and what drizzle-kit reads to write migrations. */
export const sqliteTables = defineTables(sqliteColumns);

export const {
  agents,
  agentKeys,
  proposals,
  proposalVersions,
  leases,
  batchDrafts,
  comments,
  reviews,
  draws,
  looks,
  canaries,
  findings,
  people,
  sessions,
  preferences,
  policies,
  policyDrafts,
  stops,
  settings,
  observations,
  usage,
  counterparts,
  usualFigures,
  labels,
  cells,
  grants,
  ledger,
} = sqliteTables;
