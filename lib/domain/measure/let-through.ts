import { KINDS } from "../words";
import { isBad, isEvidence, type HistoryColumns } from "./history-columns";
import { at, runsAlone, stakesOfCell, type Judged } from "./replay";
import { horvitzThompson, type TotalEstimate, type WeightedCount } from "./weighted-count";

/** Bad items that a policy lets run without a look: expected from the items that somebody checked. */
export interface LetThrough {
  /** Null where too little was checked to say anything: nothing, or less than half of what runs alone. */
  readonly expected: TotalEstimate | null;
  /** What they cost, by stakes; null likewise. */
  readonly harm: number | null;
  /** Items that run alone and are judged by their group's checked ones. */
  readonly known: number;
  /** Items that run alone in groups of which fewer than 30 were checked: no estimate covers them. */
  readonly blind: number;
  /** Checks that would open the blind groups. */
  readonly checksNeeded: number;
  /** Bad ones among them that were seen: what the estimate rests on. */
  readonly seen: number;
}

/** Checked items from which a group's bad rate is estimated. */
export const CHECKED_ENOUGH = 30;
const CELLS = 20;
const GROUPS = KINDS.length * CELLS;

interface Groups {
  readonly items: Uint32Array;
  readonly checked: Uint32Array;
  readonly weight: Float64Array;
  readonly heaviest: Float64Array;
  readonly bad: readonly number[];
}

/**
 * Horvitz–Thompson with weights 1 / sampling rate, scaled to each group of kind × stakes × reversibility: what was looked at stands for all of its
 * group. History flatters looser policies, because what ran by itself has no label; a group that nobody checked is therefore left out and
 * counted as blind.
 */
export function estimateLetThrough(
  columns: HistoryColumns,
  judged: Judged,
  rows: Uint32Array,
  harm: readonly number[],
): LetThrough {
  const groups = gather(columns, judged, rows);
  let [known, blind, checksNeeded] = [0, 0, 0];
  const strata: WeightedCount[] = [];
  for (let group = 0; group < GROUPS; group += 1) {
    const [items, checked] = [at(groups.items, group), at(groups.checked, group)];
    if (items === 0) continue;
    if (isBlind(items, checked)) {
      blind += items;
      checksNeeded += Math.min(items, CHECKED_ENOUGH) - checked;
      continue;
    }
    known += items;
    strata.push({ count: 0, weight: at(groups.heaviest, group) * scaleOf(groups, group) });
  }
  let [harmed, seen] = [0, 0];
  for (const index of groups.bad) {
    const group = groupOf(columns, judged, index);
    if (isBlind(at(groups.items, group), at(groups.checked, group))) continue;
    const weight = at(columns.weight, index) * scaleOf(groups, group);
    strata.push({ count: 1, weight });
    harmed += weight * (harm[stakesOfCell(at(judged.cell, index))] ?? 0);
    seen += 1;
  }
  // A figure for the small part that is known would be read as one for all of it.
  if (known === 0 || blind > known) return { expected: null, harm: null, known, blind, checksNeeded, seen };
  return { expected: horvitzThompson(strata), harm: harmed, known, blind, checksNeeded, seen };
}

function gather(columns: HistoryColumns, judged: Judged, rows: Uint32Array): Groups {
  const bad: number[] = [];
  const items = new Uint32Array(GROUPS);
  const checked = new Uint32Array(GROUPS);
  const weights = new Float64Array(GROUPS);
  const heaviest = new Float64Array(GROUPS);
  for (const index of rows) {
    if (!runsAlone(at(judged.strictness, index))) continue;
    const group = groupOf(columns, judged, index);
    items[group] = at(items, group) + 1;
    if (!isEvidence(columns, index)) continue;
    const weight = at(columns.weight, index);
    checked[group] = at(checked, group) + 1;
    weights[group] = at(weights, group) + weight;
    heaviest[group] = Math.max(at(heaviest, group), weight);
    if (isBad(columns, index)) bad.push(index);
  }
  return { items, checked, weight: weights, heaviest, bad };
}

function groupOf({ kind }: HistoryColumns, { cell }: Judged, index: number): number {
  return at(kind, index) * CELLS + at(cell, index);
}

function isBlind(items: number, checked: number): boolean {
  return checked < Math.min(items, CHECKED_ENOUGH);
}

function scaleOf({ items, weight }: Groups, group: number): number {
  return at(items, group) / at(weight, group);
}
