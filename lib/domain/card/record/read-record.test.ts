import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import { predict } from "../budget";
import type { Card } from "../card";
import { cardInput, type FixtureParts } from "../fixtures/card-fixture";
import { ACME } from "../fixtures/record";
import { headlineText, spansText } from "../headline-text";
import { readCard } from "../read-card";

function read(changes: JsonObject, more: Partial<FixtureParts> = {}): Card {
  const after = { ...ACME, ...changes };
  return readCard(
    cardInput("record", { action: "crm.update", arguments: { id: "c_812", ...changes }, before: ACME, after, ...more }),
  );
}

function tokensOf(card: Card): number {
  return predict({ card, treatment: "review", device: "keyboard" }).mustReadTokens;
}

function failures(card: Card): readonly string[] {
  return card.checks.filter(({ state }) => state === "failed").map(({ id, because }) => `${id}: ${because ?? ""}`);
}

function rows(card: Card): readonly string[] {
  if (card.diff?.type !== "fields") return [];
  const changes = card.diff.rows.filter(({ change }) => change !== "context");
  return changes.map(({ field, before, after }) => `${field}: ${spansText(before)} → ${spansText(after)}`);
}

describe("the card of a record update", () => {
  it("is the difference, most consequential first", () => {
    const card = read({ city: "Hamburg", owner: "L. Ortiz", stage: "won" });
    expect(headlineText(card)).toBe("Update Acme Ltd: 3 fields");
    expect(rows(card)).toEqual(["stage: trial → won", "owner: A. Silva → L. Ortiz", "city: Berlin → Hamburg"]);
    expect(card.diff).toMatchObject({ unchanged: 5 });
    expect(failures(card)).toEqual([]);
    expect(card.undo).toBe("Each field can be set back to the value before");
  });

  it("says a single change in its headline", () => {
    expect(headlineText(read({ stage: "won" }))).toBe("Update Acme Ltd: stage → won");
  });

  it("names the record, its system and its environment", () => {
    const card = read({ stage: "won" }, { target: { system: "Salesforce", environment: "production" } });
    expect(card.facts.map(({ label, value }) => `${label}: ${spansText(value)}`)).toEqual([
      "Record: c_812",
      "Environment: production",
      "Target: Salesforce",
    ]);
  });

  it.each<[string, JsonObject, Partial<FixtureParts>, string]>([
    ["another record", { id: "c_999", stage: "won" }, { after: { ...ACME, stage: "won" } }, "same-record: c_999, not c_812"],
    ["a record after that differs", { city: "Hamburg" }, { after: { ...ACME, city: "Bremen" } }, "after-agrees: city"],
    ["another type", { employees: "many" }, {}, "value-types: employees"],
    ["no change", {}, {}, "changes: "],
    [
      "a person’s recent edit",
      { stage: "won" },
      { before: { ...ACME, updated_by: "Ana", updated_at: "2026-11-22T09:00:00Z" } },
      "human-edit: Ana, 1 day ago",
    ],
    ["do-not-contact lifted", { do_not_contact: false }, { before: { ...ACME, do_not_contact: true } }, "do-not-contact: "],
  ])("flags %s", (_what, changes, more, failure) => {
    expect(failures(read(changes, more))).toContain(failure);
  });

  it("shows what the arguments set and the record after leaves out", () => {
    expect(rows(read({ role: "admin" }, { after: ACME }))).toEqual(["role:  → admin"]);
  });

  it("says the whole of a name, counts a long one as read, and calls one past naming unreadable", () => {
    const way = { notifications: { preferences: { workspace_defaults: { newsletter_and_tips: { zqadmin: true } } } } };
    const whole = "settings notifications preferences workspace defaults newsletter and tips zqadmin";
    const card = read({ settings: way });
    expect(rows(card)).toEqual([`${whole}:  → yes`]);
    // The row has it; the headline would be cut by a list.
    expect(headlineText(card)).toBe("Update Acme Ltd: 1 field");
    const name = `set_${"quite_".repeat(24)}zqlong`;
    const switched = (key: string): Card => read({ [key]: true }, { before: { ...ACME, [key]: false } });
    expect(headlineText(switched(name))).toBe("Update Acme Ltd: 1 field");
    // Ten as of any field, and “set quite zqlong”.
    expect(tokensOf(switched(name))).toBe(13);
    expect(read({ [name]: true }).unreadable).toEqual([]);
    expect(read({ [name.repeat(20)]: true }).unreadable).toEqual(["arguments: a line of 3080 characters"]);
  });

  it.each([
    [
      "an owner",
      { ticket_id: "T9", owner_id: "U-mal", phone: "2" },
      { id: "U-mal", phone: "1" },
      ["Record", "ticket id", "owner id"],
    ],
    ["what it is a duplicate of", { id: "T9", duplicate_of_id: "T9" }, { id: "T9", phone: "1" }, ["Record", "duplicate of id"]],
    ["not itself twice", { id: "T9" }, { id: "T9", phone: "1" }, ["Record"]],
    ["not itself twice by its table", { ticket_id: "T9" }, { table: "tickets", id: "T9", record: {} }, ["Record"]],
  ])("names, whatever id the record before says is its own, %s", (_what, called, before, labels) => {
    const card = readCard(cardInput("record", { action: "ticket.update", arguments: called, before }));
    expect(card.facts.map(({ label }) => label)).toEqual([...labels, "Environment"]);
  });

  it.each<readonly [JsonObject, string]>([
    [{ amount: -500, payment_id: "gift_card_7" }, "refund −500.00 to gift_card_7"],
    [{ amount: 12.5, paymentMethod: "card_4242" }, "payment 12.50 with card_4242"],
    [{ amount: -500, from: "Dana" }, "amount -500, from Dana"],
    [{ amount: 500, to: "Dana" }, "amount 500, to Dana"],
  ])("says whom an entry of payments is to or from as the entry does: %j", (entry, says) => {
    const before = { ...ACME, refunds: [{ id: 1 }] };
    const card = read({ refunds: [{ id: 1 }, entry] }, { before });
    expect(rows(card)[0]).toBe(`refunds: 1 entry → + ${says}`);
  });

  it("counts what is folded, and what of it is unlike the rest", () => {
    const changes = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`field_${String(at)}`, "x"]));
    expect(read(changes).diff).toMatchObject({ more: { count: 3, unlike: 3 } });
  });

  it("says that what is deleted comes back under another id", () => {
    const card = readCard(cardInput("record", { action: "crm.delete", arguments: { id: "c_812" }, before: ACME }));
    expect(card.undo).toContain("under a new id");
    expect(headlineText(card)).toBe("Delete Acme Ltd");
  });

  it("makes no update of a deletion or a merge because a record after was sent", () => {
    const sent = { before: ACME, after: ACME };
    const gone = readCard(cardInput("record", { action: "crm.delete", arguments: { id: "c_812" }, ...sent }));
    expect(headlineText(gone)).toBe("Delete Acme Ltd");
    expect(gone.undo).toContain("under a new id");
    expect(rows(gone)).toHaveLength(6);
    const merged = readCard(cardInput("record", { action: "crm.merge", arguments: { id: "c_812", into: "c_9" }, ...sent }));
    expect(merged.undo).toBe("Only by hand: one record has gone into another");
  });
});
