import type { FindingId, PersonId, ProposalId } from "../../lib/domain/ids";
import type { Doing } from "../../lib/domain/words";
import type { Columns } from "../columns.sqlite";
import type { ProposalTables } from "./proposals";

/** Who has a card open, how decisions were made, and what was found wrong later. */
export function defineReviewingTables(columns: Columns, { proposals }: ProposalTables) {
  const { table, text, int, real, bool, instant, index, primaryKey } = columns;
  const leases = table("leases", {
    proposalId: text<ProposalId>("proposal_id")
      .primaryKey()
      .references(() => proposals.id),
    personId: text<PersonId>("person_id").notNull(),
    version: int("version").notNull(),
    since: instant("since").notNull(),
    until: instant("until").notNull(),
    doing: text<Doing>("doing").notNull().default("looking"),
  });
  const reviews = table(
    "reviews",
    {
      proposalId: text<ProposalId>("proposal_id")
        .notNull()
        .references(() => proposals.id),
      revision: int("revision").notNull(),
      personId: text<PersonId>("person_id").notNull(),
      personName: text("person_name").notNull(),
      type: text("type").notNull(),
      at: instant("at").notNull(),
      activeMs: int("active_ms"),
      leasedMs: int("leased_ms"),
      predictedSeconds: real("predicted_seconds").notNull(),
      device: text("device").notNull(),
      act: text("act").notNull(),
      tooFast: bool("too_fast").notNull(),
    },
    (t) => [
      primaryKey([t.proposalId, t.revision, t.personId]),
      index("reviews_of_person").on(t.personId, t.at),
      index("reviews_by_time").on(t.at, t.proposalId),
    ],
  );
  return { leases, reviews, findings: findingsTable(columns, proposals) };
}

function findingsTable({ table, text, instant, index }: Columns, proposals: ProposalTables["proposals"]) {
  return table(
    "findings",
    {
      id: text<FindingId>("id").primaryKey(),
      proposalId: text<ProposalId>("proposal_id")
        .notNull()
        .references(() => proposals.id),
      kind: text("kind").notNull(),
      text: text("text").notNull(),
      by: text("found_by").notNull(),
      at: instant("at").notNull(),
    },
    (t) => [index("findings_of_proposal").on(t.proposalId, t.at, t.id)],
  );
}
