import fc from "fast-check";
import { describe, expect, it } from "vitest";
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
});
