import type { PeopleEvent, QueuePage, QueueRow } from "../contract/people";
import type { Queue } from "../domain/words";

/** One section of the queue as this browser shows it. */
export interface QueueView {
  readonly queue: Queue;
  readonly rows: readonly ShownRow[];
  /** Arrived since; shown only when asked for, so that nothing moves under the cursor. */
  readonly arrivals: readonly QueueRow[];
  readonly counts: Readonly<Partial<Record<Queue, number>>>;
  readonly countCap: number;
  readonly next: string | null;
  /** The server's clock minus this browser's, milliseconds. */
  readonly clockSkewMs: number;
}

export interface ShownRow extends QueueRow {
  /** Set when it left this section by someone else's hand: greyed in place, gone with the next key. */
  readonly left: string | null;
  /** Set when this person's decision was refused: why, in words. */
  readonly refused: string | null;
}

/** A row that was taken out by this person's own decision, with its place. */
export interface Taken {
  readonly row: ShownRow;
  readonly index: number;
}

/** The view of a freshly read page. */
export function viewOf(queue: Queue, page: QueuePage, clientNow: number): QueueView {
  return {
    queue,
    rows: page.items.map(fresh),
    arrivals: [],
    counts: page.counts,
    countCap: page.countCap,
    next: page.next,
    clockSkewMs: page.now - clientNow,
  };
}

/** The view with one more page below. Rows that are there already are not doubled. */
export function withMore(view: QueueView, page: QueuePage): QueueView {
  const known = new Set(view.rows.map((row) => row.id));
  return { ...view, rows: [...view.rows, ...page.items.filter((row) => !known.has(row.id)).map(fresh)], next: page.next };
}

function fresh(row: QueueRow): ShownRow {
  return { ...row, left: null, refused: null };
}

/**
 * The view after something happened elsewhere. Order and length of `rows` never change here: a row is updated in place, greyed when it left,
 * and a newcomer waits among the arrivals.
 */
export function withEvent(view: QueueView, event: PeopleEvent, me: string): QueueView {
  if (event.type === "lease") {
    return { ...view, rows: view.rows.map((row) => (row.id === event.proposal ? { ...row, lease: event.lease } : row)) };
  }
  if (event.type !== "proposal") return view;
  const { row, queue } = event;
  const here = queue === view.queue;
  const shown = view.rows.find((candidate) => candidate.id === row.id);
  if (shown === undefined) return withNewcomer(view, row, here);
  if (shown.revision > row.revision) return view;
  const updated: ShownRow = { ...row, left: here ? null : leftWords(row, me), refused: shown.refused };
  return { ...view, rows: view.rows.map((candidate) => (candidate.id === row.id ? updated : candidate)) };
}

function withNewcomer(view: QueueView, row: QueueRow, here: boolean): QueueView {
  const others = view.arrivals.filter((candidate) => candidate.id !== row.id);
  if (here) return { ...view, arrivals: [row, ...others] };
  return others.length === view.arrivals.length ? view : { ...view, arrivals: others };
}

function leftWords(row: QueueRow, me: string): string {
  const by = row.decision?.by.at(-1);
  switch (row.status) {
    case "expired":
      return "expired";
    case "withdrawn":
      return "withdrawn by its agent";
    case "pending":
      return "moved to another section";
    case "held":
    case "approved":
    case "rejected":
    case "answered":
    case "blocked":
    case "superseded":
      if (by === undefined) return row.status;
      return `${by.id === me ? "you" : by.name} ${PAST[row.decision?.type ?? "approve"]}`;
  }
}

const PAST = { approve: "approved", edit: "edited and approved", reject: "rejected", answer: "answered" } as const;

/** The view with the arrivals let in on top, and what had left taken out. */
export function withArrivals(view: QueueView): QueueView {
  return { ...view, rows: [...view.arrivals.map(fresh), ...withoutLeft(view).rows], arrivals: [] };
}

/** The view without the rows that left: called on the person's next key, never by itself. `keep` stays, greyed. */
export function withoutLeft(view: QueueView, keep: string | null = null): QueueView {
  return { ...view, rows: view.rows.filter((row) => row.left === null || row.id === keep) };
}

/** Takes a row out for this person's own decision, remembering its place. Null when it is not there. */
export function take(view: QueueView, id: string): { readonly view: QueueView; readonly taken: Taken } | null {
  const index = view.rows.findIndex((row) => row.id === id);
  const row = view.rows[index];
  if (row === undefined) return null;
  const count = view.counts[view.queue];
  const counts =
    count === undefined || count >= view.countCap ? view.counts : { ...view.counts, [view.queue]: Math.max(0, count - 1) };
  return { view: { ...view, rows: view.rows.filter((candidate) => candidate.id !== id), counts }, taken: { row, index } };
}

/** Puts a row back to its exact place with the reason of the refusal, or of the undo (null). */
export function putBack(view: QueueView, taken: Taken, row: QueueRow | null, why: string | null): QueueView {
  if (view.rows.some((candidate) => candidate.id === taken.row.id)) return view;
  const restored: ShownRow = { ...(row ?? taken.row), left: null, refused: why };
  const rows = [...view.rows.slice(0, taken.index), restored, ...view.rows.slice(taken.index)];
  const count = view.counts[view.queue];
  const counts = count === undefined || count >= view.countCap ? view.counts : { ...view.counts, [view.queue]: count + 1 };
  return { ...view, rows, counts, arrivals: view.arrivals.filter((candidate) => candidate.id !== taken.row.id) };
}

/** The row to open when `id` goes: the one below it, else the one above. */
export function neighbour(view: QueueView, id: string): string | null {
  const index = view.rows.findIndex((row) => row.id === id);
  const open = view.rows.filter((row) => row.left === null);
  const below = open.find((row) => view.rows.indexOf(row) > index);
  return below?.id ?? open.findLast((row) => row.id !== id)?.id ?? null;
}
