import { expect, it } from "vitest";

import { READING_WPM, predict } from "../../lib/domain/card/budget";
import type { Card, Check, Span } from "../../lib/domain/card/card";
import type { CheckSentence } from "../../lib/domain/card/check-texts";
import { ALL_FIXTURES } from "../../lib/domain/card/fixtures/all-fixtures";
import { readCard } from "../../lib/domain/card/read-card";
import { secondsToRead } from "../../lib/domain/reading-time";
import type { OfferedLanguage } from "../../lib/domain/language";
import { KINDS } from "../../lib/domain/words";
import { compileArea } from "../../lib/words/compile-area";
import { de } from "../../lib/words/de";
import { en } from "../../lib/words/en";
import type { Words } from "../words/make-words";
import { makeWords } from "../words/make-words";
import { saidIn, spansIn } from "./said-in";

interface CardWords {
  readonly checks: Words<"checks">;
  readonly face: Words<"face">;
}

function cardWords(language: OfferedLanguage): CardWords {
  return {
    checks: makeWords<"checks">(language, compileArea(language, "checks")),
    face: makeWords<"face">(language, compileArea(language, "face")),
  };
}
const [english, german] = [cardWords("en"), cardWords("de")];
function saidByCheck({ checks }: CardWords, { because, words }: Check): Pick<Check, "says" | "because"> {
  return {
    says: checks.sentence(words.says),
    because: words.because === null ? because : checks.sentence(words.because),
  };
}

/** The card as a screen says it. */
function screened(t: CardWords, card: Card): Card {
  const { face } = t;
  const note = ({ words }: Card["facts"][number]) => (words.note === null ? null : saidIn(face, words.note));
  return {
    ...card,
    facts: card.facts.map((fact) => ({
      ...fact,
      label: saidIn(face, fact.words.label),
      value: spansIn(face, fact.value),
      note: note(fact),
    })),
    diff: card.diff === null ? null : { ...card.diff, subject: saidIn(face, card.diff.words.subject) },
    checks: card.checks.map((check) => ({ ...check, ...saidByCheck(t, check) })),
    undo: saidIn(face, card.words.undo),
    unreadable: card.words.unreadable.map((part) => saidIn(face, part)),
    decisive: card.decisive === null ? null : { ...card.decisive, question: saidIn(face, card.decisive.words.question) },
  };
}

/** What is drawn of spans: the key beside a text is not. */
function withoutSpanWords(card: Card): Card {
  const bare = (span: Span): Span => ("words" in span ? { type: span.type, text: span.text } : span);
  return { ...card, facts: card.facts.map((fact) => ({ ...fact, value: fact.value.map(bare) })) };
}

it.each(KINDS)("a card of kind %s says on an English screen what was counted", (kind) => {
  for (const { input } of ALL_FIXTURES[kind]) {
    const card = readCard(input);
    expect(withoutSpanWords(screened(english, card))).toEqual(withoutSpanWords(card));
  }
});

/** Names that both languages have, and texts that only set values apart. */
const ALIKE_IN_BOTH =
  /^(?:check\.(?:last|lettersOf)|code\.(?:lines|share|tests|touched\.(?:CI|lockfile))|face\.(?:links|system)|record\.fromTo|email\.timeInZone)$/u;

it.each(["checks", "face"] as const)("no text of %s is left in English", (area) => {
  const left = Object.entries<string>(en[area]).filter(
    ([key, text]) =>
      Object.entries<string>(de[area]).some(([name, said]) => name === key && said === text) && !ALIKE_IN_BOTH.test(key),
  );
  expect(left).toEqual([]);
});

it.each(KINDS)("a card of kind %s promises no German reader less time than its German words take", (kind) => {
  for (const { input } of ALL_FIXTURES[kind]) {
    const card = readCard(input);
    const asked = { treatment: "review", device: "keyboard" } as const;
    const takes = predict({ card: screened(german, card), ...asked }, (READING_WPM * 179) / 228).seconds;
    expect(secondsToRead(predict({ card, ...asked }).seconds, "de")).toBeGreaterThanOrEqual(takes);
  }
});

it("fills in what an agent wrote as it is", () => {
  const made: CheckSentence = { key: "check.hostNotOther", values: { host: "{other}<b>", other: "’{host}’" } };
  expect(english.checks.sentence(made)).toBe("{other}<b>, not ’{host}’");
});
