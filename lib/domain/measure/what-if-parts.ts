import { KINDS } from "../words";
import type { HistoryColumns } from "./history-columns";
import { at, runsAlone, type Judged } from "./replay";

/** Columns with what every step needs of them, computed once. */
export interface Prepared {
  readonly columns: HistoryColumns;
  /** Typical seconds of a card by kind, for items whose card was never timed. */
  readonly typicalSeconds: Float64Array;
  /** Rows with a known wait, longest first. */
  readonly byWait: Uint32Array;
  /** Seconds that an item without a known wait would typically have waited; null where nobody ever answered. */
  readonly typicalWait: number | null;
}

/** A card that nobody was shown and whose kind nobody saw: the middle of the standard cards (design: review §2.4). */
const SECONDS_DEFAULT = 9;
const P95 = 0.05;

/** Prepares columns for replay: sorts once, so that no step has to. */
export function prepare(columns: HistoryColumns): Prepared {
  const byKind = KINDS.map((): number[] => []);
  const known: number[] = [];
  for (let index = 0; index < columns.count; index += 1) {
    const seconds = at(columns.reading, index) / 10;
    if (seconds > 0) byKind[at(columns.kind, index)]?.push(seconds);
    if (at(columns.wait, index) > 0) known.push(index);
  }
  const overall = median(byKind.flat()) ?? SECONDS_DEFAULT;
  const byWait = Uint32Array.from(known).sort((a, b) => at(columns.wait, b) - at(columns.wait, a));
  const middle = byWait[Math.floor(byWait.length / 2)];
  return {
    columns,
    typicalSeconds: Float64Array.from(byKind, (seconds) => median(seconds) ?? overall),
    byWait,
    typicalWait: middle === undefined ? null : at(columns.wait, middle) - 1,
  };
}

function median(figures: number[]): number | null {
  return figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? null;
}

/** Seconds that one look at the item takes. */
export function readingSeconds({ columns, typicalSeconds }: Prepared, index: number): number {
  const tenths = at(columns.reading, index);
  return tenths > 0 ? tenths / 10 : at(typicalSeconds, at(columns.kind, index));
}

/**
 * Seconds that 95 % of all items waited at most, with people answering as fast as they did: what runs alone waits for nobody. Walks from the
 * longest wait down until a twentieth of the items is passed.
 */
export function waitP95({ columns, byWait, typicalWait }: Prepared, { strictness }: Judged, rows: Uint32Array): number | null {
  if (typicalWait === null) return null;
  const isIn = new Uint8Array(columns.count);
  let untimed = 0;
  for (const index of rows) {
    if (runsAlone(at(strictness, index))) continue;
    isIn[index] = 1;
    if (at(columns.wait, index) === 0) untimed += 1;
  }
  let left = Math.floor(rows.length * P95);
  for (const index of byWait) {
    const wait = at(columns.wait, index) - 1;
    if (untimed > 0 && wait < typicalWait) {
      left -= untimed;
      untimed = 0;
      if (left < 0) return typicalWait;
    }
    if (isIn[index] !== 1) continue;
    left -= 1;
    if (left < 0) return wait;
  }
  return untimed > left ? typicalWait : 0;
}
