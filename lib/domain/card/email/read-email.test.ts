import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import type { Card } from "../card";
import { cardInput, type FixtureParts } from "../fixtures/card-fixture";
import { headlineText, spansText } from "../headline-text";
import { readCard } from "../read-card";

const MAIL: JsonObject = { to: ["dana@customer.example"], subject: "Order W1234", body: "Hello Dana, it ships tomorrow." };

function read(fields: JsonObject = {}, more: Partial<FixtureParts> = {}): Card {
  return readCard(cardInput("email", { action: "email.send", arguments: { ...MAIL, ...fields }, ...more }));
}

function failures(card: Card): readonly string[] {
  return card.checks.filter(({ state }) => state === "failed").map(({ id, because }) => `${id}: ${because ?? ""}`);
}

function facts(card: Card): Readonly<Record<string, string>> {
  return Object.fromEntries(card.facts.map(({ label, value }) => [label, spansText(value)]));
}

describe("the card of a message", () => {
  it("says who gets it, the subject, and every word of it", () => {
    const card = read();
    expect(headlineText(card)).toBe("Send to dana@customer.example");
    expect(facts(card)).toEqual({ To: "dana@customer.example", Subject: "Order W1234" });
    expect(card.diff?.type === "text" ? card.diff.lines.map(({ spans }) => spansText(spans)) : []).toEqual([
      "Hello Dana, it ships tomorrow.",
    ]);
    expect(failures(card)).toEqual([]);
    expect(card.undo).toContain("Held until the undo window ends");
  });

  it("sets only the words apart that differ from the last approved message", () => {
    const last = { lastApprovedArguments: { ...MAIL, body: "Hello Dana, it ships on Monday." } };
    const { diff } = read({}, { history: last });
    const spans = diff?.type === "text" ? (diff.lines[0]?.spans ?? []) : [];
    expect(diff?.subject).toBe("message, against the last approved");
    expect(spans.filter(({ type }) => type === "added")).toEqual([{ type: "added", text: "tomorrow" }]);
  });

  it("names hidden copies and attachments", () => {
    const card = read({ bcc: "boss@rival.example", attachments: [{ filename: "invoice.pdf", size: 84_000 }] });
    expect(headlineText(card)).toBe("Send to 2 people");
    expect(facts(card)).toMatchObject({ "Hidden copy": "boss@rival.example", Attached: "invoice.pdf, 84 kB" });
  });

  it.each<[string, JsonObject, string]>([
    ["no recipient", { to: [] }, "recipients: "],
    ["what is no address", { to: ["dana"] }, "recipients: dana"],
    ["a look-alike domain", { to: ["d@acrne.com"], from: "s@acme.com" }, "look-alike: acrne.com, not acme.com"],
    ["a name that poses", { to: '"ceo@bank.example" <x@evil.example>' }, "display-name: ceo@bank.example goes to x@evil.example"],
    ["a missing attachment", { body: "The invoice is attached." }, "attachment: "],
    ["an unfilled field", { body: "Hello {{name}}." }, "merge-fields: {{name}}"],
    ["a value that was missing", { body: "Hello undefined, it ships." }, "merge-fields: undefined"],
    ["nobody addressed", { body: "Dear ,\nit ships." }, "merge-fields: Dear ,"],
    ["a password that only begins like a word", { body: "password: required1x" }, "secrets: a password"],
    ["a link to a look-alike", { body: "See https://www.paypa1.com/x" }, "links: www.paypa1.com, not paypal.com"],
    ["a shortened link", { body: "See https://bit.ly/x" }, "links: bit.ly"],
    ["no text", { body: " " }, "text: "],
  ])("flags %s", (_what, fields, failure) => {
    expect(failures(read(fields))).toEqual([failure]);
  });

  it("holds recipients of a reply against the thread", () => {
    const before = { from: "dana@customer.example", body: "Where is it?" };
    expect(failures(read({ thread_id: "t1" }, { before }))).toEqual([]);
    const more = read({ thread_id: "t1", cc: ["eve@other.example"] }, { before });
    expect(failures(more)).toEqual(["in-thread: eve@other.example", "reply-all: 2, 1 in the thread"]);
    // Who says to be of a house that nobody in the thread belongs to brings no colleagues.
    const posing = read({ thread_id: "t1", from: "a@evil.example", cc: ["b@evil.example"] }, { before });
    expect(failures(posing)).toEqual(["in-thread: b@evil.example", "reply-all: 2, 1 in the thread"]);
  });

  it("does not claim to have read HTML that hides, or a picture", () => {
    expect(read({ html: "<p>Hi</p><p style='display:none'>x</p>" }).unreadable.join()).toContain("not shown");
    expect(read({ html: "<p>Hi <img src='x'></p>" }).unreadable.join()).toContain("1 image");
  });

  it("asks where it goes among addresses that could be mistaken for it", () => {
    const { decisive } = read();
    expect(decisive?.value).toBe("dana@customer.example");
    expect(new Set([decisive?.value, ...(decisive?.decoys ?? [])]).size).toBe(4);
  });
});
