import type { Cursor, ListRow } from "../../../db/store/types";
import type { AgentId, PersonId } from "../../domain/ids";
import type { Kind, Queue } from "../../domain/words";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import type { ListFilter } from "../../../db/store/store";
import { namesOf } from "./names-of";

/** Sections are counted no further than this: "1,000+" costs the same at a million. */
export const COUNT_CAP = 1000;

/** Items due within this stand above the order. */
const EXPIRING_MS = 2 * 60 * 1000;

export type Sort = "stake" | "age" | "due";

export interface QueueReading {
  readonly rows: readonly ListRow[];
  readonly next: Cursor | null;
  readonly counts: Readonly<Record<Queue, number>>;
  readonly countCap: number;
  readonly now: number;
  readonly names: ReadonlyMap<PersonId, string>;
}

export interface QueueQuery {
  readonly queue: Queue;
  readonly agentId?: AgentId;
  readonly kind?: Kind;
  readonly sort: Sort;
  readonly after: Cursor | null;
  readonly limit: number;
}

/** One page of a section in its order; on the first page what expires within two minutes stands on top. Anyone signed in may read. */
export async function readQueue(ctx: Context, _actor: PersonActor, query: QueueQuery): Promise<QueueReading> {
  const now = ctx.clock();
  const filter = {
    ...(query.agentId === undefined ? {} : { agentId: query.agentId }),
    ...(query.kind === undefined ? {} : { kind: query.kind }),
  };
  const open = query.queue !== "waiting" && query.queue !== "done";
  const [page, urgent, counts] = await Promise.all([
    ctx.store.read.queuePage(query.queue, filter, query.sort, query.after, query.limit),
    open && query.after === null && query.sort === "stake"
      ? ctx.store.read.expiringBefore(query.queue, now + EXPIRING_MS, 20)
      : [],
    ctx.store.read.queueCounts(COUNT_CAP),
  ]);
  const matching = urgent.filter((row) => query.agentId === undefined || row.agentId === query.agentId);
  const first = new Set(matching.map((row) => row.id));
  const rows = [...matching, ...page.filter((row) => !first.has(row.id))];
  const names = await namesOf(ctx, rows.flatMap(peopleIn));
  return { rows, next: nextCursor(page, query.limit, query.sort), counts, countCap: COUNT_CAP, now, names };
}

/** History with filters: every proposal, decided or not, newest first. */
export async function readHistory(
  ctx: Context,
  _actor: PersonActor,
  filter: ListFilter,
  after: Cursor | null,
  limit: number,
): Promise<{ readonly rows: readonly ListRow[]; readonly next: Cursor | null; readonly names: ReadonlyMap<PersonId, string> }> {
  const rows = await ctx.store.read.history(filter, after, limit);
  return { rows, next: nextCursor(rows, limit, "age"), names: await namesOf(ctx, rows.flatMap(peopleIn)) };
}

/** The caller's own last decisions, newest first: the strip from which they undo. */
export async function lastDecisions(
  ctx: Context,
  actor: PersonActor,
  limit: number,
): Promise<{ readonly rows: readonly ListRow[]; readonly names: ReadonlyMap<PersonId, string> }> {
  const rows = await ctx.store.read.lastDecisions(actor.personId, limit);
  return { rows, names: await namesOf(ctx, rows.flatMap(peopleIn)) };
}

function nextCursor(rows: readonly ListRow[], limit: number, sort: Sort): Cursor | null {
  const last = rows.at(-1);
  if (last === undefined || rows.length < limit) return null;
  return { rank: last.rank, at: sort === "due" ? last.state.expiresAt : last.state.createdAt, id: last.id };
}

/** Everyone a row names: deciders, signers, who is looking. */
export function peopleIn(row: ListRow): readonly PersonId[] {
  const looking = row.lease === null ? [] : [row.lease.personId];
  return [...(row.state.decision?.by ?? []), ...row.state.signatures.map((signature) => signature.by), ...looking];
}
