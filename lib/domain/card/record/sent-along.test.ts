import { describe, expect, it } from "vitest";

import type { JsonObject } from "../../json";
import type { Card } from "../card";
import { cardInput, type FixtureParts } from "../fixtures/card-fixture";
import { headlineText, spansText } from "../headline-text";
import { leftToRead } from "../long-payload";
import { readCard } from "../read-card";

const TICKET = { id: "T1", name: "Globex", cascade: true };

function read(sent: JsonObject, parts: Partial<FixtureParts> = { before: TICKET }): Card {
  return readCard(cardInput("record", { action: "ticket.delete", arguments: { id: "T1", ...sent }, ...parts }));
}

function rows(card: Card): readonly string[] {
  if (card.diff?.type !== "fields") return [];
  return card.diff.rows
    .filter(({ change }) => change !== "context")
    .map(({ field, change, before }) => `${change} ${field}: ${spansText(before)}`);
}

describe("what a deletion sends along", () => {
  it("is said as that below the fields that go, and is none of them whatever the record before holds", () => {
    const gone = ["removed name: Globex", "removed id: T1", "removed cascade: yes"];
    expect(rows(read({ cascade: true }))).toEqual([...gone, "sent cascade: yes"]);
    expect(rows(read({ name: "Other", reason: "twice" }))).toEqual([...gone, "sent name · reason: Other · twice"]);
    expect(headlineText(read({ name: "Other" }))).toBe("Delete Globex");
  });

  it("is no record that was sent", () => {
    const card = read({ reason: "twice" }, {});
    expect(rows(card)).toEqual(["sent reason: twice"]);
    expect(card.checks.find(({ id }) => id === "takes-away")?.state).toBe("failed");
  });

  it("locks what of it has no row, and does not say of it that it stays", () => {
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`field_${String(at)}`, `value ${String(at)}`]));
    const card = read(many);
    expect(card.diff?.more).toEqual({ count: 8, unlike: 8 });
    expect(leftToRead(card, { id: "T1", ...many }, { end: false, payload: false })).not.toBeNull();
  });
});
