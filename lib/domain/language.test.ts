import fc from "fast-check";
import { expect, it } from "vitest";

import { LANGUAGES, documentLanguage, languageFor, offeredLanguage } from "./language";

it.each([
  [null, "en"],
  ["", "en"],
  ["de", "de"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fr-FR,fr;q=0.9,de;q=0.7,en;q=0.8", "en"],
  ["fr, DE;q=0.5", "de"],
  ["de;q=0, en", "en"],
  ["*", "en"],
])("answers a browser that asks for %j in %s", (header, language) => {
  expect(languageFor(header)).toBe(language);
});

it("gives a made-up language only to who asks for it by its exact tag", () => {
  expect(languageFor("en-XA")).toBe("en-XA");
  expect(languageFor("ar-XB,en;q=0.5")).toBe("ar-XB");
  expect(languageFor("ar")).toBe("en");
  expect(languageFor("en-US")).toBe("en");
  expect(offeredLanguage("en-XA")).toBeNull();
});

it("answers every header with a language", () => {
  fc.assert(fc.property(fc.string(), (header) => documentLanguage(languageFor(header)).lang.length > 0));
});

it("writes every offered language from left to right", () => {
  expect(LANGUAGES.map((language) => documentLanguage(language).dir)).toEqual(["ltr", "ltr"]);
  expect(documentLanguage("ar-XB").dir).toBe("rtl");
});
