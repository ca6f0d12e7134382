import type { Line } from "./folds";
import { linesOf } from "./folds";
import type { QueueView, ShownRow } from "./queue-view";

/** `down` and `up` step from line to line; `on` is where the open card goes, as when it was decided. */
export type Way = "down" | "up" | "on";

/** Whose list it is, and whether look-alikes are one line of it. */
export interface Reader {
  readonly me: string;
  readonly fold: boolean;
}

/** What of a view says which card comes next. */
export type List = Pick<QueueView, "rows" | "arrivals">;

/**
 * The card that comes next from this one; null where there is none. A step leads to the line below or above. Where the open card goes, it is the one
 * below, else the one above, else what has arrived; what somebody else has or is about to open only when nothing else is left. What was put aside
 * comes when nothing else is left, whichever way.
 */
export function nextCard(list: List, from: string | null, way: Way, reader: Reader): string | null {
  if (way === "on") return onFrom(list, from, reader);
  const rows = inTurn(reader.fold ? linesOf(list.rows, from).map(({ row }) => row) : list.rows, from);
  return rows[rows.findIndex(({ id }) => id === from) + (way === "down" ? 1 : -1)]?.id ?? null;
}

function onFrom({ rows, arrivals }: List, from: string | null, { me, fold }: Reader): string | null {
  const isFree = ({ lease }: ShownRow): boolean => lease === null || lease.by.id === me;
  // The open line is gone through card by card, where they stand; of any other it is the first card that nobody else has.
  const lines = fold ? linesOf(rows, from, from) : rows.map(alone);
  const cards = inTurn(
    lines.map(({ row, rows: all }) => (row.id === from ? row : (all.find(isFree) ?? row))),
    from,
  );
  const at = cards.findIndex(({ id }) => id === from);
  const others = cards.filter(({ id }) => id !== from);
  const below = new Set(cards.slice(at + 1));
  const free = others.filter(isFree);
  const open = free.length > 0 ? free : others;
  return (open.find((row) => below.has(row)) ?? open.at(-1) ?? arrivals[0])?.id ?? null;
}

function alone(row: ShownRow): Line {
  return { row, count: 1, rows: [row] };
}

/** The rows without what left and, while anything else is left, without what was put aside. */
function inTurn(rows: readonly ShownRow[], from: string | null): readonly ShownRow[] {
  const here = rows.filter((row) => row.left === null || row.id === from);
  const now = here.filter((row) => !row.later || row.id === from);
  return now.some((row) => row.id !== from) ? now : here;
}
