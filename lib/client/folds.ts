import type { ShownRow } from "./queue-view";

/** From so many on, look-alikes are one line: two are read as fast as the line that would stand for them. */
export const FOLDED_FROM = 3;

/** One line of the list: a row for itself, or one that stands for all that are like it. */
export interface Line {
  readonly row: ShownRow;
  /** How many it stands for, itself included. */
  readonly count: number;
  /** Those that are left of them, in their order. */
  readonly rows: readonly ShownRow[];
}

/**
 * The lines of a section. Look-alikes fold into the place of the first; the line shows the selected one of them, else the first that is left. A fold
 * stays one when some of it is decided elsewhere, so that no row moves for that; what came back or was put aside stands for itself.
 */
export function linesOf(rows: readonly ShownRow[], selected: string | null, opened: string | null = null): readonly Line[] {
  const apart = rows.find((row) => row.id === opened && belongs(row))?.alike;
  const groups = new Map<string, ShownRow[]>();
  for (const row of rows) if (belongs(row)) groups.set(row.alike, [...(groups.get(row.alike) ?? []), row]);
  return rows.flatMap((row): Line[] => {
    const group = belongs(row) && row.alike !== apart ? (groups.get(row.alike) ?? []) : [];
    if (group.length < FOLDED_FROM) return [{ row, count: 1, rows: [row] }];
    if (group[0] !== row) return [];
    const left = group.filter(folds);
    return [{ row: group.find(({ id }) => id === selected) ?? left[0] ?? row, count: Math.max(1, left.length), rows: left }];
  });
}

/** How many loaded rows are like this one, itself included. */
export function alikeCount(rows: readonly ShownRow[], id: string | null): number {
  const row = rows.find((one) => one.id === id);
  return row === undefined || !folds(row) ? 1 : rows.filter((one) => folds(one) && one.alike === row.alike).length;
}

function belongs(row: ShownRow): boolean {
  return row.alike !== "" && row.refused === null && !row.later;
}

function folds(row: ShownRow): boolean {
  return belongs(row) && row.status === "pending" && row.left === null;
}
