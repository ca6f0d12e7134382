import { STAKES, type Stakes } from "../words";
import type { PolicyDocument } from "./policy-document";

/** What looking costs and what an error costs: the one place from which figures, the economics line and the queue's order take it. */
export interface Prices {
  /** ISO 4217 code; null while the policy names no prices and these are assumed. */
  readonly currency: string | null;
  /** An hour of looking. */
  readonly hour: number;
  /** One error, by stakes from S0 to S4. */
  readonly harm: readonly number[];
}

/** Assumed until an admin names prices in the policy, and printed as assumed (design: policy §4.1). */
export const ASSUMED_PRICES: Prices = { currency: null, hour: 60, harm: [1, 10, 50, 500, 5_000] };

/** The prices that a document names, or those that are assumed where it names none, or where there is none. */
export function pricesOf(document: Pick<PolicyDocument, "prices"> | null): Prices {
  const named = document?.prices;
  if (named === undefined) return ASSUMED_PRICES;
  return { currency: named.currency, hour: named.hour, harm: STAKES.map((stakes) => named.harm[stakes]) };
}

/** What one error costs at these stakes. */
export function harmAt({ harm }: Pick<Prices, "harm">, stakes: Stakes): number {
  return harm[STAKES.indexOf(stakes)] ?? 0;
}
