import { describe, expect, it } from "vitest";
import { attributeColour, colourOf, contrast, over } from "./colour";
import { NAMED_COLOURS } from "./named-colours";

describe("a colour", () => {
  it("of each of the 148 names that style sheets know is known, and of no other name", () => {
    const names = Object.keys(NAMED_COLOURS);
    expect(names).toHaveLength(148);
    expect(names.filter((name) => colourOf(name.toUpperCase()) === null)).toEqual([]);
    expect(["blackk", "white2", "constructor", "fff", ""].map(colourOf)).toEqual([null, null, null, null, null]);
  });

  it.each([
    ["#f80", [255, 136, 0, 1]],
    ["royalblue", [65, 105, 225, 1]],
    ["rgb(0 128 255 / 50%)", [0, 128, 255, 0.5]],
    ["hsl(120, 100%, 50%)", [0, 255, 0, 1]],
    ["#fff !", null],
    ["color-mix(in srgb, white, white)", null],
    ["var(--ink)", null],
  ] as const)("written as %s is that colour and nothing else", (text, colour) => {
    expect(colourOf(text)).toEqual(colour);
  });

  it.each([
    ["#123456", [18, 52, 86, 1]],
    ["123456", [18, 52, 86, 1]],
    ["fff", [15, 15, 15, 1]],
    ["#fff", [255, 255, 255, 1]],
    ["chucknorris", [192, 0, 0, 1]],
    ["Navy", [0, 0, 128, 1]],
    ["transparent", null],
    ["", null],
  ] as const)("in an attribute, %s, is the one that browsers make of it", (text, colour) => {
    expect(attributeColour(text)).toEqual(colour);
  });

  it("that lets its ground through is seen as something between the two", () => {
    expect(over([0, 0, 0, 0.5], [255, 255, 255])).toEqual([127.5, 127.5, 127.5]);
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  });
});
