import { and, desc, eq, gt, gte, inArray, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import { inserting } from "./statements";
import type { Reads, Transaction } from "./store";

type ReviewingReads = Pick<Reads, "leases" | "findings" | "reviews" | "reviewsSince">;
type ReviewingWrites = Pick<Transaction, "lease" | "saveLease" | "deleteLease" | "insertFinding" | "insertReview">;

const REVIEWS_MAX = 1_000;

/** Reads who has what open, how it was decided and what was found. */
export function reviewingReads({ tables, db, prepare, fetch }: Reader): ReviewingReads {
  const { leases, findings, reviews } = tables;
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
      .select()
      .from(reviews)
      .where(and(eq(reviews.personId, sql.placeholder("personId")), gte(reviews.at, sql.placeholder("since"))))
      .orderBy(desc(reviews.at))
      .limit(REVIEWS_MAX),
  );
  return {
    leases: async (ids, at) => {
      if (ids.length === 0) return [];
      return fetch(
        db
          .select()
          .from(leases)
          .where(and(inArray(leases.proposalId, [...ids]), gt(leases.until, at))),
      );
    },
    findings: (id) => fetch(findingsOf({ id })),
    reviews: (id) => fetch(reviewsOf({ id })),
    reviewsSince: (personId, at) => fetch(since({ personId, since: at })),
  };
}

/** Writes leases, reviews and findings. */
export function reviewingWrites(writer: Writer): ReviewingWrites {
  const { tables, db, prepare } = writer;
  const { leases, findings, reviews } = tables;
  const lease = prepare(
    db
      .select()
      .from(leases)
      .where(eq(leases.proposalId, sql.placeholder("id"))),
  );
  const saveLease = prepare(
    db
      .insert(leases)
      .values({
        proposalId: sql.placeholder("proposalId"),
        personId: sql.placeholder("personId"),
        version: sql.placeholder("version"),
        since: sql.placeholder("since"),
        until: sql.placeholder("until"),
      })
      .onConflictDoUpdate({
        target: leases.proposalId,
        set: {
          personId: sql`excluded.person_id`,
          version: sql`excluded.version`,
          since: sql`excluded.since`,
          until: sql`excluded.until`,
        },
      })
      .returning({ id: leases.proposalId }),
  );
  const deleteLease = prepare(
    db
      .delete(leases)
      .where(eq(leases.proposalId, sql.placeholder("id")))
      .returning({ id: leases.proposalId }),
  );
  const insertFinding = inserting(writer, findings);
  const insertReview = inserting(writer, reviews);
  return {
    lease: (id) => first(lease({ id })),
    *saveLease(record) {
      yield* rows(saveLease({ ...record }));
    },
    *deleteLease(id) {
      yield* rows(deleteLease({ id }));
    },
    *insertFinding(record) {
      yield* rows(insertFinding(record));
    },
    *insertReview(record) {
      yield* rows(insertReview(record));
    },
  };
}
