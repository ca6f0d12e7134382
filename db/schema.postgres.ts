import { postgresColumns } from "./columns.postgres";
import { defineTables } from "./tables";

/** The tables on PostgreSQL: the same definition, what the store queries and what drizzle-kit reads to write migrations. */
export const postgresTables = defineTables(postgresColumns);

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
} = postgresTables;
