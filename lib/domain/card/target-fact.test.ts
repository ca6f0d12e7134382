import { describe, expect, it } from "vitest";

import type { JsonObject } from "../json";
import type { Target } from "../proposal";
import { KINDS } from "../words";
import type { CardInput } from "./card";
import { ALL_FIXTURES } from "./fixtures/all-fixtures";
import { onCard } from "./fixtures/on-card";
import { spansText } from "./headline-text";
import { readCard } from "./read-card";

const refund = (target: Target, fields: JsonObject = {}): CardInput => ({
  kind: "payment",
  action: {
    name: "payment.refund",
    arguments: { order: "W2378156", amount: "48.00", currency: "EUR", payee: "Dana Wu", ...fields },
  },
  target,
  before: null,
  after: null,
  history: { earlierToCounterpart: null, lastApprovedArguments: null },
  at: 0,
});
const targetOn = (input: CardInput) => {
  const found = readCard(input).facts.find(({ label }) => label === "Target");
  return found === undefined ? null : { value: spansText(found.value), note: found.note };
};
const failedOn = (input: CardInput): string | undefined =>
  readCard(input).checks.find(({ id }) => id === "target-named")?.because ?? undefined;

describe("the target on a card", () => {
  it.each(KINDS)("shows what it names that nothing else of a card of kind %s says", (kind) => {
    for (const { name, input } of ALL_FIXTURES[kind]) {
      const target = {
        system: "zqsystem",
        environment: "production",
        resource: "zqresource",
        url: "https://zqhost.example/zqpath",
      };
      const shown = onCard(readCard({ ...input, target }));
      for (const part of ["zqsystem", "zqresource", "zqhost.example/zqpath"]) expect(shown, `${kind}, ${name}`).toContain(part);
    }
  });

  it("names system and resource as one fact, and the address below", () => {
    const target = { system: "Stripe", resource: "charge ch_77", url: "https://pay.example/ch_77" };
    expect(targetOn(refund(target))).toEqual({ value: "Stripe · charge ch_77", note: "https://pay.example/ch_77" });
  });

  it("says an address that stands alone as the fact", () => {
    expect(targetOn(refund({ url: "https://pay.example/ch_77" }))?.value).toBe("https://pay.example/ch_77");
  });

  it("repeats nothing that the card says word for word", () => {
    expect(targetOn(refund({ system: "payment", resource: "order W2378156" }))).toBeNull();
    expect(targetOn(refund({ resource: "order W2378156/../7" }))?.value).toBe("order W2378156/../7");
  });

  it("leaves to the arguments what they name by the same sort and number", () => {
    expect(targetOn(refund({ resource: "orders W9" }, { order: null, order_id: "W9" }))).toBeNull();
    expect(targetOn(refund({ resource: "orders W9" }, { customer_id: "W9" }))?.value).toBe("orders W9");
  });

  it("takes the name of a table for no system", () => {
    const sql = { ...refund({ system: "orders" }), kind: "sql" as const };
    const input = { ...sql, action: { name: "db.query", arguments: { sql: "DELETE FROM orders WHERE id = 7" } } };
    expect(targetOn(input)?.value).toBe("orders");
  });

  it("has no place on a card without a target", () => {
    expect(targetOn(refund({}))).toBeNull();
    expect(targetOn({ ...refund({}), target: null })).toBeNull();
  });

  it("marks characters that nobody would see", () => {
    expect(targetOn(refund({ resource: "order W9\u200b" }))?.value).toContain("⟨U+200B⟩");
    expect(targetOn(refund({ system: "Stripe", url: "https://a.example/\u202e" }))?.note).toContain("⟨U+202E⟩");
  });
});

describe("a target and arguments that name two things", () => {
  it.each([
    ["order W1", { order: "W2378156" }, "W1, not W2378156"],
    ["Order #W1", { order: null, orderId: "W2" }, "W1, not W2"],
    ["order W9", { order_id: "W9" }, "W9, not W2378156"],
    ["orders 71", { order: null, order_number: 72 }, "71, not 72"],
  ])("fail: %s and %j", (resource, fields, because) => {
    expect(failedOn(refund({ resource }, fields))).toBe(because);
  });

  it.each([
    ["order W2378156", {}],
    ["order w2378156", { order: "#W2378156" }],
    // Of another sort, or without a number of its own: nothing to hold it against.
    ["charge ch_77", {}],
    ["order history", {}],
    ["order W1", { order: null, customer_id: "C7" }],
  ])("pass in silence: %s and %j", (resource, fields) => {
    expect(failedOn(refund({ resource }, fields))).toBeUndefined();
  });
});
