import { expect, test } from "vitest";

import type { JsonObject } from "../json";
import { aboutKind } from "../card/kinds";
import type { Kind } from "../words";
import type { CanarySource } from "./canary";

const REFUND = { order: "W2345678", amount: "48.00", currency: "EUR", to: "card_4242" };

function made(kind: Kind, mutation: string, source: Partial<CanarySource> & { readonly arguments: JsonObject }): CanarySource {
  const { arguments: given, ...rest } = source;
  const found = aboutKind(kind).canaries.find(({ name }) => name === mutation);
  const whole = { action: { name: "any", arguments: given }, target: null, before: null, after: null, ...rest };
  const canary = found?.apply(whole, 0);
  if (!canary) throw new Error(`${mutation} makes nothing of this`);
  return canary.source;
}

test("a wrong amount is what the record would hold afterwards, under whatever key; what stays as it was is not touched", () => {
  const canary = made("payment", "decimal_shift", {
    arguments: REFUND,
    before: { order: "W2345678", total: "48.00", refunded: "0.00" },
    after: { order: "W2345678", total: "48.00", refunded: "48.00" },
  });
  expect(canary.action.arguments).toMatchObject({ amount: "480.00" });
  expect(canary.before).toEqual({ order: "W2345678", total: "48.00", refunded: "0.00" });
  expect(canary.after).toEqual({ order: "W2345678", total: "48.00", refunded: "480.00" });
});

test("what stands twice by chance is left alone", () => {
  const canary = made("payment", "decimal_shift", {
    arguments: { ...REFUND, amount: "5" },
    before: { items: "6", refunded: "0" },
    after: { items: "5", refunded: "5" },
  });
  expect(canary.after).toEqual({ items: "5", refunded: "5" });
});

test.each([
  ["payment", "altered_duplicate", REFUND, "order"],
  ["record", "same_name_company", { id: "W2345678", stage: "won" }, "id"],
] as const)("%s: another thing than was meant has its own records, before and after (%s)", (kind, mutation, given, key) => {
  const canary = made(kind, mutation, {
    arguments: given,
    before: { [key]: "W2345678", stage: "open" },
    after: { [key]: "W2345678", stage: "won" },
  });
  const other = canary.action.arguments[key];
  expect(other).not.toBe("W2345678");
  expect(canary.before).toEqual({ [key]: other, stage: "open" });
  expect(canary.after).toEqual({ [key]: other, stage: "won" });
});
