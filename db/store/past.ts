import { and, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { ProposalId } from "../../lib/domain/ids";
import type { Reader } from "../connection";
import type { PastFacts, PastReads } from "./past-types";

/** Ids of one query, planned once: over a long past, planning a list of its own for every page took a tenth of the time. */
const SLOTS = Array.from({ length: 250 }, (_, index) => `id${String(index)}`);

/**
 * Reads past proposals for replay, newest first and page by page: what became of each is narrow; what it was judged on, with its payload, is
 * asked for separately and only once an item, since it never changes.
 */
export function pastReads(reader: Reader): PastReads {
  const { tables, db, once, fetch } = reader;
  const { proposals: p, labels: l } = tables;
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
    pastFacts: factsRead(reader),
  };
}

function factsRead({ tables, db, prepare, fetch }: Reader): PastReads["pastFacts"] {
  const { proposalVersions: v } = tables;
  const facts = prepare(
    db
      .select({ id: v.proposalId, payload: v.payload, extras: v.extras, facts: v.facts })
      .from(v)
      .where(
        and(
          inArray(
            v.proposalId,
            SLOTS.map((slot) => sql.placeholder(slot)),
          ),
          eq(v.version, 1),
        ),
      ),
  );
  return async (ids) => {
    const found: PastFacts[] = [];
    for (let done = 0; done < ids.length; done += SLOTS.length)
      found.push(...(await fetch(facts(inSlots(ids.slice(done, done + SLOTS.length))))));
    return found;
  };
}

/** Every slot needs a value: what is left over asks for the last id again. */
function inSlots(ids: readonly ProposalId[]): Record<string, unknown> {
  return Object.fromEntries(SLOTS.map((slot, index) => [slot, ids[index] ?? ids.at(-1)]));
}
