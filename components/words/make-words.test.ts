import type { ReactNode } from "react";
import { createElement, isValidElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { compileArea } from "../../lib/words/compile-area";
import { makeWords } from "./make-words";

const english = makeWords<"signIn">("en", compileArea("en", "signIn"));
const german = makeWords<"signIn">("de", compileArea("de", "signIn"));

it("writes a text in the language of whoever reads", () => {
  expect(english("title")).toBe("Sign in");
  expect(german("title")).toBe("Anmelden");
  expect(german.language).toBe("de");
});

it("follows the plural of the language, and its way to write numbers", () => {
  expect(english("refused.tooMany.minutes", { count: 1 })).toBe("Too many attempts: wait 1 minute and try again.");
  expect(german("refused.tooMany.minutes", { count: 1200 })).toBe("Zu viele Versuche: Versuchen Sie es in 1.200 Minuten erneut.");
});

it("refuses values that a text does not ask for, and texts without theirs, when it is compiled", () => {
  const wrong = [
    // @ts-expect-error -- `count` is missing
    () => english("refused.tooMany.minutes"),
    // @ts-expect-error -- nothing is asked for
    () => english("title", { count: 1 }),
    // @ts-expect-error -- there is no such text
    () => english("titel"),
  ];
  expect(wrong).toHaveLength(3);
});

it("draws elements where values stand and around what tags hold, wherever the language puts them", () => {
  // A text of its own: every text of the catalogue is used by a screen.
  const { rich } = makeWords<"signIn">("en", {
    title: [["b", "Lost ", ["name"]], " on ", ["count", 2, { one: [["name"], "’s"], other: 0 }]],
  });
  const bold = (inside: ReactNode) => createElement("strong", null, inside);
  const drawn: unknown = Reflect.apply(rich, undefined, [
    "title",
    { b: bold, name: createElement("bdi", null, "<Ada>"), count: 1 },
  ]);
  expect(isValidElement(drawn) && renderToStaticMarkup(drawn)).toBe(
    "<strong>Lost <bdi>&lt;Ada&gt;</bdi></strong> on <bdi>&lt;Ada&gt;</bdi>’s",
  );
});

it("shows the key of a text that is not there, rather than no screen", () => {
  expect(makeWords<"signIn">("en", {})("title")).toBe("title");
});
