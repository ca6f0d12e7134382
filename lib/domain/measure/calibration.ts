/** One labelled item: what the agent declared, and whether it was right. */
export interface Forecast {
  /** Between 0 and 1. */
  readonly confidence: number;
  readonly right: boolean;
}

/** Labelled items from which an isotonic fit replaces shrinking. */
export const ISOTONIC_FROM = 200;
/** Below this many a calibrated figure is not known at all. */
export const CALIBRATED_FROM = 50;

/** One step of a fit that never falls: from this confidence on, this share was right. */
export interface FitStep {
  readonly from: number;
  readonly share: number;
  readonly count: number;
}

/** The isotonic fit by pooling adjacent violators (Ayer et al. 1955; Barlow et al. 1972). Empty without items. */
export function isotonicFit(items: readonly Forecast[]): readonly FitStep[] {
  const pools: { from: number; right: number; count: number }[] = [];
  for (const { confidence, right } of [...items].sort((a, b) => a.confidence - b.confidence)) {
    const last = pools.at(-1);
    // Equal declarations are one point: their order must not matter.
    if (last?.from === confidence) {
      last.right += Number(right);
      last.count += 1;
    } else pools.push({ from: confidence, right: Number(right), count: 1 });
  }
  const merged: typeof pools = [];
  for (const pool of pools) {
    let current = pool;
    for (
      let last = merged.at(-1);
      last !== undefined && last.right * current.count >= current.right * last.count;
      last = merged.at(-1)
    ) {
      current = { from: last.from, right: last.right + current.right, count: last.count + current.count };
      merged.pop();
    }
    merged.push(current);
  }
  return merged.map(({ from, right, count }) => ({ from, share: right / count, count }));
}

/** What a corrected figure rests on: the agent's own record, or the little of it there is drawn to the kind's base rate; nothing yet. */
export type CalibrationBasis = "fit" | "base_rate" | "unknown";

/** What an agent's figures were worth so far: a fit, or the base rate that they are shrunk to. */
export interface Calibration {
  readonly labelled: number;
  /** Share right among the labelled of the kind, with one right and one wrong added so that it is never 0 or 1. */
  readonly baseRate: number;
  readonly fit: readonly FitStep[];
}

/** Labelled items of a kind, and how many of them were right. */
export interface KindBase {
  readonly right: number;
  readonly labelled: number;
}

/** Fits an agent's own labelled items; `kindBase` counts those of every agent of the kind. */
export function calibrate(items: readonly Forecast[], kindBase: KindBase): Calibration {
  const fit = items.length >= ISOTONIC_FROM ? isotonicFit(items) : [];
  return withBase({ labelled: items.length, baseRate: 0, fit }, kindBase);
}

/** The same record beside another base: other agents' items move it too. */
export function withBase(calibration: Calibration, { right, labelled }: KindBase): Calibration {
  return { ...calibration, baseRate: (right + 1) / (labelled + 2) };
}

/** What the corrected figures of a record rest on. */
export function basisOf({ labelled, fit }: Pick<Calibration, "labelled" | "fit">): CalibrationBasis {
  if (labelled < CALIBRATED_FROM) return "unknown";
  return fit.length === 0 ? "base_rate" : "fit";
}

/**
 * A declared figure corrected by the record: the isotonic fit once 200 items are labelled; before that it is drawn to the kind's base rate,
 * the more the fewer items there are; null below 50.
 */
export function calibrated({ labelled, baseRate, fit }: Calibration, confidence: number): number | null {
  if (labelled < CALIBRATED_FROM) return null;
  if (fit.length === 0) {
    const trust = labelled / ISOTONIC_FROM;
    return trust * confidence + (1 - trust) * baseRate;
  }
  const step = fit.findLast(({ from }) => from <= confidence) ?? fit[0];
  return step?.share ?? null;
}
