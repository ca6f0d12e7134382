import type { SQL } from "drizzle-orm";
import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { AgentId, ProposalId } from "../../lib/domain/ids";
import type { Reader, Writer } from "../connection";
import { first, rows } from "../transaction";
import type { ProposalRow } from "./proposal-rows";
import { isMoving, proposalRecord, proposalRow } from "./proposal-rows";
import { assignments, columnNames, inserting } from "./statements";
import type { Reads, Transaction } from "./store";
import type { ProposalWithVersion, VersionRecord } from "./types";

type ProposalReads = Pick<
  Reads,
  | "proposal"
  | "proposalByKey"
  | "versions"
  | "pendingOfKey"
  | "lastApproved"
  | "lastApprovedBefore"
  | "dueForRelease"
  | "dueForExpiry"
  | "dueForLapse"
  | "nextDeadline"
>;
type ProposalWrites = Pick<Transaction, "proposal" | "proposalByKey" | "insertProposal" | "insertVersion" | "saveProposal">;

/** Reads single proposals and what is due; each is one index seek. */
export function proposalReads(reader: Reader): ProposalReads {
  const { tables, db, prepare, fetch } = reader;
  const { proposals: p, proposalVersions: v } = tables;
  const current = () =>
    db
      .select({ proposal: getTableColumns(p), version: getTableColumns(v) })
      .from(p)
      .innerJoin(v, and(eq(v.proposalId, p.id), eq(v.version, p.version)));
  const byId = prepare(current().where(eq(p.id, sql.placeholder("id"))));
  const byKey = prepare(
    current().where(and(eq(p.agentId, sql.placeholder("agentId")), eq(p.idempotencyKey, sql.placeholder("key")))),
  );
  const versionsOf = prepare(
    db
      .select()
      .from(v)
      .where(eq(v.proposalId, sql.placeholder("id")))
      .orderBy(v.version),
  );
  const approved = prepare(lastApproved(reader).limit(1));
  const approvedBefore = prepare(lastApproved(reader, sql`${p.releasedAt} < ${sql.placeholder("at")}`).limit(1));
  const one = (found: readonly ProposalWithVersionRow[]): ProposalWithVersion | null => {
    const [row] = found;
    return row === undefined ? null : { record: proposalRecord(row.proposal), version: row.version };
  };
  return {
    proposal: async (id) => one(await fetch(byId({ id }))),
    proposalByKey: async (agentId, key) => one(await fetch(byKey({ agentId, key }))),
    versions: (id) => fetch(versionsOf({ id })),
    lastApproved: async (agentId, actionName) => (await fetch(approved({ agentId, actionName })))[0]?.version ?? null,
    lastApprovedBefore: async (agentId, actionName, at) =>
      (await fetch(approvedBefore({ agentId, actionName, at })))[0]?.version ?? null,
    ...pendingReads(reader),
    ...dueReads(reader),
  };
}

function lastApproved({ tables, db }: Reader, condition?: SQL) {
  const { proposals: p, proposalVersions: v } = tables;
  return db
    .select({ version: getTableColumns(v) })
    .from(p)
    .innerJoin(v, and(eq(v.proposalId, p.id), eq(v.version, p.version)))
    .where(
      and(
        eq(p.agentId, sql.placeholder("agentId")),
        eq(p.actionName, sql.placeholder("actionName")),
        sql`${p.status} = 'approved'`,
        condition,
      ),
    )
    .orderBy(desc(p.releasedAt));
}

interface ProposalWithVersionRow {
  readonly proposal: ProposalRow;
  readonly version: VersionRecord;
}

function pendingReads({ tables, db, prepare, fetch }: Reader): Pick<ProposalReads, "pendingOfKey"> {
  const { proposals: p } = tables;
  const open = db
    .select({ one: sql<number>`1`.as("one") })
    .from(p)
    .where(and(eq(p.keyId, sql.placeholder("keyId")), sql`${p.releasedAt} is null`))
    .limit(sql.placeholder("cap"))
    .as("open");
  const count = prepare(db.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(open));
  return {
    pendingOfKey: async (keyId, cap) => (await fetch(count({ keyId, cap })))[0]?.count ?? 0,
  };
}

/** The conditions are spelled like those of the partial indexes that serve them. */
function dueReads({ tables, db, prepare, fetch }: Reader) {
  const { proposals: p } = tables;
  const isPending = sql`${p.status} = 'pending'`;
  const isRedeemable = sql`${p.status} = 'approved' and ${p.redemptionId} is null and ${p.lapsedAt} is null`;
  const due = (
    column: typeof p.releaseAt | typeof p.expiresAt | typeof p.receiptExpiresAt,
    condition = sql`${column} is not null`,
  ) => {
    const ids = prepare(
      db
        .select({ id: p.id })
        .from(p)
        .where(and(condition, sql`${column} <= ${sql.placeholder("at")}`))
        .orderBy(column)
        .limit(sql.placeholder("limit")),
    );
    const next = prepare(
      db
        .select({ at: column })
        .from(p)
        .where(and(condition, sql`${column} is not null`))
        .orderBy(column)
        .limit(1),
    );
    return {
      ids: async (at: number, limit: number): Promise<readonly ProposalId[]> =>
        (await fetch(ids({ at, limit }))).map((row) => row.id),
      next: async (): Promise<number | null> => (await fetch(next()))[0]?.at ?? null,
    };
  };
  const release = due(p.releaseAt);
  const expiry = due(p.expiresAt, isPending);
  const lapse = due(p.receiptExpiresAt, isRedeemable);
  return {
    dueForRelease: release.ids,
    dueForExpiry: expiry.ids,
    dueForLapse: lapse.ids,
    nextDeadline: async () => {
      const all = await Promise.all([release.next(), expiry.next(), lapse.next()]);
      const known = all.filter((at) => at !== null);
      return known.length === 0 ? null : Math.min(...known);
    },
  };
}

/** Writes proposals. A save is conditional on the revision that was read, and names no column that is set once. */
export function proposalWrites(writer: Writer): ProposalWrites {
  const { tables, db, prepare } = writer;
  const { proposals: p, proposalVersions: v } = tables;
  const byId = prepare(
    db
      .select()
      .from(p)
      .where(eq(p.id, sql.placeholder("id"))),
  );
  const byKey = prepare(
    db
      .select({ id: p.id, digest: v.digest })
      .from(p)
      .innerJoin(v, and(eq(v.proposalId, p.id), eq(v.version, sql`1`)))
      .where(and(eq(p.agentId, sql.placeholder("agentId")), eq(p.idempotencyKey, sql.placeholder("key")))),
  );
  const save = prepare(
    db
      .update(p)
      .set(assignments(columnNames(p).filter(isMoving)))
      .where(and(eq(p.id, sql.placeholder("id")), eq(p.revision, sql.placeholder("readRevision"))))
      .returning({ id: p.id }),
  );
  const insert = inserting(writer, p);
  const insertVersion = inserting(writer, v);
  return {
    *proposal(id: ProposalId) {
      const found = yield* first(byId({ id }));
      return found === null ? null : proposalRecord(found);
    },
    proposalByKey: (agentId: AgentId, key: string) => first(byKey({ agentId, key })),
    *insertProposal(record, version) {
      yield* rows(insert(proposalRow(record)));
      yield* rows(insertVersion(version));
    },
    *insertVersion(version) {
      yield* rows(insertVersion(version));
    },
    *saveProposal(record, readRevision) {
      const saved = yield* rows(save({ ...proposalRow(record), readRevision }));
      return saved.length === 1;
    },
  };
}
