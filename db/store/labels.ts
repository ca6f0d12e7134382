import { and, desc, eq, gte, sql } from "drizzle-orm";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import { columnNames, placeholders } from "./statements";
import type { LabelReads, LabelWrites } from "./label-types";

/** Reads what proposals said of their agents. */
export function labelReads(reader: Reader): LabelReads {
  const { tables, db, prepare, fetch } = reader;
  const { labels: l } = tables;
  const label = labelOf(reader);
  const forecasts = prepare(
    db
      .select({ confidence: sql<number>`${l.confidence}`.mapWith(Number), verdict: l.verdict })
      .from(l)
      .where(
        and(
          eq(l.agentId, sql.placeholder("agentId")),
          eq(l.kind, sql.placeholder("kind")),
          sql`${l.confidence} is not null and ${l.verdict} <> 'unknown' and ${l.excluded} is null`,
        ),
      )
      .orderBy(desc(l.at))
      .limit(sql.placeholder("limit")),
  );
  const declared = prepare(
    db
      .select({ agentId: l.agentId, kind: l.kind, at: l.at })
      .from(l)
      .where(and(gte(l.at, sql.placeholder("at")), sql`${l.confidence} is not null`))
      .orderBy(l.at)
      .limit(sql.placeholder("limit")),
  );
  return {
    label: async (id) => (await fetch(label({ id })))[0] ?? null,
    forecasts: async (agentId, kind, limit) =>
      (await fetch(forecasts({ agentId, kind, limit }))).map(({ confidence, verdict }) => ({
        confidence,
        right: verdict === "right",
      })),
    declaredSince: (at, limit) => fetch(declared({ at, limit })),
  };
}

/** Writes labels, and reads under the write lock what they are made of. */
export function labelWrites(writer: Writer): LabelWrites {
  const { labels } = writer.tables;
  const label = labelOf(writer);
  const save = writer.prepare(
    writer.db
      .insert(labels)
      .values(placeholders(columnNames(labels)))
      .onConflictDoUpdate({
        target: labels.proposalId,
        set: {
          at: sql`excluded.labelled_at`,
          verdict: sql`excluded.verdict`,
          because: sql`excluded.because`,
          ran: sql`excluded.ran`,
          excluded: sql`excluded.excluded`,
          weight: sql`excluded.weight`,
          missed: sql`excluded.missed`,
          severe: sql`excluded.severe`,
          failedOutside: sql`excluded.failed_outside`,
          edit: sql`excluded.edit`,
        },
      })
      .returning({ id: labels.proposalId }),
  );
  return {
    label: (id) => first(label({ id })),
    *saveLabel(record) {
      yield* rows(save({ ...record }));
    },
    ...recordReads(writer),
  };
}

/** The whole record of one proposal. */
function recordReads({ tables, db, prepare }: Writer): Pick<LabelWrites, "versionsOf" | "reviewsOf" | "findingsOf"> {
  const { proposalVersions: v, reviews: r, findings: f } = tables;
  const id = sql.placeholder("id");
  const versions = prepare(db.select().from(v).where(eq(v.proposalId, id)).orderBy(v.version));
  const reviews = prepare(db.select().from(r).where(eq(r.proposalId, id)).orderBy(r.revision, r.personId));
  const findings = prepare(db.select().from(f).where(eq(f.proposalId, id)).orderBy(f.at, f.id));
  return {
    versionsOf: (proposal) => rows(versions({ id: proposal })),
    reviewsOf: (proposal) => rows(reviews({ id: proposal })),
    findingsOf: (proposal) => rows(findings({ id: proposal })),
  };
}

function labelOf({ tables, db, prepare }: Pick<Reader, "tables" | "db" | "prepare">) {
  return prepare(
    db
      .select()
      .from(tables.labels)
      .where(eq(tables.labels.proposalId, sql.placeholder("id"))),
  );
}
