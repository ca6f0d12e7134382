import type { Diff, Span, TextLine } from "../card";
import { subjectWords } from "../finish-card";
import { added, valued } from "../spans";
import { changedLines } from "../text-lines";

/** Where a client starts quoting what was written before. */
const QUOTE_START =
  /^(?:>|On .{4,120} wrote:$|Am .{4,120} schrieb .{1,80}:$|Le .{4,120} a écrit\s?:$|-{2,}\s?(?:Original Message|Forwarded message)\s?-{2,})/u;
/** Prices, dates and refunds bind whoever sends them. */
const PROMISE =
  /(?:[€$£]\s?\d[\d.,]{0,20}|\d[\d.,]{0,20}\s?(?:€|\$|£|%|EUR|USD|GBP|CHF)(?![\p{L}\p{N}]))|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)?\.? (?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b|\b(?:refund(?:ed|s)?|reimburse(?:d|ment)?|money back|free of charge|guarantee[ds]?|compensat(?:e|ed|ion)|discount(?:ed|s)?|waive[ds]?|credit(?:ed)? (?:you|your)|erstatte\w*|rückerstatt\w*|rembours\w*|reembols\w*)/giu;

/** Looking for a line inside the thread reads all of it: so many characters are read in all. */
const READ_MAX = 64_000_000;

export interface MailBody {
  readonly diff: Extract<Diff, { type: "text" }>;
  /** The promises found in what is new, each once. */
  readonly promises: readonly string[];
  /** Words that nobody approved before. */
  readonly newWords: number;
}

/**
 * What is to be read of a message: its own words, all of them, with promises set as values. Quoted text that stands in `thread` is
 * folded; quoted text that does not is no quotation, and stays. Against a similar approved message only the words that changed.
 */
export function mailBody(body: string, thread: string, approved: string | null): MailBody {
  const lines = body.split(/\r?\n/u);
  const own: string[] = [];
  const isQuoted = lookedUpIn(thread);
  let folded = 0;
  let quoting = false;
  for (const line of lines) {
    quoting = quoting || QUOTE_START.test(line);
    const words = line.replace(/^[>\s]+/u, "").trim();
    if (quoting && (words === "" || (QUOTE_START.test(line.trim()) && !line.startsWith(">")) || isQuoted(words))) folded += 1;
    else own.push(line);
  }
  const text = trimmed(own).join("\n");
  const compared = approved === null ? null : changedLines(approved, text);
  const textLines = compared ?? text.split("\n").map((line): TextLine => ({ change: "added", spans: withPromises(line) }));
  return {
    diff: {
      type: "text",
      ...subjectWords(compared === null ? "email.message" : "email.messageAgainstLast"),
      lines: textLines,
      more: { count: folded, unlike: 0 },
    },
    promises: [...new Set(text.match(PROMISE) ?? [])],
    newWords: wordsIn(textLines),
  };
}

/** Whether words stand in `thread`: as a line, or inside one while {@link READ_MAX} lasts. What was not found stays to be read. */
function lookedUpIn(thread: string): (words: string) => boolean {
  const lines = new Set(thread.split(/\r?\n/u).map((line) => line.replace(/^[>\s]+/u, "").trim()));
  let left = READ_MAX;
  return (words) => {
    if (thread === "" || lines.has(words)) return thread !== "";
    left -= thread.length;
    return left >= 0 && thread.includes(words);
  };
}

function withPromises(line: string): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const { 0: promise, index } of line.matchAll(PROMISE)) {
    spans.push(...added(line.slice(from, index)), ...valued(promise));
    from = index + promise.length;
  }
  return [...spans, ...added(line.slice(from))];
}

function wordsIn(lines: readonly TextLine[]): number {
  return lines
    .flatMap(({ spans }) => spans)
    .filter(({ type }) => type === "added" || type === "value")
    .reduce(
      (sum, span) => sum + (span.type === "mark" ? 0 : (span.text.match(/[\p{L}\p{N}]+(?:['’\-][\p{L}\p{N}]+)*/gu) ?? []).length),
      0,
    );
}

function trimmed(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  const last = lines.findLastIndex((line) => line.trim() !== "");
  return first === -1 ? [""] : lines.slice(first, last + 1);
}
