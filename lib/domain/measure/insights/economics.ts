import type { Stakes } from "../../words";
import { harmAt, type Prices } from "../../policy/prices";

/** What looks cost, and what they returned, in the currency of the prices. */
export interface Returned {
  readonly cost: number;
  /** What one bad item cost to find; null where none was found. */
  readonly perBad: number | null;
  /** Harm prevented for each 1 spent; null where nothing was spent. */
  readonly forEach: number | null;
}

/**
 * What looks returned: `p_bad × s × harm > review cost`, with the bad rate times the chance of seeing it being what was found (design: policy §4.1).
 * Waiting is not priced.
 */
export function returned(found: { readonly bad: number; readonly seconds: number }, stakes: Stakes, prices: Prices): Returned {
  const cost = (found.seconds / 3_600) * prices.hour;
  const prevented = found.bad * harmAt(prices, stakes);
  return { cost, perBad: found.bad === 0 ? null : cost / found.bad, forEach: cost === 0 ? null : prevented / cost };
}
