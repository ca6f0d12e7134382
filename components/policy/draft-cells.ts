import type { CellTreatment, Loosest } from "../../lib/domain/policy/cell-treatment";
import { keptLoosest } from "../../lib/domain/policy/loosest";
import { KINDS, type Kind, type Reversibility, type Stakes, type Tier } from "../../lib/domain/words";
import { edited, type DraftDocument } from "./draft";

/** One cell of the two grids. */
export interface CellPlace {
  readonly stakes: Stakes;
  readonly reversibility: Reversibility;
}

type Cell = DraftDocument["matrix"]["S0"]["R0"];
type Acts = Omit<Cell, "perKind">;

/** What a cell does for a kind; for all kinds where `kind` is null. `own` is false where the kind does as all kinds do. */
export function actsOf(matrix: DraftDocument["matrix"], place: CellPlace, kind: Kind | null): Acts & { readonly own: boolean } {
  const cell = matrix[place.stakes][place.reversibility];
  const own = kind === null ? undefined : cell.perKind?.[kind];
  const { start, loosest } = own ?? cell;
  return { start, loosest, own: kind === null || own !== undefined };
}

/** How many cells of its own each kind has, for those that have any. */
export function kindsWithOwn(matrix: DraftDocument["matrix"]): ReadonlyMap<Kind, number> {
  const cells = Object.values(matrix).flatMap((row) => Object.values(row));
  const counts = KINDS.map((kind) => [kind, cells.filter((cell) => cell.perKind?.[kind] !== undefined).length] as const);
  return new Map(counts.filter(([, count]) => count > 0));
}

/** The text with another start of a cell. How loose it may become moves along only where it could not stay. */
export function withStart(text: string, place: CellPlace, kind: Kind | null, start: CellTreatment): string {
  return withActs(text, place, kind, ({ loosest }, critical) => ({ start, loosest: keptLoosest(start, loosest, critical) }));
}

/** The text with another `loosest` of a cell. */
export function withLoosest(text: string, place: CellPlace, kind: Kind | null, loosest: Loosest): string {
  return withActs(text, place, kind, ({ start }) => ({ start, loosest }));
}

/** The text in which a kind does as all kinds do in a cell. */
export function withoutOwn(text: string, place: CellPlace, kind: Kind): string {
  return withCell(text, place, (cell) => {
    const { perKind, ...acts } = cell;
    const others = Object.entries(perKind ?? {}).filter(([other]) => other !== kind);
    return others.length === 0 ? acts : { ...acts, perKind: Object.fromEntries(others) };
  });
}

/** The text with another tier of a cell. One that becomes critical is not loosened any more, for no kind. */
export function withTier(text: string, place: CellPlace, tier: Tier): string {
  const { stakes, reversibility } = place;
  const tiered = edited(text, (document) => ({
    ...document,
    tiers: { ...document.tiers, [stakes]: { ...document.tiers[stakes], [reversibility]: tier } },
  }));
  if (tier !== "T3") return tiered;
  return withCell(tiered, place, ({ perKind, ...acts }) => {
    const fixed = { ...acts, loosest: "start" };
    if (perKind === undefined) return fixed;
    return {
      ...fixed,
      perKind: Object.fromEntries(Object.entries(perKind).map(([kind, own]) => [kind, { ...own, loosest: "start" }])),
    };
  });
}

function withActs(text: string, place: CellPlace, kind: Kind | null, change: (acts: Acts, critical: boolean) => Acts): string {
  return withCell(text, place, (cell, critical) => {
    if (kind === null) return { ...cell, ...change(cell, critical) };
    const { start, loosest } = cell.perKind?.[kind] ?? cell;
    return { ...cell, perKind: { ...cell.perKind, [kind]: change({ start, loosest }, critical) } };
  });
}

function withCell(
  text: string,
  { stakes, reversibility }: CellPlace,
  change: (cell: Cell, critical: boolean) => unknown,
): string {
  return edited(text, (document) => {
    const row = document.matrix[stakes];
    const changed = change(row[reversibility], document.tiers[stakes][reversibility] === "T3");
    return { ...document, matrix: { ...document.matrix, [stakes]: { ...row, [reversibility]: changed } } };
  });
}
