import { actionPattern, fitsLoosely, foldName, type ActionPattern } from "./action-pattern";

interface Bucket<Item> {
  readonly pattern: ActionPattern;
  readonly items: { readonly item: Item; readonly order: number }[];
}

/** Items by action-name pattern; finding those that fit a name does not touch the others. */
export interface PatternIndex<Item> {
  /** Buckets by the literal text before the first `*`; a pattern without `*` is its own prefix. */
  readonly byPrefix: ReadonlyMap<string, readonly Bucket<Item>[]>;
  /** The lengths that occur among the prefixes: the only ones worth looking up. */
  readonly lengths: readonly number[];
}

/** Indexes items once; equal patterns share a bucket. */
export function indexByPattern<Item>(items: readonly Item[], patternOf: (item: Item) => string): PatternIndex<Item> {
  const buckets = new Map<string, Bucket<Item>>();
  items.forEach((item, order) => {
    const text = patternOf(item);
    const bucket = buckets.get(text) ?? { pattern: actionPattern(text), items: [] };
    bucket.items.push({ item, order });
    buckets.set(text, bucket);
  });
  const byPrefix = new Map<string, Bucket<Item>[]>();
  for (const bucket of buckets.values()) {
    const sharing = byPrefix.get(bucket.pattern.prefix);
    if (sharing === undefined) byPrefix.set(bucket.pattern.prefix, [bucket]);
    else sharing.push(bucket);
  }
  const lengths = [...new Set([...byPrefix.keys()].map((prefix) => prefix.length))].sort((a, b) => a - b);
  return { byPrefix, lengths };
}

/** The items whose pattern fits the name loosely, each with its pattern, in the order they were given. */
export function findByName<Item>(
  index: PatternIndex<Item>,
  name: string,
): readonly { readonly item: Item; readonly pattern: ActionPattern }[] {
  const folded = foldName(name);
  const found: { item: Item; pattern: ActionPattern; order: number }[] = [];
  for (const length of index.lengths) {
    if (length > folded.length) break;
    for (const { pattern, items } of index.byPrefix.get(folded.slice(0, length)) ?? []) {
      if (!fitsLoosely(pattern, folded)) continue;
      for (const { item, order } of items) found.push({ item, pattern, order });
    }
  }
  return found.length < 2 ? found : found.sort((a, b) => a.order - b.order);
}
