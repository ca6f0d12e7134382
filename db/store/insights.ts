import { and, desc, eq, getTableColumns, gte, lt, sql } from "drizzle-orm";
import type { MeasuredDouble, MeasuredItem, MeasuredTest } from "../../lib/domain/measure/insights/rows";
import type { Reader } from "../connection";
import type { InsightReads } from "./insight-types";

/** Reads what the metrics screen counts: one seek into the window, then row by row. */
export function insightReads(reader: Reader): InsightReads {
  return {
    measuredItems: itemsOf(reader),
    measuredReviews: reviewsOf(reader),
    measuredTests: testsOf(reader),
    measuredDoubles: doublesOf(reader),
  };
}

function itemsOf({ tables, db, once, fetch }: Reader): InsightReads["measuredItems"] {
  const { proposals: p, labels: l, draws: d } = tables;
  return async ({ from, until }, { agentId, kind }, after, limit) => {
    const query = db
      .select({
        ...{ id: p.id, at: p.createdAt, agentId: p.agentId, actionName: p.actionName, kind: p.kind, tier: p.tier },
        ...{ status: p.status, decision: p.decision, releasedAt: p.releasedAt, deliveredAt: p.deliveredAt },
        ...{ redeemedAt: p.redeemedAt, lapsedAt: p.lapsedAt, outcome: p.outcome, alike: p.alike },
        fingerprint: l.fingerprint,
        // The tier that the label counts at: an edit by a person does not move it.
        labelTier: l.tier,
        ...{ verdict: l.verdict, because: l.because, ran: l.ran, excluded: l.excluded, weight: l.weight },
        ...{ missed: l.missed, severe: l.severe, purpose: d.purpose, rate: d.rate, said: d.verdict, settledAt: d.settledAt },
        ...{ ownerId: p.ownerId, composerId: p.composerId },
      })
      .from(p)
      .leftJoin(l, eq(l.proposalId, p.id))
      .leftJoin(d, eq(d.proposalId, p.id))
      .where(
        and(
          // Tests of the reviewers are no past of anybody’s.
          sql`not ${p.canary}`,
          gte(p.createdAt, from),
          lt(p.createdAt, until),
          agentId === null ? undefined : eq(p.agentId, agentId),
          kind === null ? undefined : eq(p.kind, kind),
          after === null ? undefined : sql`(${p.createdAt}, ${p.id}) < (${after.at}, ${after.id})`,
        ),
      )
      .orderBy(desc(p.createdAt), desc(p.id))
      .limit(limit);
    return (await fetch(once(query))).map(itemOf);
  };
}

type Found = Omit<MeasuredItem, "label" | "audit" | "owed"> & {
  readonly labelTier: MeasuredItem["tier"] | null;
  readonly purpose: MeasuredItem["owed"];
  readonly settledAt: number | null;
  readonly rate: number | null;
  readonly said: NonNullable<MeasuredItem["audit"]>["verdict"];
} & { readonly [Key in keyof NonNullable<MeasuredItem["label"]>]: NonNullable<MeasuredItem["label"]>[Key] | null };

function itemOf(row: Found): MeasuredItem {
  const { verdict, because, ran, excluded, weight, missed, severe, purpose, rate, said, settledAt, labelTier, ...item } = row;
  const label =
    verdict === null || because === null || ran === null
      ? null
      : { verdict, because, ran, excluded, weight: weight ?? 0, missed: missed === true, severe: severe === true };
  return {
    ...item,
    tier: labelTier ?? item.tier,
    label,
    audit: purpose !== "audit" || rate === null ? null : { rate, verdict: said },
    owed: settledAt === null ? purpose : null,
  };
}

function reviewsOf({ tables, db, once, fetch }: Reader): InsightReads["measuredReviews"] {
  const { reviews: r, proposals: p } = tables;
  return async ({ from, until }, after, limit) => {
    const query = db
      .select({
        ...{ proposalId: r.proposalId, revision: r.revision, personId: r.personId, at: r.at, type: r.type },
        ...{ activeMs: r.activeMs, predictedSeconds: r.predictedSeconds, device: r.device, act: r.act, tooFast: r.tooFast },
        ...{ kind: p.kind, agentId: p.agentId, actionName: p.actionName, tier: p.tier, canary: p.canary },
        lane: p.lane,
      })
      .from(r)
      .innerJoin(p, eq(p.id, r.proposalId))
      .where(
        and(
          gte(r.at, from),
          lt(r.at, until),
          after === null ? undefined : sql`(${r.at}, ${r.proposalId}) < (${after.at}, ${after.id})`,
        ),
      )
      .orderBy(desc(r.at), desc(r.proposalId))
      .limit(limit);
    return fetch(once(query));
  };
}

function testsOf({ tables, db, once, fetch }: Reader): InsightReads["measuredTests"] {
  const { canaries: c, proposals: p } = tables;
  return async ({ from, until }, limit) => {
    const query = db
      .select({
        ...{ proposalId: c.proposalId, kind: c.kind, agentId: p.agentId },
        ...{ decidedAt: c.decidedAt, decidedBy: c.decidedBy, outcome: c.outcome },
      })
      .from(c)
      .innerJoin(p, eq(p.id, c.proposalId))
      .where(and(gte(c.decidedAt, from), lt(c.decidedAt, until)))
      .orderBy(desc(c.decidedAt))
      .limit(limit);
    return (await fetch(once(query))).flatMap(({ decidedAt, decidedBy, outcome, ...test }): MeasuredTest[] =>
      decidedAt === null || decidedBy === null || outcome === null || outcome === "unseen"
        ? []
        : [{ ...test, decidedAt, decidedBy, outcome }],
    );
  };
}

/** Two queries, each bounded: what was drawn, then what was said of it. */
function doublesOf({ tables, db, once, fetch }: Reader): InsightReads["measuredDoubles"] {
  const { draws: d, proposals: p, looks: l } = tables;
  return async ({ from, until }, { agentId, kind }, limit) => {
    const drawn = db
      .select({
        ...{ id: d.proposalId, at: d.at, settledAt: d.settledAt, verdict: d.verdict },
        ...{ agentId: p.agentId, kind: p.kind, actionName: p.actionName, headline: p.headline, decision: p.decision },
      })
      .from(d)
      .innerJoin(p, eq(p.id, d.proposalId))
      .where(
        and(
          sql`${d.purpose} = 'double'`,
          gte(d.at, from),
          lt(d.at, until),
          // Expressions, so that no planner takes an index of the agent's whole history.
          agentId === null ? undefined : sql`${p.agentId} || '' = ${agentId}`,
          kind === null ? undefined : sql`${p.kind} || '' = ${kind}`,
        ),
      )
      .orderBy(desc(d.at), desc(d.proposalId))
      .limit(limit);
    const found = await fetch(once(drawn));
    const last = found.at(-1);
    if (last === undefined) return [];
    const said = db
      .select({ id: d.proposalId, look: getTableColumns(l) })
      .from(d)
      .innerJoin(l, eq(l.proposalId, d.proposalId))
      .where(and(sql`${d.purpose} = 'double'`, gte(d.at, last.at), lt(d.at, until)));
    const looks = new Map<string, MeasuredDouble["opinions"][number][]>(found.map(({ id }) => [id, []]));
    for (const { id, look } of await fetch(once(said))) {
      const { proposalId: _proposalId, ...opinion } = look;
      looks.get(id)?.push(opinion);
    }
    return found.flatMap(({ decision, ...double }) =>
      decision === null ? [] : [{ ...double, decision, opinions: looks.get(double.id) ?? [] }],
    );
  };
}
