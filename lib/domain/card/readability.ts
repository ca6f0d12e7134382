import type { FaceSentence } from "./said";
import { hidesCharacters } from "./spans";

const LINE_LENGTH_MAX = 2_000;
const WORD_LENGTH_MAX = 500;
/** Shorter than this a text can hide nothing by its length. */
const SHORT_LENGTH = 40;
// Exact counts, not `{40,}`: then no run of spaces, however long, is walked twice.
const GAP = new RegExp(`[^\\S\\n]{${SHORT_LENGTH}}|\\n{20}`, "u");
const EMBEDDED = /\bdata:[\w.+-]{1,64}\/[\w.+-]{1,64}[;,]/iu;

/**
 * What keeps a person from honestly having read `text`, empty when nothing does: hidden characters, lines and gaps that
 * scroll away (trust H6), embedded files, bytes that were not text.
 */
export function textProblems(text: string): readonly FaceSentence[] {
  const problems: FaceSentence[] = [];
  if (hidesCharacters(text)) problems.push({ key: "face.unread.hidden" });
  if (text.includes("\uFFFD")) problems.push({ key: "face.unread.undecoded" });
  if (text.includes(":") && EMBEDDED.test(text)) problems.push({ key: "face.unread.embedded" });
  if (text.length <= SHORT_LENGTH) return problems;
  if (GAP.test(text)) problems.push({ key: "face.unread.gap" });
  const longest = text.length <= LINE_LENGTH_MAX ? 0 : longestLine(text);
  if (longest > LINE_LENGTH_MAX) problems.push({ key: "face.unread.line", values: { characters: longest } });
  else if (text.length > WORD_LENGTH_MAX && text.split(/\s+/u).some((word) => word.length > WORD_LENGTH_MAX)) {
    problems.push({ key: "face.unread.word", values: { characters: WORD_LENGTH_MAX } });
  }
  return problems;
}

function longestLine(text: string): number {
  return text.split("\n").reduce((most, line) => Math.max(most, line.length), 0);
}
