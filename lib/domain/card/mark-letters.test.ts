import { describe, expect, it } from "vitest";

import type { JsonObject } from "../json";
import type { Card, Span } from "./card";
import { ALL_FIXTURES } from "./fixtures/all-fixtures";
import { cardInput } from "./fixtures/card-fixture";
import { withLettersMarked } from "./mark-letters";
import { readCard } from "./read-card";

/** `⟨Cyrillic а U+0430⟩pple`: as it is drawn, with what the mark is called. */
function drawn(spans: readonly Span[]): string {
  return spans.map((span) => (span.type === "mark" ? `⟨${span.name} ${span.codePoint}⟩` : span.text)).join("");
}

function update(fields: JsonObject, before: JsonObject = { id: "c_1", site: "apple.com" }): Card {
  return withLettersMarked(readCard(cardInput("record", { action: "crm.update", arguments: { id: "c_1", ...fields }, before })));
}

function rows({ diff }: Card): readonly string[] {
  if (diff?.type !== "fields") return [];
  return diff.rows.filter(({ change }) => change !== "context").map(({ before, after }) => `${drawn(before)} → ${drawn(after)}`);
}

describe("a letter that passes for one of another alphabet", () => {
  it.each([
    ["аpple.com", "⟨Cyrillic а U+0430⟩pple.com"],
    ["https://раypal.example/pay", "https://⟨Cyrillic ра U+0440 U+0430⟩ypal.example/pay"],
    ["асме.com", "⟨Cyrillic асме U+0430 U+0441 U+043C U+0435⟩.com"],
    ["apple.сom", "apple.⟨Cyrillic с U+0441⟩om"],
    ["dаna@acme.example", "d⟨Cyrillic а U+0430⟩na@acme.example"],
    ["gοοgle", "g⟨Greek οο U+03BF U+03BF⟩gle"],
    ["https://\u{1D41A}pple.com", "https://⟨look-alike \u{1D41A} U+1D41A⟩pple.com"],
    ["twice аpple, and аpple", "twice ⟨Cyrillic а U+0430⟩pple, and ⟨Cyrillic а U+0430⟩pple"],
  ])("is marked where it stands in %s", (value, says) => {
    expect(rows(update({ site: value }))).toContain(`apple.com → ${says}`);
  });

  it("is marked in headline, facts and lines, and in what was there before", () => {
    const card = update({ site: "apple.com" }, { id: "c_1", name: "Аcme", site: "аpple.com" });
    expect(rows(card)).toEqual(["⟨Cyrillic а U+0430⟩pple.com → apple.com"]);
    expect(drawn(card.headline)).toBe("Update ⟨Cyrillic А U+0410⟩cme: site → apple.com");
    const mail = { to: "dаna@acme.example", subject: "Invoice", body: "Pay at аpple.com, says Дана.\n\nYours" };
    const sent = withLettersMarked(readCard(cardInput("email", { action: "email.send", arguments: mail })));
    expect(drawn(sent.facts[0]?.value ?? [])).toContain("d⟨Cyrillic а U+0430⟩na@acme.example");
    const lines = sent.diff?.type === "text" ? sent.diff.lines.map(({ spans }) => drawn(spans)) : [];
    expect(lines).toContain("Pay at ⟨Cyrillic а U+0430⟩pple.com, says Дана.");
  });

  it("is marked in the words that went and in those that came, each as a text of its own", () => {
    const line = "Pay the invoice of last month to the shop that you know, at";
    const card = update({ note: `${line} аpple.com` }, { id: "c_1", note: `${line} аpples.com` });
    const [row] = card.diff?.type === "fields" ? card.diff.rows : [];
    expect(drawn(row?.before ?? [])).toContain("⟨Cyrillic а U+0430⟩pples.com");
    expect(drawn(row?.after ?? [])).toContain("⟨Cyrillic а U+0430⟩pple.com");
  });

  it("is none in an honest text of several languages", () => {
    const card = readCard(
      cardInput("record", {
        action: "crm.update",
        arguments: { id: "c_1", name: "IT-отдел", note: "Привет, Dana! Γειά, müller.de", file: "отчёт.pdf" },
        before: { id: "c_1" },
      }),
    );
    expect(withLettersMarked(card)).toBe(card);
  });

  it("stays a letter of its text, and makes no other card of it", () => {
    const cards = Object.values(ALL_FIXTURES).flatMap((fixtures) => fixtures.map(({ input }) => readCard(input)));
    const changed = cards.filter((card) => withLettersMarked(card) !== card);
    expect(changed.length).toBeGreaterThan(0);
    for (const card of changed) {
      const { headline, facts, diff, ...rest } = withLettersMarked(card);
      expect(card).toMatchObject(rest);
      expect(sent([...headline, ...facts.flatMap(({ value }) => value), ...inDiff(diff)])).toBe(
        sent([...card.headline, ...card.facts.flatMap(({ value }) => value), ...inDiff(card.diff)]),
      );
    }
  });
});

function inDiff(diff: Card["diff"]): readonly Span[] {
  if (diff?.type === "fields") return diff.rows.flatMap(({ before, after }) => [...before, ...after]);
  return diff === null ? [] : diff.lines.flatMap(({ spans }) => spans);
}

function sent(spans: readonly Span[]): string {
  return spans.map((span) => (span.type === "mark" ? (span.letters ?? span.codePoint) : span.text)).join("");
}
