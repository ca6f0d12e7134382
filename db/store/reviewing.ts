import { and, desc, eq, gt, gte, inArray, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import { columnNames, inserting, placeholders } from "./statements";
import type { Reads, Transaction } from "./store";

type ReviewingReads = Pick<Reads, "leases" | "findings" | "reviews" | "reviewsSince">;
type ReviewingWrites = Pick<Transaction, "lease" | "saveLease" | "deleteLease" | "insertFinding" | "insertReview">;

const REVIEWS_MAX = 1_000;

/** Reads who has what open, how it was decided and what was found. */
export function reviewingReads({ tables, db, prepare, once, fetch }: Reader): ReviewingReads {
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
      const open = db
        .select()
        .from(leases)
        .where(and(inArray(leases.proposalId, [...ids]), gt(leases.until, at)));
      return fetch(once(open));
    },
    findings: (id) => fetch(findingsOf({ id })),
    reviews: (id) => fetch(reviewsOf({ id })),
    reviewsSince: (personId, at) => fetch(since({ personId, since: at })),
  };
}

/** Writes leases, reviews and findings. */
export function reviewingWrites(writer: Writer): ReviewingWrites {
  const { findings, reviews } = writer.tables;
  const insertFinding = inserting(writer, findings);
  const insertReview = inserting(writer, reviews);
  return {
    ...leaseWrites(writer),
    *insertFinding(record) {
      yield* rows(insertFinding(record));
    },
    *insertReview(record) {
      yield* rows(insertReview(record));
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
