import { sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { AgentId, Digest, KeyId, PersonId, ProposalId, ReceiptId, RedemptionId } from "../../lib/domain/ids";
import type { ReplayFacts } from "../../lib/domain/policy/replay-facts";
import type { Payload, ProposalState } from "../../lib/domain/proposal";
import type { Assessment } from "../../lib/domain/risk";
import type { DecisionType, Delivery, Kind, Lane, Queue, Status, Tier, Treatment } from "../../lib/domain/words";
import type { Columns } from "../columns.sqlite";
import type { VersionExtras } from "../store/types";
import type { AgentTables } from "./agents";

export type ProposalTables = ReturnType<typeof defineProposalTables>;

/** Proposals and their versions. Every index exists for one query, named after it; partial ones cost nothing outside their state. */
export function defineProposalTables(columns: Columns, { agents }: AgentTables) {
  const { table, index, uniqueIndex } = columns;
  const proposals = table(
    "proposals",
    {
      ...fixedColumns(columns),
      agentId: columns
        .text<AgentId>("agent_id")
        .notNull()
        .references(() => agents.id),
      ...movingColumns(columns),
      ...recordColumns(columns),
    },
    (t) => [
      uniqueIndex("proposals_by_key")
        .on(t.agentId, t.idempotencyKey)
        .where(sql`${t.idempotencyKey} is not null`),
      ...queueIndexes(columns, t),
      ...dueIndexes(columns, t),
      index("proposals_history").on(t.createdAt, t.id, t.status, t.kind, t.tier),
      index("proposals_of_agent").on(t.agentId, t.createdAt, t.id, t.status),
      index("proposals_of_agent_open")
        .on(t.agentId, t.createdAt, t.id, t.status)
        .where(sql`${t.releasedAt} is null`),
      index("proposals_of_run")
        .on(t.agentId, t.runId, t.createdAt, t.id)
        .where(sql`${t.runId} is not null`),
      index("proposals_refused_of_run")
        .on(t.agentId, t.runId)
        .where(sql`${t.runId} is not null and ${t.status} in ('rejected', 'blocked')`),
      index("proposals_of_key_pending")
        .on(t.keyId)
        .where(sql`${t.releasedAt} is null`),
      index("proposals_last_approved")
        .on(t.agentId, t.actionName, t.releasedAt)
        .where(sql`${t.status} = 'approved'`),
      ...deciderIndexes(columns, t),
    ],
  );
  return { proposals, proposalVersions: defineVersions(columns, () => proposals.id) };
}

/** The orders of a section, and whose an item is. */
function queueIndexes(
  { index }: Columns,
  t: Record<
    | "queue"
    | "position"
    | "createdAt"
    | "expiresAt"
    | "releasedAt"
    | "id"
    | "status"
    | "agentId"
    | "alike"
    | "assigneeId"
    | "kind",
    AnySQLiteColumn
  >,
) {
  return [
    // The trailing columns let filters be decided without reading the row.
    index("proposals_queue_stake")
      .on(t.queue, t.position, t.createdAt, t.id, t.agentId, t.kind)
      .where(sql`${t.queue} is not null`),
    index("proposals_queue_age")
      .on(t.queue, t.createdAt, t.id, t.agentId, t.kind)
      .where(sql`${t.queue} is not null`),
    index("proposals_queue_due")
      .on(t.queue, t.expiresAt, t.id, t.status, t.agentId, t.kind)
      .where(sql`${t.queue} is not null`),
    // Look-alikes of one agent stand together: the order by agent, and what folds into one line.
    index("proposals_queue_agent")
      .on(t.queue, t.agentId, t.alike, t.position, t.createdAt, t.id, t.kind)
      .where(sql`${t.queue} is not null`),
    index("proposals_of_assignee")
      .on(t.assigneeId)
      .where(sql`${t.assigneeId} is not null and ${t.releasedAt} is null`),
  ];
}

/** What is due, by the instant at which it is; the conditions are those of the queries, word for word. */
function dueIndexes(
  { index }: Columns,
  t: Record<"status" | "releaseAt" | "expiresAt" | "receiptExpiresAt" | "redemptionId" | "lapsedAt", AnySQLiteColumn>,
) {
  return [
    index("proposals_due_release")
      .on(t.releaseAt)
      .where(sql`${t.releaseAt} is not null`),
    index("proposals_due_expiry")
      .on(t.expiresAt)
      .where(sql`${t.status} = 'pending'`),
    index("proposals_due_lapse")
      .on(t.receiptExpiresAt)
      .where(sql`${t.status} = 'approved' and ${t.redemptionId} is null and ${t.lapsedAt} is null`),
  ];
}

function deciderIndexes(
  { index }: Columns,
  t: Record<"decidedBy" | "decidedWith" | "decidedAt" | "createdAt" | "id", AnySQLiteColumn>,
) {
  return [
    index("proposals_decided_by")
      .on(t.decidedBy, t.decidedAt, t.id)
      .where(sql`${t.decidedBy} is not null`),
    index("proposals_decided_with")
      .on(t.decidedWith, t.decidedAt, t.id)
      .where(sql`${t.decidedWith} is not null`),
    index("proposals_history_decided_by")
      .on(t.decidedBy, t.createdAt, t.id)
      .where(sql`${t.decidedBy} is not null`),
    index("proposals_history_decided_with")
      .on(t.decidedWith, t.createdAt, t.id)
      .where(sql`${t.decidedWith} is not null`),
  ];
}

/** One row a version, written once: triggers refuse to change what was proposed. */
function defineVersions(columns: Columns, proposalId: () => AnySQLiteColumn) {
  const { table, text, int, instant, json, primaryKey } = columns;
  return table(
    "proposal_versions",
    {
      proposalId: text<ProposalId>("proposal_id").notNull().references(proposalId),
      version: int("version").notNull(),
      digest: text<Digest>("digest").notNull(),
      payload: json<Payload>("payload").notNull(),
      extras: json<VersionExtras>("extras").notNull(),
      assessment: json<Assessment>("assessment").notNull(),
      by: text<PersonId>("made_by"),
      at: instant("made_at").notNull(),
      raw: text("raw"),
      facts: json<ReplayFacts>("facts"),
    },
    (t) => [primaryKey([t.proposalId, t.version])],
  );
}

/** Set when the proposal is made and never again: an update does not name them. */
function fixedColumns({ text, bool, instant, json }: Columns) {
  return {
    id: text<ProposalId>("id").primaryKey(),
    ownerId: text<PersonId>("owner_id"),
    composerId: text<PersonId>("composer_id"),
    keyId: text<KeyId>("key_id"),
    idempotencyKey: text("idempotency_key"),
    runId: text("run_id"),
    actionName: text("action_name").notNull(),
    kind: text<Kind>("kind").notNull(),
    allowed: json<readonly DecisionType[]>("allowed").notNull(),
    canary: bool("canary").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  };
}

/** What events move. */
function movingColumns({ text, int, bool, instant, json }: Columns) {
  return {
    tier: text<Tier>("tier").notNull(),
    treatment: text<Treatment>("treatment").notNull(),
    regulated: bool("regulated").notNull(),
    policyVersion: int("policy_version").notNull(),
    status: text<Status>("status").notNull(),
    version: int("version").notNull(),
    digest: text<Digest>("digest").notNull(),
    revision: int("revision").notNull(),
    signatures: json<ProposalState["signatures"]>("signatures").notNull(),
    decision: json<NonNullable<ProposalState["decision"]>>("decision"),
    decidedAt: instant("decided_at"),
    decidedBy: text<PersonId>("decided_by"),
    decidedWith: text<PersonId>("decided_with"),
    undoMs: int("undo_ms").notNull(),
    releaseAt: instant("release_at"),
    releasedAt: instant("released_at"),
    delivery: text<Delivery>("delivery").notNull(),
    deliveredAt: instant("delivered_at"),
    receiptId: text<ReceiptId>("receipt_id"),
    receiptExpiresAt: instant("receipt_expires_at"),
    lapsedAt: instant("lapsed_at"),
    redemptionId: text<RedemptionId>("redemption_id"),
    redeemedAt: instant("redeemed_at"),
    outcome: json<NonNullable<ProposalState["outcome"]>>("outcome"),
  };
}

/** What lists and answers need beside the state. `position` is −rank: one ascending index serves order and cursor on both databases. */
function recordColumns({ text, real }: Columns) {
  return {
    headline: text("headline").notNull(),
    lane: text<Lane>("lane").notNull(),
    predictedSeconds: real("predicted_seconds").notNull(),
    queue: text<Queue>("queue"),
    /** Fingerprint of the template it was made from; empty where no person has to see it. */
    alike: text("alike").notNull().default(""),
    assigneeId: text<PersonId>("assignee_id"),
    position: real("position").notNull(),
    receipt: text("receipt"),
  };
}
