import { and, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { Reader } from "../connection";
import type { PastReads } from "./past-types";

/**
 * Reads past proposals for replay, newest first and page by page: what became of each is narrow; what it was judged on, with its payload, is
 * asked for separately and only once an item, since it never changes.
 */
export function pastReads({ tables, db, once, fetch }: Reader): PastReads {
  const { proposals: p, proposalVersions: v, labels: l } = tables;
  return {
    pastItems: ({ from, until }, before, limit) => {
      const query = db
        .select({
          id: p.id,
          createdAt: p.createdAt,
          agentId: p.agentId,
          actionName: p.actionName,
          status: p.status,
          queue: p.queue,
          decidedBy: p.decidedBy,
          decidedAt: p.decidedAt,
          predictedSeconds: p.predictedSeconds,
          verdict: l.verdict,
          because: l.because,
          severe: l.severe,
          excluded: l.excluded,
          weight: l.weight,
        })
        .from(p)
        .leftJoin(l, eq(l.proposalId, p.id))
        .where(
          and(
            // Tests of the reviewers are no past of anybody’s.
            sql`not ${p.canary}`,
            gte(p.createdAt, from),
            lt(p.createdAt, until),
            before === null ? undefined : sql`(${p.createdAt}, ${p.id}) < (${before.at}, ${before.id})`,
          ),
        )
        .orderBy(desc(p.createdAt), desc(p.id))
        .limit(limit);
      return fetch(once(query));
    },
    pastFacts: async (ids) => {
      if (ids.length === 0) return [];
      const query = db
        .select({ id: v.proposalId, payload: v.payload, extras: v.extras, facts: v.facts })
        .from(v)
        .where(and(inArray(v.proposalId, [...ids]), eq(v.version, 1)));
      return fetch(once(query));
    },
  };
}
