import type { Diff, Span, TextLine } from "../card";
import { subjectWords } from "../finish-card";
import { added, valued } from "../spans";
import { changedLines } from "../text-lines";

/** What every reader takes for a quotation, whoever sent it. A line that says that one follows makes none. */
const QUOTED = /^>/u;
/** A link, a host or an address; and a figure long enough for an amount, a year or a piece of an account. */
const LINK_OR_FIGURE = /:\/\/|[\p{L}\d]\.\p{L}{2}|\d{4}/u;
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
 * What is to be read of a message: its own words, all of them, with promises set as values. Folded are only lines that begin as a quotation does and
 * that stand in `thread`, and of these none that promises, links or figures: the thread is the agent’s word (decision 0062). Against a similar approved message
 * only the words that changed.
 */
export function mailBody(body: string, thread: string, approved: string | null): MailBody {
  const lines = body.split(/\r?\n/u);
  const own: string[] = [];
  const isQuoted = lookedUpIn(thread);
  let folded = 0;
  for (const line of lines) {
    const words = line.replace(/^[>\s]+/u, "").trim();
    if (QUOTED.test(line) && !binds(words) && (words === "" || isQuoted(words))) folded += 1;
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

/** Whoever sends a price, a date, an account or a link answers for it, whoever wrote it first. */
function binds(words: string): boolean {
  return LINK_OR_FIGURE.test(words) || words.search(PROMISE) !== -1;
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
