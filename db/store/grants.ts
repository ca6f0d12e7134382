import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import type { GrantReads, GrantWrites } from "./grant-types";
import { assignments, inserting } from "./statements";

/** Reads standing approvals. */
export function grantReads({ tables: { grants }, db, prepare, fetch }: Reader): GrantReads {
  const byId = prepare(
    db
      .select()
      .from(grants)
      .where(eq(grants.id, sql.placeholder("id"))),
  );
  const inForce = prepare(
    db
      .select()
      .from(grants)
      .where(and(isNull(grants.revokedAt), gt(grants.until, sql.placeholder("at")), lt(grants.used, grants.usesMax))),
  );
  const newest = prepare(db.select().from(grants).orderBy(desc(grants.at), desc(grants.id)).limit(sql.placeholder("limit")));
  const ofProposal = prepare(
    db
      .select()
      .from(grants)
      .where(eq(grants.proposalId, sql.placeholder("proposalId"))),
  );
  return {
    grant: async (id) => (await fetch(byId({ id })))[0] ?? null,
    grantsInForce: (at) => fetch(inForce({ at })),
    grants: (limit) => fetch(newest({ limit })),
    grantsOfProposal: (proposalId) => fetch(ofProposal({ proposalId })),
  };
}

/** Writes them. */
export function grantWrites(writer: Writer): GrantWrites {
  const { tables, db, prepare } = writer;
  const { grants } = tables;
  const insert = inserting(writer, grants);
  const byId = prepare(
    db
      .select()
      .from(grants)
      .where(eq(grants.id, sql.placeholder("id"))),
  );
  // One statement counts and refuses: whoever comes when none is left changes nothing, on either database.
  const use = prepare(
    db
      .update(grants)
      .set({ used: sql`${grants.used} + 1` })
      .where(
        and(
          eq(grants.id, sql.placeholder("id")),
          isNull(grants.revokedAt),
          gt(grants.until, sql.placeholder("at")),
          lt(grants.used, grants.usesMax),
        ),
      )
      .returning({ used: grants.used }),
  );
  const revoke = prepare(
    db
      .update(grants)
      .set(assignments(["revokedAt", "revokedBy"]))
      .where(and(eq(grants.id, sql.placeholder("id")), isNull(grants.revokedAt)))
      .returning({ id: grants.id }),
  );
  return {
    grant: (id) => first(byId({ id })),
    *insertGrant(grant) {
      yield* rows(insert(grant));
    },
    *useGrant(id, at) {
      return (yield* first(use({ id, at })))?.used ?? null;
    },
    *revokeGrant(id, revokedBy, revokedAt) {
      return (yield* first(revoke({ id, revokedBy, revokedAt }))) !== null;
    },
  };
}
