import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import type { Card } from "../card";
import { cardInput, type FixtureParts } from "../fixtures/card-fixture";
import { ORDER, REFUND } from "../fixtures/payment";
import { headlineText, spansText } from "../headline-text";
import { readCard } from "../read-card";

function read(fields: JsonObject = {}, more: Partial<FixtureParts> = {}): Card {
  return readCard(
    cardInput("payment", { action: "payment.refund", arguments: { ...REFUND, ...fields }, before: ORDER, ...more }),
  );
}

function failures(card: Card): readonly string[] {
  return card.checks.filter(({ state }) => state === "failed").map(({ id, because }) => `${id}: ${because ?? ""}`);
}

describe("what the account stood at", () => {
  const [amount] = read({}, { action: "payout.create", before: { balance: "1200.00", currency: "EUR" } }).facts;
  it("is said as sent, and nothing is worked out from it", () => {
    expect(amount?.note).toBe("balance before 1,200.00 EUR, as sent");
  });
});

describe("the card of a refund", () => {
  it("says the exact amount and who gets it, and leaves no question open where the order covers it", () => {
    const card = read();
    expect(headlineText(card)).toBe("Refund 48.00 EUR to Dana Wu");
    expect(card.facts.map(({ label, value }) => `${label}: ${spansText(value)}`)).toEqual([
      "Amount: 48.00 EUR",
      "To: Dana Wu card ··4242",
      "Reason: damaged item",
      "Order: W2345678",
    ]);
    expect(card.facts[0]).toMatchObject({ hero: true, note: "of order 96.00 · refunded before 0.00" });
    expect(card.checks.map(({ state }) => state)).toEqual(card.checks.map(() => "passed"));
    expect(card.openQuestions).toBe(0);
    expect(card.undo).toContain("Held until the undo window ends");
  });

  it("shows what was refunded, before and after", () => {
    const { diff } = read();
    const row = diff?.type === "fields" ? diff.rows[0] : undefined;
    expect(row).toMatchObject({ path: "/refunded" });
    expect([spansText(row?.before ?? []), spansText(row?.after ?? [])]).toEqual(["0.00", "48.00"]);
  });

  it.each<[string, JsonObject, string]>([
    ["more than is left", { amount: "96.01" }, "within-order: 96.00 EUR left"],
    ["another currency", { currency: "GBP" }, "currency: GBP, the order is in EUR"],
    ["another account with the same end", { to: "card_99994242" }, "payee: card_99994242, on record card_4242"],
    ["an account whose parts are joined otherwise", { to: "card-4242" }, "payee: card-4242, on record card_4242"],
    ["an account in other letters", { to: "CARD_4242" }, "payee: CARD ··4242, on record card ··4242"],
    ["another order", { order: "W1" }, "same-order: W1, not W2345678"],
    ["nothing", { amount: "0.00" }, "positive: 0.00 EUR"],
  ])("flags %s", (_what, fields, failure) => {
    expect(failures(read(fields))).toEqual([failure]);
  });

  it.each<[string, string, boolean]>([
    ["billing@acme-corp.com", "billing@acmecorp.com", false],
    ["billing@acme-corp.com", "Billing@acme-corp.com", false],
    ["billing@acme-corp.com", "billing@Acme-Corp.COM", true],
    ["DE89370400440532013000", "de89 3704 0044 0532 0130 00", true],
    ["acct_1Nv0FG", "acct_1nv0fg", false],
  ])("holds the account on record, %s, against %s: the same is %s", (account, to, same) => {
    const card = read({ to }, { before: { ...ORDER, method: account } });
    expect(failures(card).some((failure) => failure.startsWith("payee"))).toBe(!same);
  });

  it("flags exactly the last approved payment", () => {
    expect(failures(read({}, { history: { lastApprovedArguments: REFUND } }))).toEqual(["repeated: "]);
  });

  it("leaves the question open where the order was not sent", () => {
    const card = read({}, { before: {} });
    expect(card.checks.find(({ id }) => id === "within-order")).toMatchObject({ state: "not_run" });
    expect(card.openQuestions).toBe(1);
  });

  it.each([{ amount: "1.250,00" }, { amount: "48.00", refund_amount: "480.00" }, { amount: null }])(
    "summarises no amount that it cannot read exactly: %j",
    (fields) => {
      expect(read(fields).unreadable).toContain("amount: none that can be read exactly");
    },
  );

  it("asks for the amount among slips that really happen", () => {
    const { decisive } = read();
    expect(decisive).toMatchObject({ value: "48.00 EUR" });
    expect(decisive?.decoys).toContain("480.00 EUR");
  });

  it.each(["EUR or so", "euros", 978])("shows what names no currency as it was sent: %s", (currency) => {
    const card = read({ currency });
    expect(failures(card).join()).toContain("currency");
    expect(JSON.stringify(card.diff)).toContain(String(currency));
  });

  it.each([
    ["a second payee", { beneficiary: "GB33BUKB20201555555555" }, "GB33BUKB20201555555555"],
    ["a second reason", { memo: "split with the intern" }, "split with the intern"],
    ["what a payee says beside name and account", { payee: { name: "Dana Wu", account: "acct_1", via: "agent 9" } }, "agent 9"],
    ["a payee that is no party", { recipient: ["a", "b"] }, "b"],
  ])("shows %s", (_, more, shown) => {
    expect(JSON.stringify(read({ reason: "damaged", ...more }).diff)).toContain(shown);
  });

  it("shows every argument that has no place of its own", () => {
    const { diff } = read({ notify: "nobody" });
    expect(diff?.type === "fields" ? diff.rows.map(({ path }) => path) : []).toContain("/notify");
  });

  it("takes what was paid for no refund: all of a paid order may be given back", () => {
    const before = { currency: "EUR", total: "96.00", paid: "96.00", refunds: [] };
    const card = read({ amount: "96.00" }, { before });
    expect(card.facts[0]?.note).toBe("of order 96.00 · refunded before 0.00");
    expect(card.checks.find(({ id }) => id === "within-order")?.state).toBe("passed");
    expect(read({}, { before: { ...before, refunds: null } }).checks.find(({ id }) => id === "within-order")?.state).toBe(
      "not_run",
    );
  });

  it("gives back no more than was paid", () => {
    const before = { currency: "EUR", total: "96.00", paid: "40.00", refunds: [] };
    expect(failures(read({}, { before }))).toContain("within-order: 40.00 EUR left");
  });

  it("says of a payment in parts what was paid before", () => {
    const card = read({}, { action: "invoice.pay", before: { currency: "EUR", total: "96.00", amount_paid: "60.00" } });
    expect(card.facts[0]?.note).toBe("of order 96.00 · paid before 60.00");
    expect(failures(card)).toContain("within-order: 36.00 EUR left");
  });

  it.each<JsonObject>([{ amount: 4800 }, { amount: { value: 4800, currency: "EUR" } }, { amount: null, refund_amount: 4800 }])(
    "says what a whole number would be in minor units: %j",
    (fields) => {
      const [amount] = read(fields, { target: { system: "adyen" } }).facts;
      expect(amount).toMatchObject({ note: "48.00 EUR if meant in minor units", alarming: true });
    },
  );
});
