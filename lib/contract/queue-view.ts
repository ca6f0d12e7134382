import type { PersonId, ProposalId } from "../domain/ids";
import type { ProposalState } from "../domain/proposal";
import type { Lane, Queue, Tier } from "../domain/words";
import type { QueuePage, QueueRow } from "./people";

/** What a row is made of: structurally the store's list row. */
export interface RowSource {
  readonly id: ProposalId;
  readonly headline: string;
  readonly agentId: string;
  readonly agentName: string;
  readonly actionName: string;
  readonly state: ProposalState;
  readonly tier: Tier;
  readonly lane: Lane;
  readonly predictedSeconds: number;
  readonly lease: { readonly personId: PersonId; readonly until: number } | null;
}

export type Names = ReadonlyMap<PersonId, string>;

/** A person as shown; someone who no longer exists is named so, never left blank. */
export function toPerson(id: PersonId, names: Names): { id: string; name: string } {
  return { id, name: names.get(id) ?? "someone who left" };
}

/** One row of a list, for the wire and for components. */
export function toQueueRow(row: RowSource, names: Names): QueueRow {
  const { state } = row;
  return {
    id: row.id,
    headline: row.headline,
    agent: { id: row.agentId, name: row.agentName },
    actionName: row.actionName,
    kind: state.kind,
    tier: row.tier,
    treatment: state.treatment,
    status: state.status,
    delivery: state.delivery,
    lane: row.lane,
    predictedSeconds: row.predictedSeconds,
    version: state.version,
    revision: state.revision,
    signatures: state.signatures.length,
    createdAt: state.createdAt,
    expiresAt: state.expiresAt,
    releaseAt: state.releaseAt,
    decidedAt: state.decision?.at ?? null,
    decision:
      state.decision === null
        ? null
        : {
            type: state.decision.type,
            source: state.decision.source,
            by: state.decision.by.map((person) => toPerson(person, names)),
          },
    lapsed: state.lapsedAt !== null,
    lease: row.lease === null ? null : { by: toPerson(row.lease.personId, names), until: row.lease.until },
  };
}

/** A page of the queue. */
export function toQueuePage(
  reading: {
    readonly rows: readonly RowSource[];
    readonly counts: Readonly<Record<Queue, number>>;
    readonly countCap: number;
    readonly now: number;
    readonly names: Names;
  },
  next: string | null,
): QueuePage {
  return {
    items: reading.rows.map((row) => toQueueRow(row, reading.names)),
    next,
    counts: { ...reading.counts },
    countCap: reading.countCap,
    now: reading.now,
  };
}
