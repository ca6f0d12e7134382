import { STAKES, STAKES_WORD } from "../words";
import { moneyWords } from "./money-words";
import { change, type PolicyChange } from "./policy-change";
import type { PolicyDocument } from "./policy-document";
import { harmAt, pricesOf, type Prices } from "./prices";

/** Changes of what looking and errors cost. Never riskier: prices let nothing through, they are what figures and the queue's order are worked out with. */
export function priceChanges(before: PolicyDocument, after: PolicyDocument): readonly PolicyChange[] {
  const [old, now] = [pricesOf(before), pricesOf(after)];
  const price = (path: string, subject: string, of: (prices: Prices) => number) =>
    change(`prices.${path}`, subject, priceWords(of(old), old), priceWords(of(now), now), false);
  return [
    ...price("hour", "An hour of looking", ({ hour }) => hour),
    ...STAKES.flatMap((stakes) =>
      price(`harm.${stakes}`, `One error, ${STAKES_WORD[stakes]}`, (prices) => harmAt(prices, stakes)),
    ),
  ];
}

/** `60.00 EUR`; without a currency it is assumed. */
function priceWords(amount: number, { currency }: Prices): string {
  const words = moneyWords(amount, currency);
  return currency === null ? `${words}, assumed` : words;
}
