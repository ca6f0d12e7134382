import { isSpoof, passesForLatin, scriptsOf } from "../scripts";
import type { Card, Diff, Span } from "./card";
import { LETTER_CHECKS } from "./finish-card";
import { mixedScriptWords, oddHostsIn, oddMailboxesIn, oddNamesBefore } from "./names-in-text";

/** Of one text: its check names three. */
const WORDS_MAX = 50;
/** What is drawn like a letter and belongs to no alphabet, or to one that nobody writes with. */
const STANDS_IN = "look-alike";

/**
 * The card with every letter marked that passes for one of another alphabet, where it stands in headline, facts and diff; unchanged where no check found such
 * letters, for in a text of several languages they are at home. Made for whoever looks, after everything else: what is counted, compared and kept has
 * letters as they were sent.
 */
export function withLettersMarked(card: Card): Card {
  if (!card.checks.some(({ id, state }) => state === "failed" && LETTER_CHECKS.has(id))) return card;
  const facts = card.facts.map((fact) => ({ ...fact, value: marked(fact.value) }));
  return { ...card, headline: marked(card.headline), facts, diff: card.diff === null ? null : inDiff(card.diff) };
}

function inDiff(diff: Diff): Diff {
  if (diff.type === "fields") {
    return { ...diff, rows: diff.rows.map((row) => ({ ...row, before: marked(row.before), after: marked(row.after) })) };
  }
  // Where the checks look: a line that stays is no part of what would run.
  return { ...diff, lines: diff.lines.map((line) => (line.change === "same" ? line : { ...line, spans: marked(line.spans) })) };
}

function marked(spans: readonly Span[]): readonly Span[] {
  const found = spans.map(() => new Map<number, string>());
  // What was and what will be are two texts, and may stand in one line.
  for (const left of ["added", "removed"] as const) {
    const parts = spans.map((span) => (span.type === "mark" || span.type === left ? "" : span.text));
    const letters = lettersIn(parts.join(""));
    let from = 0;
    for (const [at, part] of parts.entries()) {
      for (const where of letters.keys()) {
        if (where >= from && where < from + part.length) found[at]?.set(where - from, letters.get(where) ?? STANDS_IN);
      }
      from += part.length;
    }
  }
  return spans.flatMap((span, at) => withMarks(span, found[at] ?? new Map<number, string>()));
}

/** Where in `text` a letter passes for another, and of which script it is. */
function lettersIn(text: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const names = [...oddHostsIn(text, ""), ...oddMailboxesIn(text)].filter(isSpoof);
  const words = new Set([...mixedScriptWords(text), ...names, ...oddNamesBefore(text)]);
  for (const word of [...words].slice(0, WORDS_MAX)) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      for (const [where, script] of foreignIn(word)) found.set(at + where, script);
    }
  }
  return found;
}

/** Of a word with Latin letters all others; else all that are not of the script it begins with. And what stands in for a letter. */
function foreignIn(word: string): ReadonlyMap<number, string> {
  const scripts = scriptsOf(word);
  const own = scripts.includes("Latin") ? "Latin" : scripts[0];
  const disguised = passesForLatin(word);
  const found = new Map<number, string>();
  let at = 0;
  for (const letter of word) {
    const [script = own] = scriptsOf(letter);
    if (disguised && passesForLatin(letter)) found.set(at, STANDS_IN);
    else if (script !== undefined && script !== own) found.set(at, script);
    at += letter.length;
  }
  return found;
}

function withMarks(span: Span, letters: ReadonlyMap<number, string>): readonly Span[] {
  if (span.type === "mark" || letters.size === 0 || "words" in span) return [span];
  const spans: Span[] = [];
  let [run, of, at]: [string, string | undefined, number] = ["", undefined, 0];
  const close = (): void => {
    if (run !== "") spans.push(of === undefined ? { ...span, text: run } : markOf(run, of));
    run = "";
  };
  for (const letter of span.text) {
    const script = letters.get(at);
    if (script !== of) close();
    of = script;
    run += letter;
    at += letter.length;
  }
  close();
  return spans;
}

function markOf(letters: string, script: string): Span {
  const codePoint = Array.from(
    letters,
    (letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
  return { type: "mark", codePoint: codePoint.join(" "), name: `${script} ${letters}`, letters };
}
