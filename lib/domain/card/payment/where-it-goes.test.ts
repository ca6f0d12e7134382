import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import type { Card } from "../card";
import { cardInput } from "../fixtures/card-fixture";
import { spansText } from "../headline-text";
import { readCard } from "../read-card";

const ORDER: JsonObject = { id: "W1", currency: "EUR", total: "96.00", refunded: "0.00", method: "card_4242" };
const REFUND: JsonObject = { order_id: "W1", amount: "48.00", currency: "EUR", to: "card_4242" };

function cardOf(fields: JsonObject, before: JsonObject = ORDER, action = "payment.refund"): Card {
  return readCard(cardInput("payment", { action, arguments: { ...REFUND, ...fields }, before }));
}

function check(card: Card, id: string): string {
  const found = card.checks.find((one) => one.id === id);
  return `${found?.state ?? "none"} ${found?.because ?? ""}`.trim();
}

describe("the payee", () => {
  it.each<[string, JsonObject, JsonObject]>([
    ["a second account", { iban: "GB33BUKB20201555555555" }, ORDER],
    [
      "an account beside a number that is on record",
      { to: { id: "cus_1", iban: "GB33BUKB20201555555555" } },
      { ...ORDER, method: null, customer: { id: "cus_1", iban: "DE89370400440532013000" } },
    ],
  ])("is not the one on record with %s", (_what, fields, before) => {
    expect(check(cardOf(fields, before), "payee")).toContain("failed IBAN ··5555");
  });

  it("is the one on record where every account of it is", () => {
    const customer = { id: "cus_1", iban: "DE89370400440532013000" };
    expect(check(cardOf({ to: customer }, { ...ORDER, method: null, customer }), "payee")).toBe("passed");
  });
});

describe("an amount with a stop and three digits", () => {
  it.each(["48.000", "1.250", "999.999"])("may be thousands, and is not read: %s", (amount) => {
    expect(cardOf({ amount }).unreadable).toContain("amount: none that can be read exactly");
  });

  it("is read where the currency has three decimals, and where it is a number", () => {
    const hero = (fields: JsonObject): string => spansText(cardOf(fields, {}).facts[0]?.value ?? []);
    expect(hero({ amount: "1.250", currency: "KWD" })).toBe("1.250 KWD");
    expect(hero({ amount: 48.0 })).toBe("48.00 EUR");
    expect(hero({ amount: "48.0000" })).toBe("48.00 EUR");
  });
});

describe("an order that names no currency", () => {
  it("is not held against figures without decimals", () => {
    const card = cardOf({ amount: "9600", currency: "JPY" }, { ...ORDER, currency: null });
    expect(check(card, "within-order")).toBe("not_run the currencies differ");
    expect(card.openQuestions).toBe(1);
    expect(JSON.stringify(card.diff)).not.toContain("96.00");
  });
});

describe("a payment to a creditor", () => {
  it("is none that gives anything back, whatever it is filed under", () => {
    const paid = { ...ORDER, paid: "96.00", payments: [{ amount: "96.00", date: "2026-11-20" }] };
    const card = cardOf({ amount: "96.00" }, paid, "creditors.pay");
    expect(check(card, "within-order")).toBe("failed 0.00 EUR left");
    expect(check(card, "repeated")).toBe("failed 96.00 EUR on 20 Nov 2026");
    expect(check(cardOf({ amount: "96.00" }, paid, "refunds.payout"), "within-order")).toBe("failed 0.00 EUR left");
  });
});
