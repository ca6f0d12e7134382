import { wilson } from "../intervals";

export const UNITS = ["items", "seconds", "per_hour", "days", "money", "times", "share", "coefficient"] as const;
/** What an amount is counted in; `share` is 1 for all, `times` compares with 1; a `coefficient` has no unit. */
export type Unit = (typeof UNITS)[number];

/** A share of counted things, with its 95 % interval (Wilson). Under 20 it is written as "2 of 7", never as a percentage. */
export interface ShareFigure {
  readonly type: "share";
  readonly count: number;
  readonly of: number;
  /** Between 0 and 1; null where nothing was counted. Weighted where each counted thing stands for more than itself. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
}

/** A size in some unit, and how many things it rests on. */
export interface AmountFigure {
  readonly type: "amount";
  readonly value: number | null;
  readonly unit: Unit;
  readonly of: number;
  /** A 95 % interval, where one is worked out. */
  readonly low?: number;
  readonly high?: number;
}

export type Figure = ShareFigure | AmountFigure;

/** `count` of `of`. */
export function share(count: number, of: number): ShareFigure {
  return { type: "share", count, of, share: of === 0 ? null : count / of, ...wilson(count, of) };
}

/** The share of those for which `is` holds. */
export function shareOf<Item>(items: readonly Item[], is: (item: Item) => boolean): ShareFigure {
  return share(items.filter(is).length, items.length);
}

/**
 * The share of a whole of which some were looked at, each standing for 1 / its chance (Hájek 1971). The interval is Wilson's on the effective
 * number of looks (Kish 1965).
 */
export function weightedShare(looks: readonly { readonly hit: boolean; readonly weight: number }[]): ShareFigure {
  const count = looks.filter(({ hit }) => hit).length;
  const weight = looks.reduce((sum, look) => sum + look.weight, 0);
  if (weight === 0) return share(count, looks.length);
  const hit = looks.reduce((sum, look) => sum + (look.hit ? look.weight : 0), 0);
  const effective = (weight * weight) / looks.reduce((sum, look) => sum + look.weight * look.weight, 0);
  const part = hit / weight;
  return { type: "share", count, of: looks.length, share: part, ...wilson(part * effective, effective) };
}

/** A size; null where it rests on nothing. */
export function amount(value: number | null, unit: Unit, of: number): AmountFigure {
  return { type: "amount", value: of === 0 ? null : value, unit, of };
}

/** The smallest figure that at least the share `q` of them does not pass; null of none. */
export function quantile(figures: readonly number[], q: number): number | null {
  const sorted = Float64Array.from(figures).sort();
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? null;
}

/** The quantile as a figure. */
export function quantileFigure(figures: readonly number[], q: number, unit: Unit): AmountFigure {
  return amount(quantile(figures, q), unit, figures.length);
}

/** Items by a key, in the order in which the keys first come. */
export function grouped<Item, Key extends string | number>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
