import { sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { CanaryOutcome } from "../../lib/domain/canary/serving";
import type { PersonId, ProposalId } from "../../lib/domain/ids";
import type { LookPurpose, LookVerdict } from "../../lib/domain/second-look";
import type { Kind } from "../../lib/domain/words";
import type { Columns } from "../columns.sqlite";
import type { ProposalTables } from "./proposals";

/** What was drawn for a second look, with the chance it had, and what people said when they looked. */
export function defineSecondLookTables(columns: Columns, { proposals }: ProposalTables) {
  const { table, text, real, bool, instant, index, primaryKey } = columns;
  const draws = table(
    "draws",
    {
      proposalId: text<ProposalId>("proposal_id")
        .primaryKey()
        .references(() => proposals.id),
      purpose: text<LookPurpose>("purpose").notNull(),
      rate: real("rate").notNull(),
      at: instant("drawn_at").notNull(),
      settledAt: instant("settled_at"),
      verdict: text<LookVerdict>("verdict"),
    },
    (t) => [
      index("draws_open")
        .on(t.purpose, t.at)
        .where(sql`${t.settledAt} is null`),
      index("draws_doubles")
        .on(t.at, t.proposalId)
        .where(sql`${t.purpose} = 'double'`),
    ],
  );
  const looks = table(
    "looks",
    {
      proposalId: text<ProposalId>("proposal_id")
        .notNull()
        .references(() => proposals.id),
      personId: text<PersonId>("person_id").notNull(),
      at: instant("looked_at").notNull(),
      verdict: text<LookVerdict>("verdict").notNull(),
      reasonCode: text("reason_code"),
      reasonText: text("reason_text"),
      tooFast: bool("too_fast").notNull(),
    },
    (t) => [primaryKey([t.proposalId, t.personId])],
  );
  return { draws, looks, canaries: defineCanaries(columns, () => proposals.id) };
}

/** Tests of the reviewers: what each was made of, what was wrong with it, and how it was decided. Never joined to what is shown. */
function defineCanaries({ table, text, instant, index }: Columns, proposalId: () => AnySQLiteColumn) {
  return table(
    "canaries",
    {
      proposalId: text<ProposalId>("proposal_id").primaryKey().references(proposalId),
      sourceId: text<ProposalId>("source_id").notNull().references(proposalId),
      kind: text<Kind>("kind").notNull(),
      mutation: text("mutation").notNull(),
      wrong: text("wrong").notNull(),
      at: instant("seeded_at").notNull(),
      decidedAt: instant("decided_at"),
      decidedBy: text<PersonId>("decided_by"),
      outcome: text<CanaryOutcome>("outcome"),
    },
    (t) => [
      index("canaries_of_person").on(t.decidedBy, t.decidedAt),
      index("canaries_decided").on(t.decidedAt),
      index("canaries_seen")
        .on(t.kind, t.decidedAt, t.proposalId)
        .where(sql`${t.outcome} in ('caught', 'missed')`),
    ],
  );
}
