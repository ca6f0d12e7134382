import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { cardInput } from "../fixtures/card-fixture";
import { readCard } from "../read-card";

const MONEY: JsonObject = { amount: "48.00", currency: "EUR", to: "card_4242" };
const ONCE = [{ amount: "48.00", date: "2026-11-20" }];

function check(id: string, action: string, before: JsonObject, fields: JsonObject = MONEY): string {
  const found = readCard(cardInput("payment", { action, arguments: fields, before })).checks.find((one) => one.id === id);
  return `${found?.state ?? "none"} ${found?.because ?? ""}`.trim();
}

describe("money that moved before", () => {
  it.each<[string, string, JsonObject, string]>([
    ["a refund of what was paid", "payment.refund", { payments: ONCE }, "passed"],
    ["a refund of what was refunded", "payment.refund", { refunds: ONCE }, "failed 48.00 EUR on 20 Nov 2026"],
    [
      "the same in a page of a list",
      "stripe.refunds.create",
      { refunds: { object: "list", data: ONCE } },
      "failed 48.00 EUR on 20 Nov 2026",
    ],
    ["a reversal of what was reversed", "card.reverse", { refunds: ONCE }, "failed 48.00 EUR on 20 Nov 2026"],
    ["a payment after a refund", "payout.create", { refunds: ONCE }, "passed"],
    ["a payment of what was paid", "payout.create", { payments: ONCE }, "failed 48.00 EUR on 20 Nov 2026"],
    ["a credit transfer of what was paid", "bank.credit_transfer", { payments: ONCE }, "failed 48.00 EUR on 20 Nov 2026"],
    ["a charge to a credit card after a refund", "credit_card.charge", { refunds: ONCE }, "passed"],
  ])("%s", (_, action, before, state) => {
    expect(check("repeated", action, before)).toBe(state);
  });
});

describe("the currency", () => {
  const bare = { amount: "48.00", to: "card_4242" };
  it("of what is given back is that of the record; elsewhere it has to be said", () => {
    expect(check("currency", "stripe.refunds.create", { currency: "EUR" }, bare)).toBe("passed");
    expect(check("currency", "stripe.refunds.create", {}, bare)).toBe("not_run the record before names none");
    expect(check("currency", "payout.create", { currency: "EUR" }, bare)).toBe("failed the order is in EUR");
    expect(check("currency", "payment.refund", { currency: "EUR" }, { ...bare, currency: "euros" })).toContain("failed");
  });
});
