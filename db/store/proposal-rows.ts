import type { PersonId } from "../../lib/domain/ids";
import type { ProposalState } from "../../lib/domain/proposal";
import type { Tables } from "../tables";
import type { LeaseRecord, ListRow, ProposalRecord } from "./types";

export type ProposalRow = Tables["proposals"]["$inferSelect"];
/** What a list reads of a proposal: everything but what only its agent needs. */
export type ListedRow = Omit<
  ProposalRow,
  "receipt" | "idempotencyKey" | "keyId" | "runId" | "decidedAt" | "decidedBy" | "decidedWith"
>;

/** The columns that are set once: no update names them, so no update can change them. */
const FIXED = new Set<keyof ProposalRow>([
  "id",
  "agentId",
  "ownerId",
  "composerId",
  "keyId",
  "idempotencyKey",
  "runId",
  "actionName",
  "kind",
  "allowed",
  "canary",
  "createdAt",
  "expiresAt",
]);

/** True for a column that events may change. */
export function isMoving(column: keyof ProposalRow): boolean {
  return !FIXED.has(column);
}

/** The state as the domain knows it. */
export function stateOf(row: ListedRow): ProposalState {
  return {
    id: row.id,
    agentId: row.agentId,
    ownerId: row.ownerId,
    composerId: row.composerId,
    actionName: row.actionName,
    kind: row.kind,
    tier: row.tier,
    treatment: row.treatment,
    regulated: row.regulated,
    allowed: row.allowed,
    policyVersion: row.policyVersion,
    status: row.status,
    version: row.version,
    digest: row.digest,
    revision: row.revision,
    signatures: row.signatures,
    decision: row.decision,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    undoMs: row.undoMs,
    releaseAt: row.releaseAt,
    releasedAt: row.releasedAt,
    delivery: row.delivery,
    deliveredAt: row.deliveredAt,
    receiptId: row.receiptId,
    receiptExpiresAt: row.receiptExpiresAt,
    lapsedAt: row.lapsedAt,
    redemptionId: row.redemptionId,
    redeemedAt: row.redeemedAt,
    canary: row.canary,
    outcome: row.outcome,
  };
}

/** The row of a record, with the columns that only indexes use. Spelled out: a spread of this many properties costs ten times as much. */
// eslint-disable-next-line max-lines-per-function -- one line a column
export function proposalRow(record: ProposalRecord): ProposalRow {
  const { state } = record;
  const { decidedAt, decidedBy, decidedWith } = deciders(state);
  return {
    id: state.id,
    agentId: state.agentId,
    ownerId: state.ownerId,
    composerId: state.composerId,
    actionName: state.actionName,
    kind: state.kind,
    tier: state.tier,
    treatment: state.treatment,
    regulated: state.regulated,
    allowed: state.allowed,
    policyVersion: state.policyVersion,
    status: state.status,
    version: state.version,
    digest: state.digest,
    revision: state.revision,
    signatures: state.signatures,
    decision: state.decision,
    createdAt: state.createdAt,
    expiresAt: state.expiresAt,
    undoMs: state.undoMs,
    releaseAt: state.releaseAt,
    releasedAt: state.releasedAt,
    delivery: state.delivery,
    deliveredAt: state.deliveredAt,
    receiptId: state.receiptId,
    receiptExpiresAt: state.receiptExpiresAt,
    lapsedAt: state.lapsedAt,
    redemptionId: state.redemptionId,
    redeemedAt: state.redeemedAt,
    canary: state.canary,
    outcome: state.outcome,
    decidedAt,
    decidedBy,
    decidedWith,
    keyId: record.keyId,
    idempotencyKey: record.idempotencyKey,
    runId: record.runId,
    headline: record.headline,
    lane: record.lane,
    predictedSeconds: record.predictedSeconds,
    queue: record.queue,
    // Not `-rank`: that would make a zero negative.
    position: 0 - record.rank,
    receipt: record.receipt,
    alike: record.alike,
    assigneeId: record.assigneeId,
  };
}

/** The record of a row. */
export function proposalRecord(row: ProposalRow): ProposalRecord {
  return {
    state: stateOf(row),
    keyId: row.keyId,
    idempotencyKey: row.idempotencyKey,
    runId: row.runId,
    headline: row.headline,
    lane: row.lane,
    predictedSeconds: row.predictedSeconds,
    queue: row.queue,
    rank: 0 - row.position,
    receipt: row.receipt,
    alike: row.alike,
    assigneeId: row.assigneeId,
  };
}

/** One line of a list. The agent always exists: a foreign key holds it. */
export function listRow(found: {
  proposal: ListedRow;
  agentName: string | null;
  lease: LeaseRecord | null;
  comments: number;
}): ListRow {
  const { proposal, agentName, lease, comments } = found;
  return {
    id: proposal.id,
    headline: proposal.headline,
    agentId: proposal.agentId,
    agentName: agentName ?? proposal.agentId,
    actionName: proposal.actionName,
    state: stateOf(proposal),
    tier: proposal.tier,
    lane: proposal.lane,
    predictedSeconds: proposal.predictedSeconds,
    queue: proposal.queue,
    rank: 0 - proposal.position,
    lease,
    alike: proposal.alike,
    assigneeId: proposal.assigneeId,
    comments,
  };
}

/** Who decided, or has signed so far, and when. INVARIANT: at most two people sign one version. */
function deciders(state: ProposalState): {
  decidedAt: number | null;
  decidedBy: PersonId | null;
  decidedWith: PersonId | null;
} {
  if (state.decision !== null) {
    const by = state.decision.by;
    return { decidedAt: state.decision.at, decidedBy: by.at(-1) ?? null, decidedWith: by.length > 1 ? (by[0] ?? null) : null };
  }
  const signature = state.signatures.at(-1);
  return { decidedAt: signature?.at ?? null, decidedBy: signature?.by ?? null, decidedWith: null };
}
