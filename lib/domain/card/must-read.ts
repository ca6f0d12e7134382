import type { Card, FieldChange, Span, TextLine } from "./card";
import { LABEL_LENGTH_MAX } from "./human-words";
import { aboutKind } from "./kinds";

/** Counting stops here: nobody reads more in one sitting, and a hostile payload must not cost more at ingest. */
export const TOKENS_COUNTED_MAX = 5_000;
const TEXT_COUNTED_MAX = 65_536;

/**
 * How many tokens a person has to read before an honest decision: headline, facts, alarming notes, changed tokens of
 * the diff, failed checks, and what is unchanged by the agent’s word alone. Labels in fixed places and folded rows count nothing; a token repeated outside prose counts once.
 * The same count runs at ingest, in the browser and in the build (design: review §2.2). At most {@link TOKENS_COUNTED_MAX}.
 */
export function mustReadTokens(card: Card): number {
  const counter = new Counter();
  readSpans(card.headline, counter);
  for (const fact of card.facts) {
    // Only a card written for its kind has its labels in places that eyes learn, and none of its own is this long.
    if (aboutKind(card.kind).plain === true || fact.label.length > LABEL_LENGTH_MAX) counter.once(fact.label);
    readSpans(fact.value, counter);
    if (fact.alarming && fact.note !== null) counter.once(fact.note);
  }
  for (const check of card.checks) {
    if (check.state !== "failed") continue;
    counter.once(check.says);
    if (check.because !== null) counter.once(check.because);
  }
  if (card.diff?.type === "fields") for (const row of card.diff.rows) readRow(row, counter);
  if (card.diff?.type === "text") for (const line of card.diff.lines) readLine(line, counter);
  return counter.total();
}

class Counter {
  readonly #seen = new Set<string>();
  #repeating = 0;

  /** Counts each token of `text` that was not counted before. */
  once(text: string): void {
    if (this.#isFull()) return;
    for (const token of tokens(text.slice(0, TEXT_COUNTED_MAX))) this.#seen.add(token);
  }

  /** Counts every token: in prose a word read twice is read twice. */
  each(text: string): void {
    if (!this.#isFull()) this.#repeating += tokens(text.slice(0, TEXT_COUNTED_MAX)).length;
  }

  total(): number {
    return Math.min(TOKENS_COUNTED_MAX, this.#seen.size + this.#repeating);
  }

  #isFull(): boolean {
    return this.#seen.size + this.#repeating >= TOKENS_COUNTED_MAX;
  }
}

function readSpans(spans: readonly Span[], counter: Counter): void {
  for (const span of spans) counter.once(span.type === "mark" ? span.codePoint : span.text);
}

/** Of a changed field the tokens that changed, and a name too long to be taken in at a glance; of one that is new, gone or set to what it was all of it, its name too: the name is the news. */
function readRow(row: FieldChange, counter: Counter): void {
  if (row.change === "context" || row.change === "alike") return;
  if (row.change === "changed") {
    if (row.field.length > LABEL_LENGTH_MAX) counter.once(row.field);
    readSpans(changed(row.before), counter);
    readSpans(row.claimed === true ? row.after : changed(row.after), counter);
    return;
  }
  counter.once(row.field);
  if (row.change !== "kept") readSpans(row.before, counter);
  readSpans(row.after, counter);
}

function readLine(line: TextLine, counter: Counter): void {
  for (const span of lineToRead(line)) counter.each(span.type === "mark" ? span.codePoint : span.text);
}

function lineToRead(line: TextLine): readonly Span[] {
  if (line.claimed === true) return line.spans;
  if (line.change === "same") return line.spans.filter((span) => span.type === "mark");
  return line.change === "changed" ? changed(line.spans) : line.spans;
}

function changed(spans: readonly Span[]): readonly Span[] {
  return spans.filter((span) => span.type !== "text");
}

// Making a segmenter costs about a millisecond, using one about a microsecond a word: one for the process.
const PIECE = 1_000;
const WORDS = new Intl.Segmenter("en", { granularity: "word" });

/** UUIDs and hexadecimal hashes are shown as 4 + 4 characters, so they read as two tokens. */
const HASH =
  /\b(?:sha\d+:)?(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?=[0-9a-f]*\d)[0-9a-f]{32,128})\b/giu;
const HASH_LENGTH = 32;
const BREAKS = /[/._\-@:]+|(?<=[\p{Ll}\p{Nd}])(?=\p{Lu}\p{Ll})|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** Most words, in which none of those breaks can be: a word of ASCII without humps, a number. */
const WHOLE = /^(?:[A-Z]?[a-z]+|\d[\d.,]*)$/;
const PICTURE = /\p{Extended_Pictographic}/u;

/**
 * The tokens of `text`: words by Unicode's rules (UAX 29), identifiers split at `/ . _ - @ :` and camel humps, amounts
 * whole. `support@acme.com` is 3, `/var/lib/app` 3, `1,250.00 EUR` 2, a hash 2, an emoji 1.
 */
export function tokens(text: string): readonly string[] {
  const found: string[] = [];
  const rest =
    text.length < HASH_LENGTH
      ? text
      : text.replace(HASH, (hash) => {
          found.push(hash.slice(0, 4), hash.slice(-4));
          return " ";
        });
  for (const word of SIMPLE.test(rest) ? simpleWords(rest) : words(rest)) addParts(word, found);
  return found;
}

/**
 * ASCII and the punctuation of our own sentences, where UAX 29 comes down to one pattern: letters, digits and underscores, joined by an
 * apostrophe, stop or colon between letters (WB6, WB7) and by an apostrophe, stop, comma or semicolon between digits (WB11, WB12).
 * Fifty times faster than the segmenter, and equal to it (a test says so).
 */
const SIMPLE = /^[\x09\x0a\x0d\x20-\x7e’“”→−…–—⟨⟩]*$/u;
const SIMPLE_WORD = /[A-Za-z0-9_]+(?:(?:(?<=[A-Za-z])['.:·’](?=[A-Za-z])|(?<=[0-9])['.,;’](?=[0-9]))[A-Za-z0-9_]+)*/gu;

function simpleWords(text: string): readonly string[] {
  return text.match(SIMPLE_WORD) ?? [];
}

function words(text: string): readonly string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of segments(text)) {
    if (isWordLike === true || PICTURE.test(segment)) found.push(segment);
  }
  return found;
}

/**
 * As the segmenter has them, a piece of the text at a time: its own way through a long text takes the square of the length. What the end of a
 * piece may have cut, or seen too little of to join (WB6, WB12), begins the next piece; a boundary once found rests on nothing before it.
 */
function* segments(text: string): Generator<Intl.SegmentData> {
  let size = PIECE;
  for (let from = 0; from < text.length;) {
    const end = wholeAt(text, from + size);
    const found = Array.from(WORDS.segment(text.slice(from, end)));
    const sure = end < text.length ? found.slice(0, -2) : found;
    yield* sure;
    from += sure.reduce((length, { segment }) => length + segment.length, 0);
    size = sure.length === 0 ? size * 2 : PIECE;
  }
}

/** `at`, or one further where it would part a pair of surrogates. */
function wholeAt(text: string, at: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at + 1 : at;
}

/** The words of `text` by the segmenter alone: what {@link tokens} has to agree with. */
export function segmentedWords(text: string): readonly string[] {
  const found: string[] = [];
  for (const word of words(text)) addParts(word, found);
  return found;
}

function addParts(word: string, found: string[]): void {
  if (WHOLE.test(word)) found.push(word);
  else for (const part of word.split(BREAKS)) if (part !== "") found.push(part);
}
