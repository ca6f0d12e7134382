import { KINDS } from "../words";
import type { Forecast } from "./calibration";
import { FLAG, isBad, isEvidence, type HistoryColumns } from "./history-columns";
import { wilson } from "./intervals";
import { at, type Judged } from "./replay";

/** The bad rate among the least risky share of the items, with its 95 % band. */
export interface CurvePoint {
  readonly share: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** Checked items that it rests on. */
  readonly checked: number;
}

export interface Curve {
  readonly points: readonly CurvePoint[];
  /** Area under the curve: the mean bad rate over all shares. Smaller is a better order of a better agent. */
  readonly area: number | null;
}

const STEPS = 40;
/** Checked items under which a point would be noise. */
const CHECKED_LEAST = 20;
const DETECTED_WEIGHT = 100;
const TIER_WEIGHT = 1_000;

/**
 * Risk against coverage (El-Yaniv and Wiener 2010): items ordered by tier, then by whether a detector fired, then by how often the agent's items
 * of the kind were wrong; what share could run alone, and how much of it would be bad. Each checked item counts as many as it stands for; the
 * band is Wilson's on the effective number of items (Kish 1965).
 */
export function riskCoverage(columns: HistoryColumns, judged: Judged, rows: Uint32Array): Curve {
  const rates = groupRates(columns, rows);
  const risk = Float64Array.from(
    rows,
    (index) =>
      at(judged.tier, index) * TIER_WEIGHT +
      ((at(columns.flags, index) & FLAG.detected) !== 0 ? DETECTED_WEIGHT : 0) +
      at(rates, groupOf(columns, index)),
  );
  const order = Uint32Array.from(rows, (_, place) => place).sort((a, b) => at(risk, a) - at(risk, b) || a - b);
  const row = (place: number): number => at(rows, at(order, place));
  const weight = (place: number): number => (isEvidence(columns, row(place)) ? at(columns.weight, row(place)) : 0);
  return curveOf(order.length, weight, (place) => isBad(columns, row(place)));
}

/**
 * The curve of `count` items that stand in their order, least risky first. `weightAt` says how many items the one at a place stands for, 0 where
 * it was never checked; `isBadAt` is asked only of those that were.
 */
export function curveOf(count: number, weightAt: (place: number) => number, isBadAt: (place: number) => boolean): Curve {
  const points: CurvePoint[] = [];
  let [weight, squares, bad, checked] = [0, 0, 0, 0];
  for (let place = 0; place < count; place += 1) {
    const stands = weightAt(place);
    if (stands > 0) {
      weight += stands;
      squares += stands * stands;
      checked += 1;
      if (isBadAt(place)) bad += stands;
    }
    const due = Math.ceil(((points.length + 1) * count) / STEPS);
    if (place + 1 < due || checked < CHECKED_LEAST) continue;
    const effective = (weight * weight) / squares;
    const { low, high } = wilson((bad / weight) * effective, effective);
    points.push({ share: (place + 1) / count, rate: bad / weight, low, high, checked });
  }
  return { points, area: areaOf(points) };
}

function groupOf({ kind, agent }: HistoryColumns, index: number): number {
  return at(agent, index) * KINDS.length + at(kind, index);
}

/** Bad rate of each agent × kind, drawn to 1 % by a hundred items so that a few do not decide the order. */
function groupRates(columns: HistoryColumns, rows: Uint32Array): Float64Array {
  const groups = columns.agents.length * KINDS.length;
  const [bad, all] = [new Float64Array(groups), new Float64Array(groups)];
  for (const index of rows) {
    if (!isEvidence(columns, index)) continue;
    const group = groupOf(columns, index);
    const stands = at(columns.weight, index);
    all[group] = at(all, group) + stands;
    if (isBad(columns, index)) bad[group] = at(bad, group) + stands;
  }
  return Float64Array.from(bad, (count, group) => (count + 1) / (at(all, group) + 100));
}

function areaOf(points: readonly CurvePoint[]): number | null {
  if (points.length < 2) return null;
  let [area, from] = [0, points[0]];
  for (const to of points.slice(1)) {
    if (from !== undefined) area += ((to.rate + from.rate) / 2) * (to.share - from.share);
    from = to;
  }
  return area;
}

/** The labelled items that declared a confidence. */
export function forecastsOf(columns: HistoryColumns, rows: Uint32Array): readonly Forecast[] {
  const found: Forecast[] = [];
  for (const index of rows) {
    const confidence = at(columns.confidence, index);
    if (!Number.isNaN(confidence) && isEvidence(columns, index)) found.push({ confidence, right: !isBad(columns, index) });
  }
  return found;
}

/** How many items declared a confidence in each of `bins` parts of equal width: what a floor would cut. */
export function confidenceHistogram({ confidence }: HistoryColumns, rows: Uint32Array, bins: number): readonly number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const index of rows) {
    const value = at(confidence, index);
    if (Number.isNaN(value)) continue;
    const bin = Math.min(bins - 1, Math.floor(value * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
