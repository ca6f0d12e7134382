import type { SQL } from "drizzle-orm";
import { and, desc, eq, getTableColumns, gte, sql } from "drizzle-orm";
import { UNDELIVERED_MS } from "../../lib/domain/lifecycle/decide";
import type { Queue, Status } from "../../lib/domain/words";
import { QUEUES } from "../../lib/domain/words";
import type { Reader } from "../connection";
import type { Tables } from "../tables";
import { listRow, proposalRecord } from "./proposal-rows";
import { cached } from "./statements";
import type { Reads } from "./store";
import type { ProposalWithVersion } from "./types";

type ListReads = Pick<
  Reads,
  "queuePage" | "expiringBefore" | "listRow" | "queueCounts" | "undelivered" | "madeSince" | "lastDecisions" | "proposalsOfAgent"
>;

/** The columns of one line of a list, joined in the order in which they must be looked up: the proposal first, always. */
export function listed({ tables, db }: Pick<Reader, "tables" | "db">) {
  const { proposals, agents, leases, comments } = tables;
  return db
    .select({
      proposal: listedColumns(tables),
      agentName: agents.name,
      lease: getTableColumns(leases),
      decidedAt: proposals.decidedAt,
      // One seek in the index of what was said of it, whatever was said of anything else.
      comments: sql<number>`(select count(*) from ${comments} where ${comments.proposalId} = ${proposals.id})`.mapWith(Number),
    })
    .from(proposals)
    .leftJoin(agents, eq(agents.id, proposals.agentId))
    .leftJoin(leases, eq(leases.proposalId, proposals.id));
}

function listedColumns({ proposals }: Tables) {
  const { receipt, idempotencyKey, keyId, runId, decidedAt, decidedBy, decidedWith, ...shown } = getTableColumns(proposals);
  return shown;
}

/** Reads the queue and what stands around it. A page is one seek in the index of its order, whatever the history. */
export function listReads(reader: Reader): ListReads {
  const { tables, db, prepare, fetch } = reader;
  const { proposals: p } = tables;
  const one = prepare(listed(reader).where(eq(p.id, sql.placeholder("id"))));
  const expiring = prepare(
    listed(reader)
      .where(
        and(eq(p.queue, sql.placeholder("queue")), sql`${p.expiresAt} <= ${sql.placeholder("at")}`, sql`${p.status} = 'pending'`),
      )
      .orderBy(p.expiresAt, p.id)
      .limit(sql.placeholder("limit")),
  );
  const capped = db
    .select({ one: sql<number>`1`.as("one") })
    .from(p)
    .where(eq(p.queue, sql.placeholder("queue")))
    .limit(sql.placeholder("cap"))
    .as("capped");
  const count = prepare(db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(capped));
  const countOf = async (queue: Queue, cap: number) => (await fetch(count({ queue, cap })))[0]?.count ?? 0;
  return {
    listRow: async (id) => (await fetch(one({ id }))).map(listRow)[0] ?? null,
    expiringBefore: async (queue, at, limit) => (await fetch(expiring({ queue, at, limit }))).map(listRow),
    queueCounts: async (cap) => {
      const [needs_you, deep, second_look, waiting, done] = await Promise.all(QUEUES.map((queue) => countOf(queue, cap)));
      return {
        needs_you: needs_you ?? 0,
        deep: deep ?? 0,
        second_look: second_look ?? 0,
        waiting: waiting ?? 0,
        done: done ?? 0,
      };
    },
    undelivered: undelivered(reader),
    madeSince: madeSince(reader),
    queuePage: queuePage(reader),
    lastDecisions: lastDecisions(reader),
    proposalsOfAgent: proposalsOfAgent(reader),
  };
}

/** Found among what stands in `waiting`: that section holds only what is under way. */
function undelivered({ tables: { proposals: p }, db, prepare, fetch }: Reader): Reads["undelivered"] {
  const capped = db
    .select({ one: sql<number>`1`.as("one") })
    .from(p)
    .where(
      and(
        ...[eq(p.queue, "waiting"), eq(p.status, "approved"), eq(p.delivery, "waiting")],
        // Of what was not fetched the receipt ends a fixed time after it was released, or renewed.
        sql`${p.receiptExpiresAt} <= ${sql.placeholder("ends")} and ${p.lapsedAt} is null and ${p.composerId} is null`,
      ),
    )
    .limit(sql.placeholder("cap"))
    .as("capped");
  const count = prepare(db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(capped));
  return async (before, cap) => (await fetch(count({ ends: before + UNDELIVERED_MS, cap })))[0]?.count ?? 0;
}

/** Looks through so many of the newest at most: what a busy day costs has an end. */
function madeSince({ tables: { proposals: p }, db, prepare, fetch }: Reader): Reads["madeSince"] {
  const capped = db
    .select({ status: p.status, decidedBy: p.decidedBy })
    .from(p)
    .where(gte(p.createdAt, sql.placeholder("since")))
    .orderBy(desc(p.createdAt), desc(p.id))
    .limit(sql.placeholder("looked"))
    .as("capped");
  const alone = sql`count(case when ${capped.status} = 'approved' and ${capped.decidedBy} is null then 1 end)`;
  const counts = { made: sql`count(*)`.mapWith(Number), alone: alone.mapWith(Number) };
  const count = prepare(db.select(counts).from(capped));
  return async (since, looked) => (await fetch(count({ since, looked })))[0] ?? { made: 0, alone: 0 };
}

function queuePage(reader: Reader): Reads["queuePage"] {
  const { proposals: p } = reader.tables;
  const shape = cached(reader);
  const order = {
    stake: {
      columns: [p.position, p.createdAt, p.id],
      after: sql`(${p.position}, ${p.createdAt}, ${p.id}) > (${value("position")}, ${value("at")}, ${value("id")})`,
    },
    age: { columns: [p.createdAt, p.id], after: sql`(${p.createdAt}, ${p.id}) > (${value("at")}, ${value("id")})` },
    due: { columns: [p.expiresAt, p.id], after: sql`(${p.expiresAt}, ${p.id}) > (${value("at")}, ${value("id")})` },
    agent: {
      columns: [p.agentId, p.alike, p.position, p.createdAt, p.id],
      after: sql`(${p.agentId}, ${p.alike}, ${p.position}, ${p.createdAt}, ${p.id}) > (${value("ofAgent")}, ${value("alike")}, ${value("position")}, ${value("at")}, ${value("id")})`,
    },
  };
  return async (queue, filter, sort, after, limit) => {
    const name = [sort, filter.agentId && "agent", filter.kind && "kind", after && "after"].join();
    const page = shape(name, () =>
      listed(reader)
        .where(
          and(
            eq(p.queue, value("queue")),
            // An expression, so that no planner takes the agent's own index: that one grows with its history.
            filter.agentId === undefined ? undefined : sql`${p.agentId} || '' = ${value("agentId")}`,
            filter.kind === undefined ? undefined : eq(p.kind, value("kind")),
            after === null ? undefined : order[sort].after,
          ),
        )
        .orderBy(...order[sort].columns)
        .limit(value("limit")),
    );
    const [ofAgent = "", alike = ""] = after?.group ?? [];
    const cursor = after === null ? {} : { position: 0 - after.rank, at: after.at, id: after.id, ofAgent, alike };
    return (await reader.fetch(page({ queue, limit, ...filter, ...cursor }))).map(listRow);
  };
}

function value(name: string) {
  return sql.placeholder(name);
}

/** Two seeks, one for the last signer and one for the first of two, merged. */
function lastDecisions(reader: Reader): Reads["lastDecisions"] {
  const { proposals: p } = reader.tables;
  const of = (column: typeof p.decidedBy | typeof p.decidedWith) =>
    reader.prepare(
      listed(reader)
        .where(eq(column, value("by")))
        .orderBy(desc(p.decidedAt))
        .limit(value("limit")),
    );
  const statements = [of(p.decidedBy), of(p.decidedWith)];
  return async (by, limit) => {
    const found = await Promise.all(statements.map((statement) => reader.fetch(statement({ by, limit }))));
    return found
      .flat()
      .sort((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0))
      .slice(0, limit)
      .map(listRow);
  };
}

const OPEN: ReadonlySet<Status> = new Set(["pending", "held"]);

function proposalsOfAgent(reader: Reader): Reads["proposalsOfAgent"] {
  const { tables, db } = reader;
  const { proposals: p, proposalVersions: v } = tables;
  const shape = cached(reader);
  return async (agentId, statuses, runId, after, limit) => {
    if (statuses?.length === 0) return [];
    const open = statuses?.every((status) => OPEN.has(status)) === true;
    const wanted = statuses?.map((_, index) => `status${String(index)}`) ?? null;
    const name = [wanted?.length, open, runId && "run", after && "after"].join();
    const page = shape(name, () =>
      db
        .select({ proposal: getTableColumns(p), version: getTableColumns(v) })
        .from(p)
        .innerJoin(v, and(eq(v.proposalId, p.id), eq(v.version, p.version)))
        .where(
          and(
            eq(p.agentId, value("agentId")),
            // INVARIANT: tests of the reviewers are in no list of an agent’s.
            sql`not ${p.canary}`,
            // INVARIANT: an open proposal has no release instant; spelled so, the small index of open ones serves it.
            open ? sql`${p.releasedAt} is null` : undefined,
            runId === null ? undefined : eq(p.runId, value("runId")),
            wanted === null ? undefined : oneOf(p.status, wanted),
            after === null ? undefined : sql`(${p.createdAt}, ${p.id}) < (${value("at")}, ${value("id")})`,
          ),
        )
        .orderBy(desc(p.createdAt), desc(p.id))
        .limit(value("limit")),
    );
    const named = Object.fromEntries((statuses ?? []).map((status, index) => [`status${String(index)}`, status]));
    const found = await reader.fetch(page({ agentId, runId, limit, at: after?.at, id: after?.id, ...named }));
    return found.map((row): ProposalWithVersion => ({ record: proposalRecord(row.proposal), version: row.version }));
  };
}

/** `column in (…)` over named placeholders. The unary plus of SQLite is not common SQL, so the planner is trusted to keep the order's index. */
function oneOf(column: Tables["proposals"]["status"], names: readonly string[]): SQL {
  return sql`${column} in (${sql.join(
    names.map((name) => sql.placeholder(name)),
    sql`, `,
  )})`;
}
