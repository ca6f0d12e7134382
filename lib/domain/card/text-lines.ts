import type { Span, TextLine } from "./card";
import { diffWords } from "./record/word-diff";

/** Less in common than this, and a text is new rather than the last one changed. */
const KEPT_SHARE_MIN = 0.5;

/** `text` line by line against `before`, word level; null where they have too little in common to be versions of one text. */
export function changedLines(before: string, text: string): readonly TextLine[] | null {
  const { merged } = diffWords(before.trim(), text);
  const kept = merged.reduce((sum, span) => sum + (span.type === "text" ? span.text.length : 0), 0);
  if (text === "" || kept / Math.max(text.length, before.trim().length) < KEPT_SHARE_MIN) return null;
  return linesOf(merged);
}

/** Spans cut at line breaks; a line without a changed span is the same. */
function linesOf(spans: readonly Span[]): readonly TextLine[] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    const parts = span.type === "mark" ? [] : span.text.split("\n");
    if (span.type === "mark") lines.at(-1)?.push(span);
    else {
      parts.forEach((text, at) => {
        if (at > 0) lines.push([]);
        if (text !== "") lines.at(-1)?.push({ ...span, text });
      });
    }
  }
  return lines.map((line) => ({ change: line.every(({ type }) => type === "text") ? "same" : "changed", spans: line }));
}
