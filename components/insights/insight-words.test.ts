import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { wordsOf } from "../../test/words";
import { givenPart, kindPart, wordsPart } from "../../lib/domain/measure/insights/row-name";
import { figureWords, returnedWords } from "./insight-words";
import { RowTitle } from "./row-title";

const english = wordsOf("figures");
const german = wordsOf("figures", "de");

it.each([
  [115.74, "120"],
  [3.14, "3.1"],
  [0.0389, "0.039"],
])("money and what it returned are told with two significant digits: %s as %s", (value, words) => {
  expect(figureWords(english, { type: "amount", value, unit: "money", of: 9 })).toBe(words);
  expect(returnedWords(english, { type: "amount", value, unit: "times", of: 9 }, 2)).toContain(`about ${words} for each 1 spent`);
});

it("a coefficient comes with its interval, below nought with a real minus sign", () => {
  const figure = { type: "amount", value: 0.714, unit: "coefficient", of: 40 } as const;
  expect(figureWords(english, { ...figure, low: -0.02, high: 0.9 })).toBe("0.71 (−0.02 to 0.90)");
  expect(figureWords(german, { ...figure, low: -0.02, high: 0.9 })).toBe("0,71 (−0,02 bis 0,90)");
  expect(figureWords(english, { ...figure, value: null })).toBe("–");
});

it.each([
  [7.42, "7.4\u00A0s", "7,4\u00A0s"],
  [40.2, "40\u00A0s", "40\u00A0s"],
  [380, "6\u00A0min", "6\u00A0min"],
  [9_000, "2.5\u00A0h", "2,5\u00A0h"],
])("a time of %s seconds is told in its unit", (value, en, de) => {
  const figure = { type: "amount", value, unit: "seconds", of: 9 } as const;
  expect([figureWords(english, figure), figureWords(german, figure)]).toEqual([en, de]);
});

it("a row is named in the language of whoever reads, what others named as it is", () => {
  const name = [kindPart("payment"), wordsPart("row.noVersion"), givenPart("wrong amount")];
  const drawn = (language: "en" | "de") =>
    renderToStaticMarkup(createElement(RowTitle, { name, t: wordsOf("figures", language), kinds: wordsOf("terms", language) }));
  expect(drawn("en")).toBe("payment · no version named · <bdi>wrong amount</bdi>");
  expect(drawn("de")).toBe("Zahlung · keine Version genannt · <bdi>wrong amount</bdi>");
});
