import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { figuresInText } from "./figures-in-text";

const figures = (sentence: string) =>
  figuresInText(sentence)
    .filter((piece) => piece.figure)
    .map((piece) => piece.text);

describe("figures in a sentence", () => {
  it.each([
    ["moves 412.00 EUR", ["412.00 EUR"]],
    ["moves 1,250.00 EUR, then stops", ["1,250.00 EUR"]],
    ["37 of 41,220 rows", ["37", "41,220"]],
    ["up to 3.", ["3"]],
    ["can’t be undone", []],
    ["cancels OBUT9V", []],
    ["10 EURO notes", ["10"]],
  ])("%s", (sentence, found) => {
    expect(figures(sentence)).toEqual(found);
  });

  it("loses nothing of the sentence", () => {
    fc.assert(
      fc.property(fc.string(), (sentence) => {
        expect(
          figuresInText(sentence)
            .map((piece) => piece.text)
            .join(""),
        ).toBe(sentence);
      }),
    );
  });
});
