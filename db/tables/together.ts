import type { BatchDraft } from "../../lib/domain/alike/batch";
import type { CommentId, PersonId, ProposalId } from "../../lib/domain/ids";
import type { Columns } from "../columns.sqlite";
import type { ProposalTables } from "./proposals";

/** What people say to each other about a proposal, and the batches they have drawn. */
export function defineTogetherTables({ table, text, instant, json, index }: Columns, { proposals }: ProposalTables) {
  // One at a time for each person: drawing the next forgets the last.
  const batchDrafts = table("batch_drafts", {
    personId: text<PersonId>("person_id").primaryKey(),
    draft: json<BatchDraft>("draft").notNull(),
  });
  const comments = table(
    "comments",
    {
      id: text<CommentId>("id").primaryKey(),
      proposalId: text<ProposalId>("proposal_id")
        .notNull()
        .references(() => proposals.id),
      personId: text<PersonId>("person_id").notNull(),
      text: text("text").notNull(),
      at: instant("at").notNull(),
    },
    (t) => [index("comments_of_proposal").on(t.proposalId, t.at, t.id)],
  );
  return { batchDrafts, comments };
}
