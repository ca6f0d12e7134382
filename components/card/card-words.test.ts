import { expect, it } from "vitest";

import { READING_WPM, predict } from "../../lib/domain/card/budget";
import type { Card, Check, Span } from "../../lib/domain/card/card";
import type { CheckSentence } from "../../lib/domain/card/check-texts";
import { ALL_FIXTURES } from "../../lib/domain/card/fixtures/all-fixtures";
import { cardInput } from "../../lib/domain/card/fixtures/card-fixture";
import { spansText } from "../../lib/domain/card/headline-text";
import { readCard } from "../../lib/domain/card/read-card";
import { secondsToRead } from "../../lib/domain/reading-time";
import type { OfferedLanguage } from "../../lib/domain/language";
import type { JsonObject } from "../../lib/domain/json";
import { KINDS, type Kind } from "../../lib/domain/words";
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
    diff: card.diff === null ? null : { ...linesIn(face, card.diff), subject: saidIn(face, card.diff.words.subject) },
    checks: card.checks.map((check) => ({ ...check, ...saidByCheck(t, check) })),
    undo: saidIn(face, card.words.undo),
    unreadable: card.words.unreadable.map((part) => saidIn(face, part)),
    decisive: card.decisive === null ? null : { ...card.decisive, question: saidIn(face, card.decisive.words.question) },
  };
}

function linesIn(face: CardWords["face"], diff: NonNullable<Card["diff"]>): NonNullable<Card["diff"]> {
  return diff.type === "text"
    ? { ...diff, lines: diff.lines.map((line) => ({ ...line, spans: spansIn(face, line.spans) })) }
    : diff;
}

/** What is drawn of spans: the key beside a text is not. */
function withoutSpanWords(card: Card): Card {
  const bare = (span: Span): Span => ("words" in span ? { type: span.type, text: span.text } : span);
  const diff =
    card.diff?.type === "text"
      ? { ...card.diff, lines: card.diff.lines.map((line) => ({ ...line, spans: line.spans.map(bare) })) }
      : card.diff;
  return { ...card, diff, facts: card.facts.map((fact) => ({ ...fact, value: fact.value.map(bare) })) };
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

it("a German card says how the recipients below its message get it, and that a file is a link, in German", () => {
  const lines = (kind: Kind, name: string, args: JsonObject) => {
    const { diff } = readCard(cardInput(kind, { action: name, arguments: args }));
    return diff?.type === "text" ? diff.lines.map(({ spans }) => spansText(spansIn(german.face, spans))) : [];
  };
  const many = (from: number) => Array.from({ length: 4 }, (_, at) => `p${String(from + at)}@acme.example`);
  expect(lines("email", "email.send", { subject: "Hi", body: "Hi.", to: many(0), cc: many(10), bcc: many(20) })).toEqual(
    expect.arrayContaining(["An: p3@acme.example", "Kopie: p10@acme.example", "Blindkopie: p23@acme.example"]),
  );
  const files = [
    { path: "a.csv", symlink: "/etc/passwd" },
    { path: "b.csv", link: true },
  ];
  expect(lines("file", "file.delete", { files })).toEqual(["a.csv (ein Link nach /etc/passwd)", "b.csv (ein Link)"]);
});

it("fills in what an agent wrote as it is", () => {
  const made: CheckSentence = { key: "check.hostNotOther", values: { host: "{other}<b>", other: "’{host}’" } };
  expect(english.checks.sentence(made)).toBe("{other}<b>, not ’{host}’");
});
