import type { Forecast } from "./calibration";
import { wilson, type Interval } from "./intervals";

/** One bar of the reliability diagram. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly right: number;
  /** Mean declared confidence in the bin; null when it is empty. */
  readonly declared: number | null;
  readonly interval: Interval;
}

/** The Brier score with its parts: `brier = reliability − resolution + uncertainty + withinBins`. */
export interface CalibrationScore {
  readonly brier: number;
  /** How far declared and actual shares lie apart: 0 is best. */
  readonly reliability: number;
  /** How well the declarations tell items apart: more is better. */
  readonly resolution: number;
  /** What the base rate alone leaves open. */
  readonly uncertainty: number;
  /** What grouping into bins leaves over. */
  readonly withinBins: number;
  /** Expected calibration error: the mean distance between declared and actual share, weighted by bin. */
  readonly ece: number;
}

/** Groups forecasts into bins of equal width; 1 belongs to the last. */
export function reliabilityBins(items: readonly Forecast[], count = 10): readonly ReliabilityBin[] {
  const bins = Array.from({ length: count }, () => ({ count: 0, right: 0, declared: 0 }));
  for (const { confidence, right } of items) {
    const bin = bins[Math.min(count - 1, Math.floor(confidence * count))];
    if (bin === undefined) continue;
    bin.count += 1;
    bin.right += Number(right);
    bin.declared += confidence;
  }
  return bins.map((bin, index) => ({
    from: index / count,
    to: (index + 1) / count,
    count: bin.count,
    right: bin.right,
    declared: bin.count === 0 ? null : bin.declared / bin.count,
    interval: wilson(bin.right, bin.count),
  }));
}

/** Scores forecasts: Brier (1950) with Murphy's decomposition (1973) and what binning leaves over (Stephenson et al. 2008). Null without items. */
export function calibrationScore(items: readonly Forecast[], bins = reliabilityBins(items)): CalibrationScore | null {
  const n = items.length;
  if (n === 0) return null;
  const base = items.filter(({ right }) => right).length / n;
  const brier = items.reduce((sum, { confidence, right }) => sum + (confidence - Number(right)) ** 2, 0) / n;
  let [reliability, resolution, ece] = [0, 0, 0];
  for (const { count, right, declared } of bins) {
    if (declared === null) continue;
    const share = right / count;
    reliability += (count / n) * (declared - share) ** 2;
    resolution += (count / n) * (share - base) ** 2;
    ece += (count / n) * Math.abs(declared - share);
  }
  const uncertainty = base * (1 - base);
  return { brier, reliability, resolution, uncertainty, withinBins: brier - (reliability - resolution + uncertainty), ece };
}
