import type { PeopleEvent, QueuePage, QueueRow } from "../contract/people";
import type { Left } from "../domain/left";
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
  readonly left: Left | null;
  /** Set when this person's decision was refused: why, in words. */
  readonly refused: string | null;
  /** Put aside by this person in this tab: stands at the end, and is not stepped to while anything else is left. */
  readonly later: boolean;
}

/** A row that was taken out by this person's own decision, with its place. */
export interface Taken {
  readonly row: ShownRow;
  readonly index: number;
}

/** The view of a freshly read page. */
export function viewOf(queue: Queue, page: QueuePage, clientNow: number): QueueView {
  const view: QueueView = {
    queue,
    rows: page.items.map(fresh),
    arrivals: [],
    counts: page.counts,
    countCap: page.countCap,
    next: page.next,
    clockSkewMs: page.now - clientNow,
  };
  return withoutLapsed(view, page.now);
}

/** When the first of the leases shown ends, on the server's clock; infinity without one. */
export function nextLapse({ rows }: QueueView): number {
  return Math.min(...rows.map(({ lease }) => lease?.until ?? Infinity));
}

/** The view without the leases that had ended at `now` on the server's clock: of that nobody tells. */
export function withoutLapsed(view: QueueView, now: number): QueueView {
  if (nextLapse(view) > now) return view;
  return { ...view, rows: view.rows.map((row) => ((row.lease?.until ?? Infinity) > now ? row : { ...row, lease: null })) };
}

/** The view with one more page below, what was put aside still last. Rows that are there already are not doubled. */
export function withMore(view: QueueView, page: QueuePage): QueueView {
  const known = new Set(view.rows.map((row) => row.id));
  const more = page.items.filter((row) => !known.has(row.id)).map(fresh);
  const [aside, rows] = [view.rows.filter((row) => row.later), view.rows.filter((row) => !row.later)];
  return { ...view, rows: [...rows, ...more, ...aside], next: page.next };
}

/**
 * The view after its first page was read again, since something may have been missed. As with events nothing moves: rows are brought up to
 * date in place, newcomers wait among the arrivals, and what is gone greys where it stands. A row below the page cannot be told, and stays.
 */
export function withReading(view: QueueView, page: QueuePage): QueueView {
  const read = new Map(page.items.map((row) => [row.id, row]));
  const known = new Set(view.rows.map((row) => row.id));
  const rows = view.rows.map((row): ShownRow => {
    const now = read.get(row.id);
    if (now !== undefined) return { ...row, ...now, left: null };
    return page.next === null && row.left === null ? { ...row, left: { key: "left.gone" } } : row;
  });
  return settled({ ...view, rows, arrivals: page.items.filter((row) => !known.has(row.id)), counts: page.counts });
}

/** With nothing on the screen nothing can move: what arrives is shown at once. */
function settled(view: QueueView): QueueView {
  return view.rows.length === 0 && view.arrivals.length > 0 ? withArrivals(view) : view;
}

function fresh(row: QueueRow): ShownRow {
  return { ...row, left: null, refused: null, later: false };
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
  const updated: ShownRow = { ...shown, ...row, left: here ? null : leftBy(row, me) };
  return { ...view, rows: view.rows.map((candidate) => (candidate.id === row.id ? updated : candidate)) };
}

function withNewcomer(view: QueueView, row: QueueRow, here: boolean): QueueView {
  const others = view.arrivals.filter((candidate) => candidate.id !== row.id);
  if (here) return settled({ ...view, arrivals: [row, ...others] });
  return others.length === view.arrivals.length ? view : { ...view, arrivals: others };
}

/** Why a row is not here any more: by whose hand it left. */
export function leftBy(row: QueueRow, me: string): Left {
  const by = row.decision?.by.at(-1);
  const type = row.decision?.type ?? "approve";
  switch (row.status) {
    case "expired":
      return { key: "left.expired" };
    case "withdrawn":
      return { key: row.test === true ? "left.test" : "left.withdrawn" };
    case "pending":
      return { key: "left.moved" };
    case "held":
    case "approved":
    case "rejected":
    case "answered":
    case "blocked":
    case "superseded":
      if (by === undefined) return { key: `left.${row.status}` };
      return by.id === me ? { key: `left.you.${type}` } : { key: `left.they.${type}`, values: { name: by.name } };
  }
}

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

/**
 * Puts a row back to its exact place with the reason of the refusal, or of the undo (null). One that has meanwhile been decided elsewhere
 * comes back greyed, with who did it.
 */
export function putBack(
  view: QueueView,
  {
    taken,
    row,
    why,
    me,
  }: { readonly taken: Taken; readonly row: QueueRow | null; readonly why: string | null; readonly me: string },
): QueueView {
  if (view.rows.some((candidate) => candidate.id === taken.row.id)) return view;
  const now = row ?? taken.row;
  const left = now.status === "pending" ? null : leftBy(now, me);
  const restored: ShownRow = { ...taken.row, ...now, left, refused: why };
  const rows = [...view.rows.slice(0, taken.index), restored, ...view.rows.slice(taken.index)];
  const count = view.counts[view.queue];
  const capped = count === undefined || count >= view.countCap || left !== null;
  const counts = capped ? view.counts : { ...view.counts, [view.queue]: count + 1 };
  return { ...view, rows, counts, arrivals: view.arrivals.filter((candidate) => candidate.id !== taken.row.id) };
}

/**
 * Puts a row aside: it moves to the end of this person's list in this tab, marked, and is stepped to again when nothing else is left. For
 * everyone else it stays where it is; a reload forgets it.
 */
export function putAside(view: QueueView, id: string): QueueView {
  const row = view.rows.find((candidate) => candidate.id === id);
  if (row === undefined) return view;
  return { ...view, rows: [...view.rows.filter((candidate) => candidate !== row), { ...row, later: true }] };
}
