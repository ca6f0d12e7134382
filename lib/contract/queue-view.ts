import type { PersonId, ProposalId } from "../domain/ids";
import type { ProposalState } from "../domain/proposal";
import { freeSince } from "../domain/free-since";
import { isEndedTest } from "../domain/canary/serving";
import type { LookPurpose } from "../domain/second-look";
import { beforeLook, FIRST_SIGNER, isHalfSigned, openLook } from "../domain/second-look";
import { stepOutcome } from "../domain/step-outcome";
import type { Differences } from "../domain/alike/differences";
import type { Doing, Lane, Queue, Tier } from "../domain/words";
import type { QueuePage, QueueRow } from "./rows";
import type { AlikeGroup, CommentView, EarlierDecisions, RunSteps } from "./together";

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
  readonly queue: Queue | null;
  readonly predictedSeconds: number;
  readonly lease: { readonly personId: PersonId; readonly until: number; readonly doing: Doing } | null;
  readonly alike: string;
  readonly assigneeId: PersonId | null;
  readonly comments: number;
  /** Set by a service for whoever may know how it was decided, though others are still to say what they would have said. */
  readonly unsealed?: true;
  /** Set by a service for whoever may know what others said of it. */
  readonly heard?: true;
}

export type Names = ReadonlyMap<PersonId, string>;

/** A person as shown; someone who no longer exists is named so, never left blank. */
export function toPerson(id: PersonId, names: Names): { id: string; name: string } {
  const name = names.get(id) ?? "someone who left";
  // An id tells as much as a name to whoever has seen it beside one.
  return { id: name === FIRST_SIGNER ? "" : id, name };
}

/** The second look that keeps this row's fate from whoever reads it; null where nothing is kept from them. Closed unless a service opened it. */
export function sealOf(row: RowSource): LookPurpose | null {
  const look = openLook(row);
  return look === "double" && row.unsealed === true ? null : look;
}

/** The state as whoever reads the row may know it: while its look is owed, no list says how it ran or how it was decided. */
export function shownState(row: RowSource): ProposalState {
  const look = sealOf(row);
  return look === null ? row.state : beforeLook(look, row.state);
}

/** How much was said of it. Nothing between two signatures, or before a second opinion, unless a service opened it. */
function shownComments(row: RowSource): number {
  const sealed = openLook(row) === "double" || isHalfSigned(row.state);
  return sealed && row.heard !== true ? 0 : row.comments;
}

/** One row of a list, for the wire and for components. */
export function toQueueRow(row: RowSource, names: Names): QueueRow {
  const state = shownState(row);
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
    releasedAt: freeSince(state),
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
    look: sealOf(row),
    ...(isEndedTest(row.state) ? { test: true } : {}),
    ...(state.composerId === null ? {} : { byHand: true }),
    lease: row.lease === null ? null : toLease(row.lease, names),
    alike: row.alike,
    assignee: row.assigneeId === null ? null : toPerson(row.assigneeId, names),
    comments: shownComments(row),
  };
}

/** Who has a card, and what they are at. */
export function toLease(lease: NonNullable<RowSource["lease"]>, names: Names): NonNullable<QueueRow["lease"]> {
  return { by: toPerson(lease.personId, names), until: lease.until, doing: lease.doing };
}

/** What is alike, with each item's digest: what a decision on it has to name. */
export function toAlikeGroup(reading: {
  readonly rows: readonly RowSource[];
  readonly total: number;
  readonly batch: { readonly ids: readonly ProposalId[]; readonly differences: Differences; readonly refusal: string | null };
  readonly names: Names;
}): AlikeGroup {
  const { differences, ids, refusal } = reading.batch;
  return {
    items: reading.rows.map((row) => ({ row: toQueueRow(row, reading.names), digest: row.state.digest })),
    total: reading.total,
    batch: {
      ids: [...ids],
      columns: [...differences.columns],
      rows: differences.rows.map((cells) => cells.map((spans) => [...spans])),
      refusal,
    },
  };
}

/** How people decided what is like one card. */
export function toEarlierDecisions({
  rows,
  names,
  ...counts
}: Omit<EarlierDecisions, "rows"> & { readonly rows: readonly RowSource[]; readonly names: Names }): EarlierDecisions {
  return { ...counts, rows: rows.map((row) => toQueueRow(row, names)) };
}

/** What a run asked for before one of its proposals. */
export function toRunSteps({ steps, more }: { readonly steps: readonly RowSource[]; readonly more: boolean }): RunSteps {
  const toStep = (row: RowSource): RunSteps["steps"][number] => {
    const state = shownState(row);
    return { id: row.id, headline: row.headline, at: state.createdAt, outcome: stepOutcome(state) };
  };
  return { steps: steps.map(toStep), more };
}

/** What somebody said. */
export function toComment(
  comment: { readonly id: string; readonly personId: PersonId; readonly text: string; readonly at: number },
  names: Names,
): CommentView {
  return { id: comment.id, by: toPerson(comment.personId, names), text: comment.text, at: comment.at };
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
