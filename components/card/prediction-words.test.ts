import { expect, it } from "vitest";

import { compileArea } from "../../lib/words/compile-area";
import { makeWords } from "../words/make-words";
import { predictionWords } from "./prediction-words";

const english = makeWords<"ui">("en", compileArea("en", "ui"));
const german = makeWords<"ui">("de", compileArea("de", "ui"));

it.each([
  [7.6, "quick", "~8 s", "~10 s"],
  [0.2, "quick", "~1 s", "~1 s"],
  [26.5, "deep", "about 25 s", "ca. 35 s"],
  [88, "deep", "about 90 s", "ca. 2 min"],
  [200, "deep", "about 3 min", "ca. 5 min"],
] as const)("%d seconds in the %s lane is %s", (seconds, lane, inEnglish, inGerman) => {
  const plain = (text: string) => text.replaceAll("\u00A0", " ");
  expect(plain(predictionWords(english, seconds, lane))).toBe(inEnglish);
  expect(plain(predictionWords(german, seconds, lane))).toBe(inGerman);
});
