import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import type { FieldChange } from "../card";
import { cardInput } from "../fixtures/card-fixture";
import { spansText } from "../headline-text";
import { mustReadTokens } from "../must-read";
import { readCard } from "../read-card";

const DEAL: JsonObject = { id: "d_7", name: "Acme", owner: "A. Silva", deal_stage: "closed_won", amount: 12_000, city: "Berlin" };

function read(fields: JsonObject, before: JsonObject = DEAL, action = "crm.update"): ReturnType<typeof readCard> {
  return readCard(cardInput("record", { action, arguments: { id: "d_7", ...fields }, before }));
}

function context(card: ReturnType<typeof readCard>): readonly string[] {
  const rows: readonly FieldChange[] = card.diff?.type === "fields" ? card.diff.rows : [];
  const found = rows.filter(({ change }) => change === "context");
  return found.map(({ field, before, after }) => `${field}: ${spansText(before)} | ${spansText(after)}`);
}

describe("what of a record stays as it is", () => {
  it("is its owner, stage and value, on one line and not to be read", () => {
    const card = read({ city: "Hamburg" });
    const line = "A. Silva · closed won · 12000";
    expect(context(card)).toEqual([`owner · deal stage · amount: ${line} | ${line}`]);
    expect(card.diff).toMatchObject({ unchanged: 2 });
    expect(mustReadTokens(card)).toBe(mustReadTokens(read({ city: "Hamburg" }, { id: "d_7", name: "Acme", city: "Berlin" })));
  });

  it("leaves out what changes", () => {
    expect(context(read({ owner: "L. Ortiz", amount: 9 }))).toEqual(["deal stage: closed won | closed won"]);
    expect(context(read({ owner: "L. Ortiz", amount: 9, deal_stage: "lost" }))).toEqual([]);
  });

  it("is what was there where nobody says what becomes of it", () => {
    expect(context(read({}, DEAL, "deal.close"))).toEqual(["owner · deal stage · amount: A. Silva · closed won · 12000 | "]);
  });

  it("is no text that goes on, and nothing where none of them is on the record", () => {
    expect(context(read({ city: "Hamburg" }, { id: "d_7", owner: "x".repeat(61), city: "Berlin" }))).toEqual([]);
  });
});
