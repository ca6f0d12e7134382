import type { Cursor, ListRow } from "../../../db/store/types";
import { EXPIRING_MS } from "../../domain/focus/interlude";
import type { PersonId } from "../../domain/ids";
import { openLook } from "../../domain/second-look";
import type { Queue } from "../../domain/words";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import type { ListFilter } from "../../../db/store/store";
import { withoutLongRuns } from "../../domain/queue-order";
import type { QueueQuery } from "./queue-page";
import { isOpen, nextCursor, queuePage } from "./queue-page";
import { namesOf } from "./names-of";
import { asSeenBy, isSealedFor } from "./withheld";

/** Sections are counted no further than this: "1,000+" costs the same at a million. */
export const COUNT_CAP = 1000;

export interface QueueReading {
  readonly rows: readonly ListRow[];
  readonly next: Cursor | null;
  readonly counts: Readonly<Record<Queue, number>>;
  readonly countCap: number;
  readonly now: number;
  readonly names: ReadonlyMap<PersonId, string>;
}

/** One page of a section in its order; on the first page what expires within two minutes stands on top. Anyone signed in may read. */
export async function readQueue(ctx: Context, actor: PersonActor, query: QueueQuery): Promise<QueueReading> {
  const now = ctx.clock();
  // What expires soon stands above the order.
  const ordered = isOpen(query.queue) && query.sort === "stake";
  const whole = query.mine !== true && query.text === undefined;
  const [page, urgent, counts] = await Promise.all([
    queuePage(ctx, actor, query),
    ordered && whole && query.after === null ? ctx.store.read.expiringBefore(query.queue, now + EXPIRING_MS, 20) : [],
    ctx.store.read.queueCounts(COUNT_CAP),
  ]);
  const matching = urgent.filter(
    (row) =>
      (query.agentId === undefined || row.agentId === query.agentId) &&
      (query.kind === undefined || row.state.kind === query.kind),
  );
  const first = new Set(matching.map((row) => row.id));
  const rest = page.rows.filter((row) => !first.has(row.id));
  const rows = [...matching, ...(ordered ? inRuns(rest) : rest)];
  const names = await namesOf(ctx, rows.flatMap(peopleIn));
  return { rows: rows.map((row) => asSeenBy(actor, row)), next: page.next, counts, countCap: COUNT_CAP, now, names };
}

function inRuns(rows: readonly ListRow[]): readonly ListRow[] {
  return withoutLongRuns(rows.map((row) => ({ kind: row.state.kind, row }))).map(({ row }) => row);
}

/** History with filters: every proposal, decided or not, newest first. */
export async function readHistory(
  ctx: Context,
  actor: PersonActor,
  filter: ListFilter,
  after: Cursor | null,
  limit: number,
): Promise<{ readonly rows: readonly ListRow[]; readonly next: Cursor | null; readonly names: ReadonlyMap<PersonId, string> }> {
  const page = await ctx.store.read.history(filter, after, limit);
  // A list narrowed by how things were decided would tell it.
  const tells = filter.statuses !== undefined || filter.decidedBy !== undefined;
  const rows = page
    .filter((row) => !(tells && openLook(row) === "double" && isSealedFor(actor, row)))
    .map((row) => asSeenBy(actor, row));
  return { rows, next: nextCursor(page, limit, "age"), names: await namesOf(ctx, rows.flatMap(peopleIn)) };
}

/** The caller's own last decisions, newest first: the strip from which they undo. */
export async function lastDecisions(
  ctx: Context,
  actor: PersonActor,
  limit: number,
): Promise<{ readonly rows: readonly ListRow[]; readonly names: ReadonlyMap<PersonId, string> }> {
  const rows = await ctx.store.read.lastDecisions(actor.personId, limit);
  return { rows: rows.map((row) => asSeenBy(actor, row)), names: await namesOf(ctx, rows.flatMap(peopleIn)) };
}

/** Everyone a row names: deciders, signers, who is looking, whose it is. */
export function peopleIn(row: ListRow): readonly PersonId[] {
  const looking = row.lease === null ? [] : [row.lease.personId];
  const assigned = row.assigneeId === null ? [] : [row.assigneeId];
  return [...(row.state.decision?.by ?? []), ...row.state.signatures.map((signature) => signature.by), ...looking, ...assigned];
}
