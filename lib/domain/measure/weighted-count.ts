import { gammaQuantile } from "./special-functions";

/** Some counted items that stand for `weight` items each: 1 where everything is looked at, 1 / sampling rate where a share is. */
export interface WeightedCount {
  readonly count: number;
  readonly weight: number;
}

/** An estimated total with its 95 % interval. */
export interface TotalEstimate {
  readonly total: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The Horvitz–Thompson estimate (1952) of a total, with the interval of Fay and Feuer (1997) for weighted sums of counts, which holds for
 * small counts too and for none at all. `strata` lists every weight that was sampled with, also those under which nothing was found: the
 * largest of them is what one unseen item could stand for.
 */
export function horvitzThompson(strata: readonly WeightedCount[]): TotalEstimate {
  let total = 0;
  let variance = 0;
  let heaviest = 0;
  for (const { count, weight } of strata) {
    total += count * weight;
    variance += count * weight * weight;
    heaviest = Math.max(heaviest, weight);
  }
  if (heaviest === 0) return { total: 0, low: 0, high: 0 };
  const low = total === 0 ? 0 : (variance / total) * gammaQuantile(0.025, (total * total) / variance);
  const upTotal = total + heaviest;
  const upVariance = variance + heaviest * heaviest;
  return { total, low, high: (upVariance / upTotal) * gammaQuantile(0.975, (upTotal * upTotal) / upVariance) };
}
