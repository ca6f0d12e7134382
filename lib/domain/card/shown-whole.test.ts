import { describe, expect, it } from "vitest";
import type { JsonObject } from "../json";
import type { Kind } from "../words";
import type { Card } from "./card";
import { cardInput } from "./fixtures/card-fixture";
import { onCard } from "./fixtures/on-card";
import { readCard } from "./read-card";

const ACTIONS: Partial<Record<Kind, string>> = { email: "email.send", payment: "payment.refund", record: "crm.update" };

function read(kind: Kind, fields: JsonObject): Card {
  return readCard(cardInput(kind, { action: ACTIONS[kind] ?? `${kind}.run`, arguments: fields, target: null }));
}

const MAIL = { to: "dana@a.example", subject: "Hello", body: "Hello." };
const SQL = { sql: "DELETE FROM invoices WHERE id = ?" };

describe("a card shows", () => {
  it.each<[string, Kind, JsonObject, readonly string[]]>([
    [
      "a second body in parts",
      "email",
      { ...MAIL, content: [{ type: "text/html", value: "<p>Pay evil</p>" }] },
      ["hello.", "pay evil"],
    ],
    [
      "a message inside a message",
      "email",
      {
        message: {
          toRecipients: [{ emailAddress: { address: "dana@a.example", name: "Dana" } }],
          subject: "Terms",
          body: { contentType: "HTML", content: "<p>We pay all</p>" },
        },
        saveToSentItems: false,
      },
      ["dana@a.example", "terms", "we pay all", "save to sent items"],
    ],
    [
      "both messages where two contradict each other",
      "email",
      { ...MAIL, message: { subject: "Other", to: "evil@b.example" } },
      ["hello", "other", "evil@b.example"],
    ],
    [
      "every address of one entry",
      "email",
      { ...MAIL, to: { email: "dana@a.example, evil@b.example" } },
      ["dana@a.example", "evil@b.example"],
    ],
    ["a recipient under an unknown name", "email", { ...MAIL, to: [{ mail: "evil@b.example" }] }, ["evil@b.example"]],
    ["the sender", "email", { ...MAIL, from: "ceo@b.example" }, ["from ceo@b.example"]],
    ["a second subject", "email", { ...MAIL, subject_line: "Other" }, ["hello", "other", "said twice"]],
    [
      "where an attachment is taken from",
      "email",
      { ...MAIL, attachments: [{ filename: "invoice.pdf", path: "/etc/passwd" }] },
      ["invoice.pdf, /etc/passwd"],
    ],
    ["what an attachment holds", "email", { ...MAIL, attachments: [{ filename: "a.txt", content: "evil" }] }, ["a.txt", "evil"]],
    [
      "a type that is not of the ending",
      "email",
      { ...MAIL, attachments: [{ filename: "a.pdf", type: "text/html" }] },
      ["text/html"],
    ],
    [
      "the text part that says otherwise",
      "email",
      { ...MAIL, html: "<p>We refund all</p>" },
      ["hello.", "we refund all", "text part"],
    ],
    [
      "what stands beside an amount",
      "payment",
      { amount: { value: "480.00", currency: "EUR", tip: "evil" } },
      ["480.00 eur", "evil"],
    ],
    ["a second list of parameters", "sql", { ...SQL, params: [1], bindings: [2] }, ["bindings", "said twice"]],
    ["a count of another name", "sql", { ...SQL, rows: 2, count: 900 }, ["900"]],
    ["a second user", "command", { command: "ls", user: "deploy", run_as: "root" }, ["deploy", "root", "said twice"]],
    ["a second host", "command", { command: "ls", host: "web-1", server: "db-1" }, ["web-1", "db-1", "said twice"]],
    ["both values of a field", "record", { id: "1", fields: { stage: "won" }, stage: "lost" }, ["won", "lost", "said twice"]],
    ["the whole of a link", "post", { text: "Read", link: "https://a.example/evil" }, ["https://a.example/evil"]],
  ])("%s", (_what, kind, fields, shown) => {
    const text = onCard(read(kind, fields));
    for (const part of shown) expect(text).toContain(part);
  });

  it("what a deletion was given besides the record", () => {
    const input = cardInput("record", {
      action: "crm.delete",
      arguments: { id: "1", cascade: "contacts" },
      before: { id: "1", name: "Acme" },
    });
    expect(onCard(readCard(input))).toContain("contacts");
  });
});

describe("a card is not read whole", () => {
  it.each<[string, Kind, JsonObject, string]>([
    [
      "a recipient names no address",
      "email",
      { ...MAIL, to: [{ mail: "evil@b.example" }] },
      "recipients: one that names no address",
    ],
    [
      "an amount is in two currencies",
      "payment",
      { currency: "EUR", amount: { value: "480.00", currency: "GBP" } },
      "currency: more than one is named",
    ],
  ])("where %s", (_what, kind, fields, why) => {
    expect(read(kind, fields).unreadable).toEqual([why]);
  });
});
