import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Span } from "./card/card";
import { hasInvisible, invisibleCount, markInvisible } from "./invisible";
import { invisibleName } from "./invisible-name";

const CLASSES: readonly RegExp[] = [
  /\p{Default_Ignorable_Code_Point}/u,
  /\p{Cf}/u,
  /\p{Cc}/u,
  /\p{Zl}|\p{Zp}/u,
  /(?! )\p{Zs}/u,
  /\p{Bidi_Control}/u,
  /\p{Variation_Selector}/u,
  /[\u{E0001}\u{E0020}-\u{E007F}]/u,
  /\u2800/u,
];

/** Every code point of a class above, surrogates aside. */
const INVISIBLE: readonly number[] = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint).filter((codePoint) => {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return false;
  const character = String.fromCodePoint(codePoint);
  return CLASSES.some((pattern) => pattern.test(character));
});

const named = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;

/** The text that spans stand for, whatever their role. */
function spelled(spans: readonly Span[]): string {
  return spans
    .map((span) => (span.type === "mark" ? String.fromCodePoint(Number.parseInt(span.codePoint.slice(2), 16)) : span.text))
    .join("");
}

describe("a character that nobody would see", () => {
  test("is marked with its code point at the start, in the middle and at the end, for every one of the design's count", () => {
    expect(INVISIBLE.length).toBeGreaterThanOrEqual(4_290);
    const wrong = INVISIBLE.filter((codePoint) => {
      const character = String.fromCodePoint(codePoint);
      const spans = markInvisible(`${character}pay${character}pal${character}`);
      const shape = spans.map((span) => (span.type === "mark" ? span.codePoint : span.text));
      const expected = [named(codePoint), "pay", named(codePoint), "pal", named(codePoint)];
      return shape.join("|") !== expected.join("|") || !hasInvisible(`pay${character}pal`) || invisibleCount(character) !== 1;
    });
    expect(wrong.map(named)).toEqual([]);
  });

  test("has a name, and the common ones have the name people search for", () => {
    expect(INVISIBLE.filter((codePoint) => invisibleName(codePoint) === "").map(named)).toEqual([]);
  });

  test.each([
    ["\u202e", "U+202E", "right-to-left override"],
    ["\u200b", "U+200B", "zero-width space"],
    ["\ufe0f", "U+FE0F", "emoji variation selector"],
    ["\u{e0041}", "U+E0041", "tag A"],
    ["\u{e0100}", "U+E0100", "variation selector"],
    ["\u2003", "U+2003", "space of another width"],
    ["\u0001", "U+0001", "control character"],
    ["\u009b", "U+009B", "control sequence introducer"],
    ["\ud800", "U+D800", "half a surrogate pair"],
    ["\u{1d159}", "U+1D159", "invisible character"],
    ["\u2063", "U+2063", "format character"],
  ])("%j is %s, %s", (character, codePoint, name) => {
    expect(markInvisible(character, { nameOf: invisibleName })).toEqual([{ type: "mark", codePoint, name }]);
  });

  test("is marked before anybody asks for its name", () => {
    expect(markInvisible("\u200b")).toEqual([{ type: "mark", codePoint: "U+200B", name: "" }]);
  });

  test("is marked inside an emoji sequence too, so that two that look alike differ", () => {
    expect(invisibleCount("👩\u200d🚒")).toBe(1);
    expect(invisibleCount("☺\ufe0f")).toBe(1);
  });
});

describe("text that can be seen", () => {
  test.each(["", "plain ASCII, ~!@", "Grüße, José", "日本 Tokyo", "Ελληνικά", "שלום", "हिन्दी", "😀 👍🏽", "e\u0301", "1 × 2 − 3"])(
    "%j stays one span",
    (text) => {
      expect(markInvisible(text)).toEqual(text === "" ? [] : [{ type: "text", text }]);
      expect(hasInvisible(text)).toBe(false);
      expect(invisibleCount(text)).toBe(0);
    },
  );

  test("keeps the role it is given", () => {
    expect(markInvisible("a\u200bb", { as: "value" }).map(({ type }) => type)).toEqual(["value", "mark", "value"]);
  });

  test("has tabs and line ends where it may have lines, and marks on one line", () => {
    const text = "one\r\n\ttwo";
    expect(markInvisible(text, { lines: true })).toEqual([{ type: "text", text }]);
    expect(hasInvisible(text, { lines: true })).toBe(false);
    expect(invisibleCount(text)).toBe(3);
    expect(hasInvisible(text)).toBe(true);
    expect(invisibleCount("a\u2028b\u0085c\u000bd", { lines: true })).toBe(3);
  });
});

describe("marking", () => {
  test("loses nothing, leaves nothing hidden, and agrees with itself", () => {
    const unit = fc.oneof(
      fc.constantFrom(...INVISIBLE.map((codePoint) => String.fromCodePoint(codePoint))),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 8 }), fc.boolean(), (units, lines) => {
        const text = units.join("");
        const spans = markInvisible(text, { lines });
        expect(spelled(spans)).toBe(text);
        const visible = spans.filter((span) => span.type !== "mark").map((span) => span.text);
        expect(visible.some((run) => run === "" || hasInvisible(run, { lines }))).toBe(false);
        expect(hasInvisible(text, { lines })).toBe(invisibleCount(text, { lines }) > 0);
      }),
      { numRuns: 1_000 },
    );
  });
});
