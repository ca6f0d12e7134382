import type { Card, Diff, FieldChange, Span, TextLine } from "./card";

/**
 * How many tokens a person has to read before an honest decision: headline, facts, alarming notes, changed tokens of
 * the diff, failed checks. Labels at fixed places and folded rows count nothing; a token repeated outside prose counts once.
 * The same count runs at ingest, in the browser and in the build (design: review §2.2).
 */
export function mustReadTokens(card: Card): number {
  const seen = new Set<string>();
  const once = (text: string): void => {
    for (const token of tokens(text)) seen.add(token);
  };
  let prose = 0;
  readSpans(card.headline, once);
  for (const fact of card.facts) {
    readSpans(fact.value, once);
    if (fact.alarming && fact.note !== null) once(fact.note);
  }
  for (const check of card.checks) {
    if (check.state !== "failed") continue;
    once(check.says);
    if (check.because !== null) once(check.because);
  }
  if (card.diff?.type === "fields") for (const row of card.diff.rows) readRow(row, once);
  if (card.diff?.type === "text") prose = proseTokens(card.diff);
  return seen.size + prose;
}

function readSpans(spans: readonly Span[], once: (text: string) => void): void {
  for (const span of spans) once(span.type === "mark" ? span.codePoint : span.text);
}

function readRow(row: FieldChange, once: (text: string) => void): void {
  if (row.change === "context") return;
  const whole = row.change !== "changed";
  readSpans(whole ? row.before : changed(row.before), once);
  readSpans(whole ? row.after : changed(row.after), once);
}

/** In prose a word read twice is read twice: repetition does not make a message shorter. */
function proseTokens(diff: Extract<Diff, { type: "text" }>): number {
  let count = 0;
  const add = (text: string): void => {
    count += tokens(text).length;
  };
  for (const line of diff.lines) readSpans(lineToRead(line), add);
  return count;
}

function lineToRead(line: TextLine): readonly Span[] {
  if (line.change === "same") return line.spans.filter((span) => span.type === "mark");
  return line.change === "changed" ? changed(line.spans) : line.spans;
}

function changed(spans: readonly Span[]): readonly Span[] {
  return spans.filter((span) => span.type !== "text");
}

// Making a segmenter costs about a millisecond, using one about a microsecond a word: one for the process.
const WORDS = new Intl.Segmenter("en", { granularity: "word" });

/** UUIDs and hexadecimal hashes are shown as 4 + 4 characters, so they read as two tokens. */
const HASH =
  /\b(?:sha\d+:)?(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?=[0-9a-f]*\d)[0-9a-f]{32,128})\b/giu;
const NUMBER = /^\d[\d.,]*$/u;
const BREAKS = /[/._\-@:]+|(?<=[\p{Ll}\p{Nd}])(?=\p{Lu}\p{Ll})|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const PICTURE = /\p{Extended_Pictographic}/u;

/**
 * The tokens of `text`: words by Unicode's rules (UAX 29), identifiers split at `/ . _ - @ :` and camel humps, amounts
 * whole. `support@acme.com` is 3, `/var/lib/app` 3, `1,250.00 EUR` 2, a hash 2, an emoji 1.
 */
export function tokens(text: string): readonly string[] {
  const found: string[] = [];
  const rest = text.replace(HASH, (hash) => {
    found.push(hash.slice(0, 4), hash.slice(-4));
    return " ";
  });
  for (const { segment, isWordLike } of WORDS.segment(rest)) {
    if (isWordLike === true) found.push(...split(segment));
    else if (PICTURE.test(segment)) found.push(segment);
  }
  return found;
}

function split(word: string): readonly string[] {
  if (NUMBER.test(word)) return [word];
  return word.split(BREAKS).filter((part) => part !== "");
}
