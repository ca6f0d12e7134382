/** A 95 % interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const REPLICATES = 400;
const TAIL = 0.025;

/**
 * The percentile bootstrap (Efron 1979): items drawn with replacement, the statistic computed of each draw, its middle 95 %. Items with the same key are
 * alike: `statistic` is given each of them once, with how often it was drawn. The same seed gives the same interval. Null where fewer
 * than nine draws in ten have the statistic at all.
 */
export function bootstrap<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  statistic: (distinct: readonly Item[], counts: readonly number[]) => number | null,
  seed: number,
): Interval | null {
  const places = new Map<string, number>();
  const distinct: Item[] = [];
  const placeOf = items.map((item) => {
    const key = keyOf(item);
    const place = places.get(key) ?? distinct.push(item) - 1;
    places.set(key, place);
    return place;
  });
  const next = mulberry32(seed);
  const found: number[] = [];
  for (let replicate = 0; replicate < REPLICATES; replicate += 1) {
    const counts = distinct.map(() => 0);
    for (let drawn = 0; drawn < items.length; drawn += 1) {
      const place = placeOf[Math.floor(next() * items.length)] ?? 0;
      counts[place] = (counts[place] ?? 0) + 1;
    }
    const value = statistic(distinct, counts);
    if (value !== null) found.push(value);
  }
  if (items.length === 0 || found.length < 0.9 * REPLICATES) return null;
  const sorted = Float64Array.from(found).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { low: at(TAIL), high: at(1 - TAIL) };
}

/** Numbers between 0 and 1 that a seed decides (Tommy Ettinger's Mulberry32): enough for resampling, and for nothing secret. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
