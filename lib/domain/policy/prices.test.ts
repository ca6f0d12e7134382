import fc from "fast-check";
import { expect, it } from "vitest";

import { policyWith } from "../../../test/policy-builders";
import { stake } from "../placement";
import type { Stakes } from "../words";
import { ASSUMED_PRICES, harmAt, pricesOf } from "./prices";

const NEIGHBOURS = fc.constantFrom(
  ...([
    ["T0", "T1"],
    ["T1", "T2"],
    ["T2", "T3"],
  ] as const),
);
const OURS = { currency: "JPY", hour: 4_000, harm: { S0: 0, S1: 900, S2: 1_000, S3: 90_000, S4: 900_000 } };

it("a document that names no prices counts with assumed ones, which have no currency", () => {
  expect(pricesOf(policyWith())).toBe(ASSUMED_PRICES);
  expect(pricesOf(null).currency).toBeNull();
  const prices = pricesOf(policyWith({ prices: OURS }));
  expect([prices.currency, prices.hour, harmAt(prices, "S3")]).toEqual(["JPY", 4_000, 90_000]);
});

it("the queue’s order goes by what an error costs, times the checks that failed, and never past a tier", () => {
  const [assumed, ours] = [ASSUMED_PRICES, pricesOf(policyWith({ prices: OURS }))];
  const rank = (prices: typeof assumed, stakes: Stakes, failedChecks: number) =>
    stake({ tier: "T2" }, { harm: harmAt(prices, stakes), failedChecks });
  // Five times the harm stands above one failed check; a ninth more does not.
  expect(rank(assumed, "S2", 0)).toBeGreaterThan(rank(assumed, "S1", 1));
  expect(rank(ours, "S1", 1)).toBeGreaterThan(rank(ours, "S2", 0));
  const harm = fc.double({ min: 0, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(NEIGHBOURS, harm, harm, fc.nat(40), fc.nat(40), ([low, high], one, other, failed, fewer) => {
      expect(stake({ tier: high }, { harm: one, failedChecks: 0 })).toBeGreaterThan(
        stake({ tier: low }, { harm: other, failedChecks: failed }),
      );
      expect(stake({ tier: low }, { harm: Math.max(one, other), failedChecks: failed + fewer })).toBeGreaterThanOrEqual(
        stake({ tier: low }, { harm: Math.min(one, other), failedChecks: Math.min(failed, fewer) }),
      );
    }),
  );
});
