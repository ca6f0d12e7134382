import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../json";
import type { Card } from "../card";
import { cardInput } from "../fixtures/card-fixture";
import { onCard } from "../fixtures/on-card";
import { readCard } from "../read-card";

function read(fields: JsonObject): Card {
  return readCard(
    cardInput("email", { action: "email.send", arguments: { to: "dana@acme.example", subject: "Hello", ...fields } }),
  );
}

function lines({ diff }: Card): readonly string[] {
  return diff?.type === "text"
    ? diff.lines.map(({ spans }) => spans.map((span) => (span.type === "mark" ? "" : span.text)).join(""))
    : [];
}

describe("an address in angle brackets", () => {
  it.each<[string, JsonObject]>([
    ["a recipient", { to: "Dana <dana@acme.example> eve@evil.example", body: "Hello." }],
    ["one of several", { cc: '"Bo" <bo@acme.example>, Ann <ann@acme.example> eve@evil.example', body: "Hello." }],
    ["one in a list", { bcc: ["Dana <dana@acme.example>eve@evil.example"], body: "Hello." }],
    ["one in an object", { to: { email: "Dana <dana@acme.example> eve@evil.example" }, body: "Hello." }],
    ["a name alone", { to: "eve@evil.example <>", body: "Hello." }],
  ])("of %s hides nothing that stands beside it, and does not count as read", (_, fields) => {
    const card = read(fields);
    expect(onCard(card)).toContain("eve@evil.example");
    expect(card.unreadable).toContain("recipients: one that names no address");
  });

  it("of a sender is shown as it was sent where there is nothing in it", () => {
    expect(onCard(read({ from: "Board of Acme <>", body: "Hello." }))).toContain("board of acme <>");
  });

  it("is read whole with a name before it and nothing behind", () => {
    const card = read({
      to: 'Dana <dana@acme.example> , "Wu, Li" <li@acme.example>',
      from: "Ana <ana@acme.example>",
      body: "Hello.",
    });
    expect(card.fullyReadable).toBe(true);
    expect(card.diff?.type === "text" && card.diff.lines).toHaveLength(1);
  });
});

describe("the text part beside the HTML of a message", () => {
  it.each([
    ["a case of a link", "See https://acme.example/aBcd", "See https://acme.example/AbCD"],
    ["a stop for a comma", "We refund 1,500 EUR", "We refund 1.500 EUR"],
    ["a sign", "We refund 1,500 EUR", "We refund -1,500 EUR"],
    ["a sign that may be a bullet", "1,500 EUR", "- 1,500 EUR"],
    ["another host", "See https://acme.example/pay-now", "See https://acme/example.pay.now"],
    ["a sign of its own", "The code is ab-1", "The code is ab 1 $$$"],
    ["words run together", "No refund, now here", "No refund, nowhere"],
  ])("is shown where it differs by %s", (_, html, text) => {
    expect(lines(read({ html: `<p>${html}</p>`, text })).join("\n")).toContain(text);
  });

  it("is not repeated where only lines, indents and bullets are others", () => {
    const html = "<p>Hello Dana,</p><ul><li>First  this</li><li>then\n that</li></ul><p>Ana</p>";
    const card = read({ html, text: "Hello Dana,\r\n\r\n  * First this\r\n  - then that\r\n\r\nAna\r\n" });
    expect(onCard(card)).not.toContain("text part");
  });
});
