import { hidesCharacters } from "./spans";

const LINE_LENGTH_MAX = 2_000;
const WORD_LENGTH_MAX = 500;
/** Shorter than this a text can hide nothing by its length. */
const SHORT_LENGTH = 40;
// Exact counts, not `{40,}`: then no run of spaces, however long, is walked twice.
const GAP = new RegExp(`[^\\S\\n]{${SHORT_LENGTH}}|\\n{20}`, "u");
const EMBEDDED = /\bdata:[\w.+-]{1,64}\/[\w.+-]{1,64}[;,]/iu;

/**
 * What keeps a person from honestly having read `text`, in words; empty when nothing does: hidden characters, lines and gaps that
 * scroll away (trust H6), embedded files, bytes that were not text.
 */
export function textProblems(text: string): readonly string[] {
  const problems: string[] = [];
  if (hidesCharacters(text)) problems.push("hidden characters");
  if (text.includes("\uFFFD")) problems.push("characters that could not be decoded");
  if (text.includes(":") && EMBEDDED.test(text)) problems.push("a file embedded as text");
  if (text.length <= SHORT_LENGTH) return problems;
  if (GAP.test(text)) problems.push("a gap that pushes text out of view");
  const longest = text.length <= LINE_LENGTH_MAX ? 0 : longestLine(text);
  if (longest > LINE_LENGTH_MAX) problems.push(`a line of ${longest} characters`);
  else if (text.length > WORD_LENGTH_MAX && text.split(/\s+/u).some((word) => word.length > WORD_LENGTH_MAX)) {
    problems.push(`more than ${WORD_LENGTH_MAX} characters without a space`);
  }
  return problems;
}

function longestLine(text: string): number {
  return text.split("\n").reduce((most, line) => Math.max(most, line.length), 0);
}
