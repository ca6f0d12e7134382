import compile from "icu-minify/compile";
import format from "icu-minify/format";
import { expect, it } from "vitest";

import { LANGUAGES, MADE_UP_LANGUAGES } from "../domain/language";
import type { Area } from "./area";
import { CATALOGUES, compileArea } from "./compile-area";
import { en } from "./en";
import { madeUp } from "./made-up";
import { valuesOf } from "./values-of";

const AREAS = Object.keys(en).filter((name): name is Area => name in en);

it("compiles every text of every language to data that a page can carry", () => {
  for (const language of [...LANGUAGES, ...MADE_UP_LANGUAGES]) {
    for (const area of AREAS) {
      const compiled = compileArea(language, area);
      expect(Object.keys(compiled).sort()).toEqual(Object.keys(en[area]).sort());
      expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
    }
  }
});

it("asks for the same values in every language", () => {
  for (const language of LANGUAGES) {
    for (const area of AREAS) {
      const texts: Readonly<Record<string, string>> = CATALOGUES[language][area];
      const asked = (all: Readonly<Record<string, string>>) => Object.entries(all).map(([key, text]) => [key, valuesOf(text)]);
      expect(Object.fromEntries(asked(texts)), `${language} ${area}`).toEqual(Object.fromEntries(asked(en[area])));
    }
  }
});

it.each([
  ["Sign in", []],
  ["{name} has {count, plural, one {# key} other {# keys of <b>{agent}</b>}}", ["agent", "b", "count", "name"]],
  ["{on, select, true {on since {day}} other {off}}", ["day", "on"]],
])("names what %j asks for", (text, names) => {
  expect(valuesOf(text)).toEqual(names);
});

it("says what is wrong with a text that is not well-formed", () => {
  expect(valuesOf("{count, plural, one {# key}}")).toBeInstanceOf(Error);
  expect(valuesOf("<b>never closed")).toBeInstanceOf(Error);
});

const VALUES = { count: 2, name: "Ada", b: (inside: readonly string[]) => `<${inside.join("")}>` };
const filled = (language: (typeof MADE_UP_LANGUAGES)[number], text: string) => {
  const parts = format(madeUp(compile(text), language), "en", VALUES, {
    formatters: {
      getNumberFormat: (...how) => new Intl.NumberFormat(...how),
      getPluralRules: (...how) => new Intl.PluralRules(...how),
      getDateTimeFormat: (...how) => new Intl.DateTimeFormat(...how),
    },
  });
  return Array.isArray(parts) ? parts.join("") : parts;
};

it("makes up a longer, accented language that keeps what is filled in", () => {
  expect(filled("en-XA", "Sign in")).toBe("[Šîĝñ îñ~~~]");
  expect(filled("en-XA", "{count, plural, one {# key} other {# keys of {name}}} <b>left</b>")).toBe(
    "[2 ķéýš öƒ Ada <ļéƒţ>~~~~~~~]",
  );
});

it("makes up a language that runs from right to left, word by word", () => {
  expect(filled("ar-XB", "Don’t wait, {name}: {count}")).toBe("\u202EDon’t\u202C \u202Ewait\u202C, Ada: 2");
});
