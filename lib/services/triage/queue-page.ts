import type { QueueSort } from "../../../db/store/group-reads";
import type { Cursor, ListRow } from "../../../db/store/types";
import type { AgentId, PersonId } from "../../domain/ids";
import { isFound } from "../../domain/queue-order";
import type { Kind, Queue } from "../../domain/words";
import type { PersonActor } from "../actor";
import type { Context } from "../context";

export interface QueueQuery {
  readonly queue: Queue;
  readonly agentId?: AgentId;
  readonly kind?: Kind;
  /** What was given to the caller; in `waiting` and `done`, what they decided. */
  readonly mine?: boolean;
  readonly text?: string;
  readonly sort: QueueSort;
  readonly after: Cursor | null;
  readonly limit: number;
}

interface Page {
  readonly rows: readonly ListRow[];
  readonly next: Cursor | null;
}

/** What was given to one person is read whole: it is never more than they can do. */
const MINE_MAX = 500;
/** A search looks at so many rows a step, and takes no more steps than this before it says what it found so far. */
const STEP = 500;
const STEPS_MAX = 20;

/** One page of a section, with the caller's own and what was searched for told apart. */
export async function queuePage(ctx: Context, { personId }: PersonActor, query: QueueQuery): Promise<Page> {
  const { read } = ctx.store;
  const { queue, sort, after, limit, text } = query;
  const filter = {
    ...(query.agentId === undefined ? {} : { agentId: query.agentId }),
    ...(query.kind === undefined ? {} : { kind: query.kind }),
  };
  const fits = (row: ListRow): boolean =>
    (text === undefined || isFound(row, text)) &&
    (query.mine !== true || isOpen(queue) || isBy(row, personId)) &&
    (query.agentId === undefined || row.agentId === query.agentId);
  if (query.mine === true && isOpen(queue)) {
    if (after !== null) return { rows: [], next: null };
    return { rows: (await read.assignedTo(personId, queue, filter, sort, MINE_MAX)).filter(fits), next: null };
  }
  const mineDone = query.mine === true && queue === "done";
  const step = (from: Cursor | null, count: number): Promise<readonly ListRow[]> =>
    mineDone ? read.doneBy(personId, from, count) : read.queuePage(queue, filter, sort, from, count);
  const cursor = (rows: readonly ListRow[], count: number): Cursor | null =>
    mineDone ? doneCursor(rows, count) : nextCursor(rows, count, sort);
  if (text === undefined && query.mine !== true) {
    const rows = await step(after, limit);
    return { rows, next: cursor(rows, limit) };
  }
  return searched(step, cursor, fits, after, limit);
}

/** Row by row, in steps that let other work in between. */
async function searched(
  step: (from: Cursor | null, count: number) => Promise<readonly ListRow[]>,
  cursor: (rows: readonly ListRow[], count: number) => Cursor | null,
  fits: (row: ListRow) => boolean,
  after: Cursor | null,
  limit: number,
): Promise<Page> {
  const found: ListRow[] = [];
  let from = after;
  for (let steps = 0; steps < STEPS_MAX; steps += 1) {
    const rows = await step(from, STEP);
    const fitting = rows.filter(fits).slice(0, limit - found.length);
    found.push(...fitting);
    const last = fitting.at(-1);
    if (found.length === limit && last !== undefined)
      return { rows: found, next: cursor(rows.slice(0, rows.indexOf(last) + 1), 1) };
    from = cursor(rows, STEP);
    if (from === null) return { rows: found, next: null };
  }
  return { rows: found, next: from };
}

function isBy({ state }: ListRow, personId: PersonId): boolean {
  return state.decision?.by.includes(personId) === true || state.signatures.some((signature) => signature.by === personId);
}

/** Where the next page goes on; null after the last. */
export function nextCursor(rows: readonly ListRow[], limit: number, sort: QueueSort): Cursor | null {
  const last = rows.at(-1);
  if (last === undefined || rows.length < limit) return null;
  const { rank, id, state, agentId, alike } = last;
  const group = sort === "agent" ? { group: [agentId, alike] as const } : {};
  return { rank, at: sort === "due" ? state.expiresAt : state.createdAt, id, ...group };
}

function doneCursor(rows: readonly ListRow[], limit: number): Cursor | null {
  const last = rows.at(-1);
  if (last === undefined || rows.length < limit) return null;
  return { rank: last.rank, at: last.state.decision?.at ?? last.state.createdAt, id: last.id };
}

/** True for a section that still waits for somebody. */
export function isOpen(queue: Queue): boolean {
  return queue !== "waiting" && queue !== "done";
}
