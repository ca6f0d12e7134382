import { describe, expect, test } from "vitest";

import type { JsonObject } from "../json";
import type { Kind } from "../words";
import { cardInput, type FixtureParts } from "./fixtures/card-fixture";
import { RTL } from "./fixtures/hostile-texts";
import { scanPayload } from "./payload-scan";
import { readCard } from "./read-card";
import { saidInEnglish } from "./said-in-english";

function mixedIn(body: string): readonly string[] {
  return scanPayload(cardInput("email", { action: "email.send", arguments: { body } }), null).mixedScript;
}

describe("no word mixes alphabets", () => {
  test.each([
    ["in Hebrew within tags", `<p><b>${RTL.hebrew}</b></p>`],
    ["in Hebrew beside a tag with attributes", `<a href="https://acme.example/x" lang="he">${RTL.name}</a>`],
    ["in Arabic after a line break", `Hello<br>${RTL.arabic}`],
    ["in Cyrillic cells of a table", "<tr><td>Total</td><td>\u0438\u0442\u043e\u0433\u043e</td></tr>"],
    ["in Hebrew that is written by number", "<b>&#1513;&#1500;&#1493;&#1501;</b>"],
    ["in Latin whose umlauts have names", "Gr&uuml;&szlig;e &amp; Dank"],
    ["which is an attribute in Hebrew", `<img alt="${RTL.name}" src="x">`],
  ])("%s", (_, body) => {
    expect(mixedIn(body)).toEqual([]);
  });
});

describe("a word mixes alphabets", () => {
  test.each([
    ["as letters", "\u0430pple"],
    ["by number", "&#1072;pple"],
    ["by number in hexadecimal", "&#x430;pple"],
    ["by number without its end", "&#1072pple"],
    ["by name", "p&acy;ypal"],
    ["by a Greek name", "g&omicron;ogle"],
    ["between two tags", "p<b>\u0430</b>ypal"],
    ["by number between two tags", "p<i>&#1072;</i>ypal"],
    ["within a tag", '<img alt="\u0430pple">'],
  ])("%s", (_, body) => {
    expect(mixedIn(body)).toHaveLength(1);
  });
});

test("a host whose letter is written by number is no plain name", () => {
  const { oddHosts } = scanPayload(
    cardInput("email", { action: "email.send", arguments: { body: "<a href='https://&#1072;pple.com/x'>Apple</a>" } }),
    null,
  );
  expect(oddHosts).toEqual(["\u0430pple.com (xn--pple-43d.com)"]);
});

test.each([
  ["nested too deep", "deep", { deep: nested(40) }],
  ["too much", "many", { many: Array.from({ length: 20_001 }, () => 0) }],
])("what a record would hold is said to be unread where it is %s", (_, field, after) => {
  const input = cardInput("record", { action: "crm.update", arguments: { id: "C17" }, before: {}, after });
  const unread = scanPayload(input, null).unreadable.map(saidInEnglish);
  expect(unread).toEqual([`${field}: nested too deep or too long to show`]);
});

function nested(depth: number): JsonObject {
  return depth === 0 ? {} : { deep: nested(depth - 1) };
}

describe("a name that is not what it looks like is said on the card, and nothing of it else", () => {
  const spoof = "paypa\u{1d425}.com";
  const odd = (kind: Kind, parts: FixtureParts): readonly string[] =>
    readCard(cardInput(kind, parts))
      .checks.filter(({ id, state }) => id.startsWith("odd-") && state === "failed")
      .map(({ id, because }) => `${id}: ${because ?? ""}`);

  const hosts: readonly (readonly [string, Kind, (host: string) => FixtureParts])[] = [
    ["an argument", "tool", (host) => ({ action: "dns.point", arguments: { record: "www", to: host } })],
    [
      "one of a list, deep within",
      "tool",
      (host) => ({ action: "dns.point", arguments: { zone: { peers: ["a.example", host] } } }),
    ],
    ["the name of a field", "tool", (host) => ({ action: "dns.point", arguments: { zones: { [host]: "on" } } })],
    ["the target", "tool", (host) => ({ action: "dns.flush", arguments: { all: true }, target: { resource: host } })],
    ["a word of a command", "command", (host) => ({ action: "shell.run", arguments: { command: `ping -c 1 ${host}` } })],
    [
      "a text in SQL",
      "sql",
      (host) => ({ action: "sql.run", arguments: { query: `UPDATE routes SET target = '${host}' WHERE id = 7` } }),
    ],
    [
      "what a record had",
      "record",
      (host) => ({ action: "crm.update", arguments: { id: "C17", site: "b.example" }, before: { id: "C17", site: host } }),
    ],
    [
      "what a record would have",
      "record",
      (host) => ({
        action: "crm.update",
        arguments: { id: "C17" },
        before: { id: "C17", site: "b.example" },
        after: { id: "C17", site: host },
      }),
    ],
  ];

  test.each(hosts)("where a host is %s", (_, kind, of) => {
    expect(odd(kind, of(spoof))).toEqual([`odd-host: ${spoof} (paypal.com)`]);
    expect(odd(kind, of("paypal.com"))).toEqual([]);
  });

  test("where a record would have a host in a row that the card folds away", () => {
    const hosts = (last: string): JsonObject =>
      Object.fromEntries(
        Array.from({ length: 12 }, (_, at): [string, string] => [`peer_${String(at)}`, at < 11 ? `${last}.example` : last]),
      );
    const before = { id: "C17", kept: "xn--pple-43d.com", ...hosts("b") };
    const record = { action: "crm.update", arguments: { id: "C17" }, before };
    const rows = readCard(cardInput("record", { ...record, after: { ...before, ...hosts("c") } })).diff;
    expect(rows?.more.count).toBeGreaterThan(0);
    expect(odd("record", { ...record, after: { ...before, ...hosts("c"), peer_11: spoof } })).toEqual([
      `odd-host: ${spoof} (paypal.com)`,
    ]);
    expect(odd("record", { ...record, after: { ...before, ...hosts("c") } })).toEqual([]);
  });

  const mailboxes: readonly (readonly [string, (name: string) => JsonObject])[] = [
    ["what stands before the at sign", (name) => ({ to: [`${name}@customer.example`] })],
    ["the name before an address", (name) => ({ to: [`${name} <dana@customer.example>`] })],
    ["the name beside an address", (name) => ({ to: [{ name, email: "dana@customer.example" }] })],
  ];

  test.each(mailboxes)("where it is %s", (_, of) => {
    const sent = (name: string): FixtureParts => ({
      action: "email.send",
      arguments: { ...of(name), subject: "W1", body: "Hello." },
    });
    expect(odd("email", sent("paypa\u{1d425}"))).toEqual(["odd-mailbox: paypa\u{1d425}"]);
    expect(odd("email", sent("paypal"))).toEqual([]);
  });
});
