import { describe, expect, it } from "vitest";

import type { JsonObject } from "../../json";
import type { Card, FieldChange } from "../card";
import { cardInput, type FixtureParts } from "../fixtures/card-fixture";
import { headlineText } from "../headline-text";
import { readCard } from "../read-card";

const ORDER = { id: "o_1", stage: "open", amount: "10.00", total: "10.00", updated_at: "2026-11-20T09:00:00Z" };

function read(fields: JsonObject, after?: JsonObject, more: Partial<FixtureParts> = { before: ORDER }): Card {
  const parts = { action: "crm.update", arguments: { id: "o_1", ...fields }, ...(after === undefined ? {} : { after }) };
  return readCard(cardInput("record", { ...parts, ...more }));
}

function rows(card: Card): readonly FieldChange[] {
  return card.diff?.type === "fields" ? card.diff.rows.filter(({ change }) => change !== "context") : [];
}

function expected(card: Card): readonly string[] {
  return rows(card)
    .filter((row) => row.expected === true)
    .map(({ path }) => path);
}

function check(card: Card, id: string): string {
  const found = card.checks.find((one) => one.id === id);
  return `${found?.state ?? "none"}: ${found?.because ?? ""}`;
}

describe("what only the record after of a call has", () => {
  it("is told apart below what the arguments set, and the check says that no argument is called so", () => {
    const card = read(
      { city: "Ulm", amount: "12.00" },
      { ...ORDER, city: "Ulm", amount: "12.00", total: "14.00", updated_at: "2026-11-29T09:00:00Z" },
    );
    expect(rows(card).map(({ path }) => path)).toEqual(["/amount", "/city", "/total", "/updated_at"]);
    expect(expected(card)).toEqual(["/total", "/updated_at"]);
    expect(check(card, "after-agrees")).toBe("not_run: no argument is called total, updated at");
    expect(headlineText(card)).toBe("Update o_1: 2 fields");
  });

  it("names four of many, and says that there are more", () => {
    const many = Object.fromEntries(["a", "b", "c", "d", "e"].map((key) => [key, 1]));
    expect(check(read({ stage: "won" }, { ...ORDER, stage: "won", ...many }), "after-agrees")).toBe(
      "not_run: no argument is called a, b, c, d, …",
    );
  });

  it("is no part of what the headline says that is done", () => {
    const won = { ...ORDER, stage: "won" };
    expect(headlineText(read({}, won))).toBe("Update o_1");
    expect(headlineText(read({ total: "11.00" }, { ...won, total: "11.00" }))).toBe("Update o_1: total → 11.00");
  });

  it("is no proof that something changes", () => {
    expect(check(read({}, { ...ORDER, stage: "won" }), "changes")).toBe("not_run: the arguments set no field");
    expect(check(read({ stage: "open" }, { ...ORDER, total: "9.00" }), "changes")).toBe("failed: ");
  });

  it("is none where the arguments hold all of it, also as what names a new record", () => {
    const made = read({ owner_id: "U1", stage: "new" }, { id: "o_1", owner_id: "U1", stage: "new" }, {});
    expect(expected(made)).toEqual([]);
    expect(check(made, "after-agrees")).toBe("passed: ");
    expect(expected(read({ "a/b~c": 1 }, { ...ORDER, "a/b~c": 1 }))).toEqual([]);
    const other = read({ owner_id: "U1" }, { id: "o_1", owner_id: "U2" }, {});
    expect(expected(other)).toEqual(["/owner_id"]);
  });

  it("is none where the changes are worked out from the arguments", () => {
    expect(expected(read({ stage: "won" }))).toEqual([]);
    expect(expected(read({}, undefined, { action: "crm.delete", before: ORDER }))).toEqual([]);
  });
});

describe("a record after that is sent with what is no update", () => {
  it("makes no update of a deletion, a merge or a closing", () => {
    const gone = read({}, ORDER, { action: "crm.delete", before: ORDER });
    expect(headlineText(gone)).toBe("Delete o_1");
    expect(gone.undo).toBe("Can be created again from the record before, under a new id");
    expect(rows(gone).every(({ change }) => change === "removed")).toBe(true);
    expect(rows(gone)).toHaveLength(5);
    const merged = read({ into: "o_2" }, { ...ORDER, stage: "merged" }, { action: "crm.merge", before: ORDER });
    expect(merged.undo).toBe("Only by hand: one record has gone into another");
    const closed = read({}, { ...ORDER, stage: "closed" }, { action: "crm.close", before: ORDER });
    expect(closed.undo).toBe("No way to undo is known for this tool");
    expect(expected(closed)).toEqual(["/stage"]);
    expect(read({ stage: "closed" }, { ...ORDER, stage: "closed" }, { action: "crm.close", before: ORDER }).undo).toContain(
      "can be set back",
    );
  });
});

describe("what only the record after of a share has", () => {
  it("is told apart", () => {
    const card = readCard(
      cardInput("file", {
        action: "file.share",
        arguments: { path: "plan.pdf", with: "dana@a.example" },
        before: { people: 1 },
        after: { people: 2 },
      }),
    );
    expect(expected(card)).toEqual(["/access/people"]);
  });
});

describe("what only the record after of a payment has", () => {
  const refund = (after: JsonObject): Card =>
    readCard(
      cardInput("payment", {
        action: "payment.refund",
        arguments: { order: "W1", amount: "10.00", currency: "EUR", to: "card_4242" },
        before: { id: "W1", currency: "EUR", total: "96.00", refunded: "0.00", status: "paid" },
        after: { id: "W1", currency: "EUR", total: "96.00", status: "paid", ...after },
      }),
    );

  it("is told apart, but for the refunded total that the amount makes", () => {
    expect(expected(refund({ refunded: "10.00", status: "refunded" }))).toEqual(["/status"]);
    expect(expected(refund({ refunded: "1.00" }))).toEqual(["/refunded"]);
  });
});
