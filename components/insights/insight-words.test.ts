import { expect, it } from "vitest";

import { figureWords, returnedWords } from "./insight-words";

it.each([
  [115.74, "120"],
  [3.14, "3.1"],
  [0.0389, "0.039"],
])("money and what it returned are told with two significant digits: %s as %s", (value, words) => {
  expect(figureWords({ type: "amount", value, unit: "money", of: 9 })).toBe(words);
  expect(returnedWords({ type: "amount", value, unit: "times", of: 9 }, 2)).toContain(`about ${words} for each 1 spent`);
});

it("a coefficient comes with its interval, below nought with a real minus sign", () => {
  const figure = { type: "amount", value: 0.714, unit: "coefficient", of: 40 } as const;
  expect(figureWords({ ...figure, low: -0.02, high: 0.9 })).toBe("0.71 (−0.02 to 0.90)");
  expect(figureWords({ ...figure, value: null })).toBe("–");
});
