import { describe, expect, it } from "vitest";
import { cardInput } from "./fixtures/card-fixture";
import { foreignLetters } from "./foreign-letters";
import { readCard } from "./read-card";

describe("letters of another alphabet", () => {
  it.each<[string, readonly string[], string, Readonly<Record<string, string>>]>([
    ["one Cyrillic letter", ["\u0430dmin"], "check.lettersCyrillic", { words: "\u0430dmin", letters: "U+0430 \u0430" }],
    ["Greek ones", ["\u03bfmeg\u03bf"], "check.lettersGreek", { words: "\u03bfmeg\u03bf", letters: "U+03BF \u03bf" }],
    [
      "those of two alphabets",
      ["\u0430dmin", "\u03bfne"],
      "check.lettersOf",
      { words: "\u0430dmin, \u03bfne", letters: "U+0430 \u0430, U+03BF \u03bf", scripts: "Cyrillic, Greek" },
    ],
    [
      "without a Latin one, what the word does not begin with",
      ["\u0430\u0435\u03bf"],
      "check.lettersGreek",
      { words: "\u0430\u0435\u03bf", letters: "U+03BF \u03bf" },
    ],
  ])("are named by number and alphabet: %s", (_what, words, key, values) => {
    expect(foreignLetters(words)).toEqual({ key, values });
  });

  it("are no more than six, of no more than three words", () => {
    const word = "x\u0430\u0431\u0432\u0433\u0434\u0435\u0436";
    expect(foreignLetters([word, "a", "b", "c"]).values).toEqual({
      words: `${word}, a, b`,
      letters: "U+0430 \u0430, U+0431 \u0431, U+0432 \u0432, U+0433 \u0433, U+0434 \u0434, U+0435 \u0435, …",
    });
  });

  it("are named on the card", () => {
    const card = readCard(cardInput("record", { action: "crm.update", arguments: { id: "1", role: "\u0430dmin" } }));
    expect(card.checks.find(({ id }) => id === "mixed-script")?.because).toBe("\u0430dmin: U+0430 \u0430, Cyrillic");
  });
});
