import { describe, expect, it } from "vitest";

import { compileArea } from "../../lib/words/compile-area";
import { makeWords } from "../words/make-words";
import { declaredWords, inHundred, observedWords, worthWords } from "./confidence-words";

const t = makeWords<"card">("en", compileArea("en", "card"));

describe("confidence in counts", () => {
  it("says how many like it were right, of how many", () => {
    expect(observedWords(t, { looked: 50, wrong: 2 })).toBe("48 of 50 like this were right.");
    expect(observedWords(t, { looked: 1, wrong: 1 })).toBe("0 of 1 like this was right.");
  });

  it("says nothing of what nobody looked at", () => {
    expect(observedWords(t, { looked: 0, wrong: 0 })).toBeNull();
    expect(observedWords(t, null)).toBeNull();
  });

  it.each([
    [0, "0 in 100"],
    [0.004, "fewer than 1 in 100"],
    [0.826, "83 in 100"],
    [0.996, "more than 99 in 100"],
    [1, "100 in 100"],
  ])("tells a share of %d as %s", (share, words) => {
    expect(inHundred(t, share)).toBe(words);
  });

  it("keeps what the agent declares apart from what that was worth", () => {
    expect(declaredWords(t, 0.82)).toBe("The agent says, unverified: 82 in 100 like this are right.");
    const known = { declared: 0.82, calibrated: 0.74, labelled: 212, basis: "fit" } as const;
    expect(worthWords(t, known)).toBe("By its own record, of 212 labelled items: 74 in 100.");
    expect(worthWords(t, { ...known, basis: "base_rate", labelled: 60 })).toBe(
      "By its record drawn to the kind’s base rate, of 60 labelled items: 74 in 100.",
    );
    expect(worthWords(t, { declared: 0.9, calibrated: null, labelled: 12 })).toBe(
      "What that is worth is unknown: 12 of the 50 labelled items it takes.",
    );
    expect(worthWords(t, { declared: null, calibrated: null, labelled: 0 })).toBeNull();
  });
});
