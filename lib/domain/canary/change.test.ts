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

test.each([
  ["closed_won", { stage: "closed won" }],
  ["do_not_contact", { do_not_contact: false }],
] as const)("%s: what the arguments did not set yet is in the record afterwards, too", (mutation, added) => {
  const canary = made("record", mutation, {
    arguments: { name: "Real Ltd", level: 30 },
    before: { name: "Real Ltd", level: 10 },
    after: { name: "Real Ltd", level: 30 },
  });
  expect(canary.action.arguments).toMatchObject(added);
  expect(canary.before).toEqual({ name: "Real Ltd", level: 10 });
  expect(canary.after).toEqual({ name: "Real Ltd", level: 30, ...added });
});

test("a record in its wrapper follows in the same way, and the wrapper names the other thing", () => {
  const wrap = (id: string, stage: string): JsonObject => ({ table: "deals", id, record: { deal: id, stage } });
  const [before, after] = [wrap("W2345678", "open"), wrap("W2345678", "lost")];
  const other = made("record", "same_name_company", { arguments: { id: "W2345678", stage: "lost" }, before, after });
  const { id } = other.action.arguments;
  expect(id).not.toBe("W2345678");
  expect(other.before).toMatchObject({ table: "deals", id });
  expect(other.after).toMatchObject({ table: "deals", id, record: { stage: "lost" } });
  const won = made("record", "closed_won", { arguments: { id: "W2345678", stage: "lost" }, before, after });
  expect(won.before).toEqual(before);
  expect(won.after).toEqual(wrap("W2345678", "closed won"));
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
