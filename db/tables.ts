import type { Columns } from "./columns.sqlite";
import { defineCellTables } from "./tables/cells";
import { defineAgentTables } from "./tables/agents";
import { defineGrantTables } from "./tables/grants";
import { defineLedgerTables } from "./tables/ledger";
import { defineMeasureTables } from "./tables/measures";
import { definePeopleTables } from "./tables/people";
import { definePolicyDraftTables } from "./tables/policy-drafts";
import { definePolicyTables } from "./tables/policy";
import { defineProposalTables } from "./tables/proposals";
import { defineReviewingTables } from "./tables/reviewing";
import { defineTogetherTables } from "./tables/together";
import { defineSecondLookTables } from "./tables/second-looks";

export type Tables = ReturnType<typeof defineTables>;

/** Every table, once, spelled with a column kit: the same definition makes both databases. */
export function defineTables(columns: Columns) {
  const agents = defineAgentTables(columns);
  const proposals = defineProposalTables(columns, agents);
  return {
    ...agents,
    ...proposals,
    ...defineReviewingTables(columns, proposals),
    ...defineTogetherTables(columns, proposals),
    ...defineSecondLookTables(columns, proposals),
    ...definePeopleTables(columns),
    ...definePolicyTables(columns),
    ...definePolicyDraftTables(columns),
    ...defineMeasureTables(columns, proposals),
    ...defineCellTables(columns),
    ...defineGrantTables(columns),
    ...defineLedgerTables(columns),
  };
}
