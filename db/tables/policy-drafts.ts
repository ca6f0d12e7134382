import type { PersonId } from "../../lib/domain/ids";
import type { Columns } from "../columns.sqlite";

/** Drafts of the policy that somebody saved under a name: beside the versions, and in force never. */
export function definePolicyDraftTables({ table, text, int, instant }: Columns) {
  const policyDrafts = table("policy_drafts", {
    name: text("name").primaryKey(),
    text: text("document").notNull(),
    basedOn: int("based_on").notNull(),
    by: text<PersonId>("saved_by").notNull(),
    at: instant("saved_at").notNull(),
  });
  return { policyDrafts };
}
