import type { QueueView, ShownRow } from "./queue-view";

/** From so many on, look-alikes are one line: two are read as fast as the line that would stand for them. */
export const FOLDED_FROM = 3;

/** One line of the list: a row for itself, or one that stands for all that are like it. */
export interface Line {
  readonly row: ShownRow;
  /** How many it stands for, itself included. */
  readonly count: number;
}

/**
 * The lines of a section. Look-alikes fold into the place of the first; the line shows the selected one of them, else the first. What left, came back
 * or was put aside stands for itself, so that nothing about it is hidden.
 */
export function linesOf(rows: readonly ShownRow[], selected: string | null): readonly Line[] {
  const groups = new Map<string, ShownRow[]>();
  for (const row of rows) if (folds(row)) groups.set(row.alike, [...(groups.get(row.alike) ?? []), row]);
  return rows.flatMap((row): Line[] => {
    const group = folds(row) ? (groups.get(row.alike) ?? []) : [];
    if (group.length < FOLDED_FROM) return [{ row, count: 1 }];
    if (group[0] !== row) return [];
    return [{ row: group.find(({ id }) => id === selected) ?? row, count: group.length }];
  });
}

/** The section with one row a line: what J and K step through. */
export function folded(view: QueueView, selected: string | null): QueueView {
  return { ...view, rows: linesOf(view.rows, selected).map(({ row }) => row) };
}

/** How many loaded rows are like this one, itself included. */
export function alikeCount(rows: readonly ShownRow[], id: string | null): number {
  const row = rows.find((one) => one.id === id);
  return row === undefined || !folds(row) ? 1 : rows.filter((one) => folds(one) && one.alike === row.alike).length;
}

function folds(row: ShownRow): boolean {
  return row.alike !== "" && row.status === "pending" && row.left === null && row.refused === null && !row.later;
}
