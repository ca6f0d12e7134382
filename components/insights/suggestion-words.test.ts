import { describe, expect, it } from "vitest";

import { wordsOf } from "../../test/words";
import type { KindAgreement } from "../../lib/domain/measure/agreement";
import { sensitivityOf } from "../../lib/domain/measure/anytime-bound";
import type { Suggestion } from "../../lib/domain/measure/suggestion";
import { suggestionWords } from "./suggestion-words";

const english = wordsOf("figures");
const seen = { checked: 643, bad: 0 };
const up: Suggestion = { type: "up", to: "L2", bound: 0.009, target: 0.01 };
const stay: Suggestion = { type: "stay", because: [] };
const sensitivity = sensitivityOf({ caught: 58, shown: 60 });
const agreement: KindAgreement = { basis: "measured", pairs: 34, alpha: 0.81 };

it("tells a suggestion as a sentence with its numbers, in the language of whoever reads", () => {
  expect(suggestionWords(english, seen, up, { sensitivity, agreement })).toBe(
    "643 checked, 0 bad, people catch at least 89.9\u00A0% of tests (58 of the last 60), α is 0.81 on 34 second opinions → bad rate under 1\u00A0% whenever you look.",
  );
  expect(suggestionWords(wordsOf("figures", "de"), { checked: 1200, bad: 0 }, up, { sensitivity, agreement })).toBe(
    "1.200 geprüft, 0 fehlerhaft, Personen erkennen mindestens 89,9\u00A0% der Tests (58 der letzten 60), α ist 0,81 bei 34 Zweitmeinungen → Fehlerquote unter 1\u00A0%, wann immer Sie nachsehen.",
  );
});

it("says what is asked for where people should look again", () => {
  const down: Suggestion = { type: "down", to: "L1", atLeast: 0.02, target: 0.005 };
  expect(suggestionWords(english, { checked: 40, bad: 4 }, down, { sensitivity, agreement })).toBe(
    "40 checked, 4 bad: more than 0.5\u00A0% are bad. People should look again.",
  );
});

describe("what a suggestion rests on", () => {
  it.each<[KindAgreement, string]>([
    [{ basis: "off" }, "agreement is not measured (second opinions are off)."],
    [{ basis: "too_few", pairs: 7 }, "agreement is not measured (7 of the 20 second opinions it takes)."],
    [{ basis: "unanimous", pairs: 40 }, "on 40 second opinions nobody disagreed."],
    [agreement, "α is 0.81 on 34 second opinions."],
    [
      { basis: "rare", pairs: 200, given: 1, shared: 0, atMost: 0.95 },
      "on 200 second opinions both gave the rarer answer in 0 of 1.",
    ],
    [{ ...agreement, alpha: 0.667 }, "α is 0.67 on 34 second opinions."],
  ])("is said of agreement %j, and its figure only to those who may see it", (known, words) => {
    expect(suggestionWords(english, seen, stay, { sensitivity, agreement: known })).toContain(words);
    expect(suggestionWords(english, seen, stay, { sensitivity, agreement: known }, false)).not.toMatch(/0\.\d|0 of 1|58 of/u);
  });

  it.each([
    [null, "people are assumed to catch 80\u00A0% (tests are off)"],
    [{ caught: 7, shown: 7 }, "people are assumed to catch 80\u00A0% (7 of the 22 tests it takes to measure)"],
    [{ caught: 21, shown: 22 }, "people catch at least 80.2\u00A0% of tests (21 of the last 22)"],
  ])("is said of catches %j", (catches, words) => {
    expect(suggestionWords(english, seen, stay, { sensitivity: sensitivityOf(catches), agreement })).toContain(`, ${words}, `);
  });
});
