import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { segmentedWords, tokens } from "./must-read";

describe("tokens", () => {
  it.each<readonly [string, number]>([
    ["support@acme.com", 3],
    ["/var/lib/app", 3],
    ["1,250.00 EUR", 2],
    ["gift_card_7091239", 3],
    ["createTicketNow", 3],
    ["HTTPServer", 2],
    ["OBUT9V", 1],
    ["the airline’s rules", 3],
    ["3f786850e387550fdab836ed7e6dc881de23001b", 2],
    ["123e4567-e89b-12d3-a456-426614174000", 2],
    ["sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", 2],
    ["— … →", 0],
    ["👍 ok", 2],
    ["今日は良い天気", 4],
  ])("of %s are %i", (text, count) => {
    expect(tokens(text)).toHaveLength(count);
  });

  it("are those of the Unicode segmenter for any plain text", () => {
    const unit = fc.constantFrom(...Array.from("abzABZ019__..,,;:''’··-@/ \n\t“→⟨+$"));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 31 }), (text) => {
        expect(tokens(text)).toEqual(segmentedWords(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it("are the same where a text is too long to be given to the segmenter whole", () => {
    const whole = new Intl.Segmenter("en", { granularity: "word" });
    const unit = fc.constantFrom(
      ..."a б\u0301\u00ad'.,:;\"א1 \n-_👍🇩👩\u200d𝔘".split(/(?:)/u),
      "can't ",
      "1,250.00 ",
      "слово ",
      'א"א',
    );
    fc.assert(
      fc.property(fc.array(unit, { minLength: 900, maxLength: 2_600 }), (units) => {
        const text = units.join("");
        const parts = Array.from(whole.segment(text), ({ segment }) => segment);
        expect(segmentedWords(text)).toEqual(parts.flatMap(segmentedWords));
      }),
      { numRuns: 60 },
    );
  });

  it("are taken from a long text a piece at a time, each character at most a few times", () => {
    const spy = vi.spyOn(Intl.Segmenter.prototype, "segment");
    for (const text of ["\u0430pple ".repeat(10_000), "\u200b".repeat(60_000), "б".repeat(60_000)]) {
      spy.mockClear();
      segmentedWords(text);
      const given = spy.mock.calls.map(([piece]) => piece.length);
      expect(given.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(3 * text.length);
      expect(Math.min(...given)).toBeLessThan(2_000);
    }
    spy.mockRestore();
  });
});
