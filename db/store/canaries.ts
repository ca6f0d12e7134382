import type { SQL } from "drizzle-orm";
import { and, desc, eq, gte, isNotNull, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import { assignments, inserting } from "./statements";
import type { Reads, Transaction } from "./store";

type CanaryReads = Pick<
  Reads,
  "canary" | "openCanary" | "lastCanary" | "canaryTally" | "lastCatches" | "canarySources" | "reviewCount" | "lastReviews"
>;
type CanaryWrites = Pick<Transaction, "openCanary" | "insertCanary" | "endCanary">;

/** Reads the tests of the reviewers, what they may be made of, and how they went. For the server alone until one is decided. */
export function canaryReads(reader: Reader): CanaryReads {
  const { tables, db, prepare, once, fetch } = reader;
  const { canaries: c, proposals: p } = tables;
  const one = prepare(
    db
      .select()
      .from(c)
      .where(eq(c.proposalId, sql.placeholder("id"))),
  );
  const open = openOf(reader);
  const last = prepare(
    db
      .select()
      .from(c)
      .where(sql`${c.decidedAt} > 0`)
      .orderBy(desc(c.decidedAt))
      .limit(1),
  );
  return {
    canary: async (id) => (await fetch(one({ id })))[0] ?? null,
    openCanary: async () => (await fetch(open()))[0] ?? null,
    lastCanary: async () => (await fetch(last()))[0] ?? null,
    ...reviewerReads(reader),
    canaryTally: tallyOf(reader),
    lastCatches: lastCatchesOf(reader),
    canarySources: async (since, limit) => {
      const approved = db
        .select({ id: p.id, kind: p.kind })
        .from(p)
        .where(and(gte(p.createdAt, since), sql`${p.status} = 'approved'`, isNotNull(p.decidedBy)))
        .orderBy(desc(p.createdAt), desc(p.id))
        .limit(limit);
      return fetch(once(approved));
    },
  };
}

/** What says how often a person is tested, and how attentive their last decisions were. */
function reviewerReads({ tables, db, prepare, fetch }: Reader): Pick<Reads, "reviewCount" | "lastReviews"> {
  const { reviews: r } = tables;
  const capped = db
    .select({ one: sql<number>`1`.as("one") })
    .from(r)
    .where(eq(r.personId, sql.placeholder("personId")))
    .limit(sql.placeholder("cap"))
    .as("capped");
  const count = prepare(db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(capped));
  const lately = prepare(
    db
      .select({ type: r.type, activeMs: r.activeMs, tooFast: r.tooFast })
      .from(r)
      .where(eq(r.personId, sql.placeholder("personId")))
      .orderBy(desc(r.at))
      .limit(sql.placeholder("cap")),
  );
  return {
    reviewCount: async (personId, cap) => (await fetch(count({ personId, cap })))[0]?.count ?? 0,
    lastReviews: async (personId, cap) => fetch(lately({ personId, cap })),
  };
}

/** Counted anew when it is asked for: a handful of rows a kind. */
function tallyOf({ tables, db, once, fetch }: Reader): Reads["canaryTally"] {
  const { canaries: c } = tables;
  return async (by, since) => {
    const tally = db
      .select({
        kind: c.kind,
        shown: sql<number>`count(*)`.mapWith(Number),
        caught: sql<number>`sum(case when ${c.outcome} = 'caught' then 1 else 0 end)`.mapWith(Number),
      })
      .from(c)
      .where(and(by === null ? undefined : eq(c.decidedBy, by), gte(c.decidedAt, since), sql`${c.outcome} <> 'unseen'`))
      .groupBy(c.kind);
    return fetch(once(tally));
  };
}

/** The newest, of a kind by an index of their own: the cost is that of the window, whatever the history. */
function lastCatchesOf({ tables, db, prepare, fetch }: Reader): Reads["lastCatches"] {
  const { canaries: c } = tables;
  const tallyWhere = (kind: SQL | undefined, ...order: readonly SQL[]) => {
    const capped = db
      .select({ outcome: c.outcome })
      .from(c)
      .where(and(kind, sql`${c.decidedAt} > 0`, sql`${c.outcome} in ('caught', 'missed')`))
      .orderBy(...order)
      .limit(sql.placeholder("window"))
      .as("capped");
    return prepare(
      db
        .select({
          shown: sql<number>`count(*)`.mapWith(Number),
          caught: sql<number>`coalesce(sum(case when ${capped.outcome} = 'caught' then 1 else 0 end), 0)`.mapWith(Number),
        })
        .from(capped),
    );
  };
  const ofKind = tallyWhere(eq(c.kind, sql.placeholder("kind")), desc(c.decidedAt), desc(c.proposalId));
  const ofAll = tallyWhere(undefined, desc(c.decidedAt));
  return async (kind, window) => {
    const [tally] = await fetch(kind === null ? ofAll({ window }) : ofKind({ kind, window }));
    return tally ?? { shown: 0, caught: 0 };
  };
}

/** Writes them. One is open at a time; it ends once. */
export function canaryWrites(writer: Writer): CanaryWrites {
  const { tables, db, prepare } = writer;
  const { canaries: c } = tables;
  const open = openOf(writer);
  const insert = inserting(writer, c);
  const end = prepare(
    db
      .update(c)
      .set(assignments(["decidedAt", "decidedBy", "outcome"]))
      .where(and(eq(c.proposalId, sql.placeholder("id")), sql`${c.decidedAt} is null`))
      .returning({ id: c.proposalId }),
  );
  return {
    openCanary: () => first(open()),
    *insertCanary(record) {
      yield* rows(insert(record));
    },
    *endCanary(id, { at, by, outcome }) {
      yield* rows(end({ id, decidedAt: at, decidedBy: by, outcome }));
    },
  };
}

function openOf({ tables, db, prepare }: Pick<Reader, "tables" | "db" | "prepare">) {
  const { canaries: c } = tables;
  return prepare(
    db
      .select()
      .from(c)
      .where(sql`${c.decidedAt} is null`)
      .limit(1),
  );
}
