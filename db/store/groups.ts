import { and, desc, eq, sql } from "drizzle-orm";
import type { Reader } from "../connection";
import { listed } from "./lists";
import { listRow } from "./proposal-rows";
import { cached } from "./statements";
import type { GroupReads } from "./group-reads";

const value = (name: string) => sql.placeholder(name);

/** Reads what belongs together: what is one person's, and what was made from one template. */
export function groupReads(reader: Reader): GroupReads {
  return { assignedTo: assignedTo(reader), doneBy: doneBy(reader), ...alikeReads(reader) };
}

/** Few are given to one person at once, so they are found by the person and sorted: no index for each order. */
function assignedTo(reader: Reader): GroupReads["assignedTo"] {
  const { proposals: p } = reader.tables;
  const shape = cached(reader);
  const order = {
    stake: [p.position, p.createdAt, p.id],
    age: [p.createdAt, p.id],
    due: [p.expiresAt, p.id],
    agent: [p.agentId, p.alike, p.position, p.createdAt, p.id],
  };
  return async (personId, queue, filter, sort, limit) => {
    const name = [sort, filter.agentId && "agent", filter.kind && "kind"].join();
    const page = shape(name, () =>
      listed(reader)
        .where(
          and(
            eq(p.assigneeId, value("personId")),
            sql`${p.releasedAt} is null`,
            // Expressions, so that no planner walks a whole section, or an agent's history, to find one person's few.
            sql`${p.queue} || '' = ${value("queue")}`,
            filter.agentId === undefined ? undefined : sql`${p.agentId} || '' = ${value("agentId")}`,
            filter.kind === undefined ? undefined : eq(p.kind, value("kind")),
          ),
        )
        .orderBy(...order[sort])
        .limit(value("limit")),
    );
    return (await reader.fetch(page({ personId, queue, limit, ...filter }))).map(listRow);
  };
}

/** Two seeks, one for the last signer and one for the first of two, merged. */
function doneBy(reader: Reader): GroupReads["doneBy"] {
  const { proposals: p } = reader.tables;
  const shape = cached(reader);
  const page = (signer: "decidedBy" | "decidedWith", after: boolean) =>
    shape([signer, after].join(), () =>
      listed(reader)
        .where(
          and(
            eq(p[signer], value("personId")),
            sql`${p.queue} || '' = 'done'`,
            after ? sql`(${p.decidedAt}, ${p.id}) < (${value("at")}, ${value("id")})` : undefined,
          ),
        )
        .orderBy(desc(p.decidedAt), desc(p.id))
        .limit(value("limit")),
    );
  return async (personId, after, limit) => {
    const cursor = after === null ? {} : { at: after.at, id: after.id };
    const pages = [page("decidedBy", after !== null), page("decidedWith", after !== null)];
    const found = await Promise.all(pages.map((one) => reader.fetch(one({ personId, limit, ...cursor }))));
    return found
      .flat()
      .sort((a, b) => (b.decidedAt ?? 0) - (a.decidedAt ?? 0) || (a.proposal.id < b.proposal.id ? 1 : -1))
      .slice(0, limit)
      .map(listRow);
  };
}

function alikeReads(reader: Reader): Pick<GroupReads, "alike" | "countAlike"> {
  const { proposals: p } = reader.tables;
  const same = and(eq(p.queue, value("queue")), eq(p.agentId, value("agentId")), eq(p.alike, value("alike")));
  const page = reader.prepare(listed(reader).where(same).orderBy(p.position, p.createdAt, p.id).limit(value("limit")));
  const capped = reader.db
    .select({ one: sql<number>`1`.as("one") })
    .from(p)
    .where(same)
    .limit(value("cap"))
    .as("capped");
  const count = reader.prepare(reader.db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(capped));
  return {
    alike: async (queue, agentId, alike, limit) => (await reader.fetch(page({ queue, agentId, alike, limit }))).map(listRow),
    countAlike: async (queue, agentId, alike, cap) => (await reader.fetch(count({ queue, agentId, alike, cap })))[0]?.count ?? 0,
  };
}
