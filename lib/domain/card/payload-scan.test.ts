import { describe, expect, test } from "vitest";

import { cardInput } from "./fixtures/card-fixture";
import { RTL } from "./fixtures/hostile-texts";
import { scanPayload } from "./payload-scan";

function mixedIn(body: string): readonly string[] {
  return scanPayload(cardInput("email", { action: "email.send", arguments: { body } })).mixedScript;
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
  );
  expect(oddHosts).toEqual(["\u0430pple.com (xn--pple-43d.com)"]);
});
