import { and, desc, eq, getTableColumns, gt, gte, inArray, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import { columnNames, inserting, placeholders } from "./statements";
import type { Reads, Transaction } from "./store";

type ReviewingReads = Pick<Reads, "leases" | "findings" | "comments" | "reviews" | "reviewsSince">;
type ReviewingWrites = Pick<
  Transaction,
  | "lease"
  | "saveLease"
  | "deleteLease"
  | "batchDraft"
  | "saveBatchDraft"
  | "deleteBatchDraft"
  | "insertComment"
  | "insertFinding"
  | "insertReview"
>;

const REVIEWS_MAX = 1_000;

/** Reads who has what open, how it was decided and what was found. */
export function reviewingReads({ tables, db, prepare, once, fetch }: Reader): ReviewingReads {
  const { leases, findings, comments, reviews, proposals } = tables;
  const commentsOf = prepare(
    db
      .select()
      .from(comments)
      .where(eq(comments.proposalId, sql.placeholder("id")))
      .orderBy(comments.at, comments.id),
  );
  const findingsOf = prepare(
    db
      .select()
      .from(findings)
      .where(eq(findings.proposalId, sql.placeholder("id")))
      .orderBy(findings.at, findings.id),
  );
  const reviewsOf = prepare(
    db
      .select()
      .from(reviews)
      .where(eq(reviews.proposalId, sql.placeholder("id")))
      .orderBy(reviews.revision, reviews.personId),
  );
  const since = prepare(
    db
      .select({ ...getTableColumns(reviews), lane: proposals.lane })
      .from(reviews)
      .innerJoin(proposals, eq(proposals.id, reviews.proposalId))
      .where(and(eq(reviews.personId, sql.placeholder("personId")), gte(reviews.at, sql.placeholder("since"))))
      .orderBy(desc(reviews.at))
      .limit(REVIEWS_MAX),
  );
  return {
    leases: async (ids, at) => {
      if (ids.length === 0) return [];
      const open = db
        .select()
        .from(leases)
        .where(and(inArray(leases.proposalId, [...ids]), gt(leases.until, at)));
      return fetch(once(open));
    },
    findings: (id) => fetch(findingsOf({ id })),
    comments: (id) => fetch(commentsOf({ id })),
    reviews: (id) => fetch(reviewsOf({ id })),
    reviewsSince: (personId, at) => fetch(since({ personId, since: at })),
  };
}

/** Writes leases, reviews and findings. */
export function reviewingWrites(writer: Writer): ReviewingWrites {
  const { findings, comments, reviews } = writer.tables;
  const insertComment = inserting(writer, comments);
  const insertFinding = inserting(writer, findings);
  const insertReview = inserting(writer, reviews);
  return {
    ...leaseWrites(writer),
    ...draftWrites(writer),
    *insertComment(record) {
      yield* rows(insertComment(record));
    },
    *insertFinding(record) {
      yield* rows(insertFinding(record));
    },
    *insertReview(record) {
      yield* rows(insertReview(record));
    },
  };
}

function draftWrites({
  tables,
  db,
  prepare,
}: Writer): Pick<ReviewingWrites, "batchDraft" | "saveBatchDraft" | "deleteBatchDraft"> {
  const { batchDrafts } = tables;
  const byPerson = prepare(
    db
      .select()
      .from(batchDrafts)
      .where(eq(batchDrafts.personId, sql.placeholder("personId"))),
  );
  const save = prepare(
    db
      .insert(batchDrafts)
      .values(placeholders(columnNames(batchDrafts)))
      .onConflictDoUpdate({ target: batchDrafts.personId, set: { draft: sql`excluded.draft` } })
      .returning({ id: batchDrafts.personId }),
  );
  const remove = prepare(
    db
      .delete(batchDrafts)
      .where(eq(batchDrafts.personId, sql.placeholder("personId")))
      .returning({ id: batchDrafts.personId }),
  );
  return {
    *batchDraft(personId) {
      return (yield* first(byPerson({ personId })))?.draft ?? null;
    },
    *saveBatchDraft(personId, draft) {
      yield* rows(save({ personId, draft }));
    },
    *deleteBatchDraft(personId) {
      yield* rows(remove({ personId }));
    },
  };
}

function leaseWrites({ tables, db, prepare }: Writer): Pick<ReviewingWrites, "lease" | "saveLease" | "deleteLease"> {
  const { leases } = tables;
  const byId = prepare(
    db
      .select()
      .from(leases)
      .where(eq(leases.proposalId, sql.placeholder("id"))),
  );
  const save = prepare(
    db
      .insert(leases)
      .values(placeholders(columnNames(leases)))
      .onConflictDoUpdate({
        target: leases.proposalId,
        set: {
          personId: sql`excluded.person_id`,
          version: sql`excluded.version`,
          since: sql`excluded.since`,
          until: sql`excluded.until`,
          doing: sql`excluded.doing`,
        },
      })
      .returning({ id: leases.proposalId }),
  );
  const remove = prepare(
    db
      .delete(leases)
      .where(eq(leases.proposalId, sql.placeholder("id")))
      .returning({ id: leases.proposalId }),
  );
  return {
    lease: (id) => first(byId({ id })),
    *saveLease(record) {
      yield* rows(save({ ...record }));
    },
    *deleteLease(id) {
      yield* rows(remove({ id }));
    },
  };
}
