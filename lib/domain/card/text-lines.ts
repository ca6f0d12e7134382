import { diffLines } from "diff";
import type { Span, TextLine } from "./card";
import { diffWords } from "./record/word-diff";
import { added, plain, removed } from "./spans";

/** Less in common than this, and a text is new rather than the last one changed. */
const KEPT_SHARE_MIN = 0.5;

/** `text` line by line against `before`, word level; null where they have too little in common to be versions of one text. */
export function changedLines(before: string, text: string): readonly TextLine[] | null {
  const { merged } = diffWords(before.trim(), text);
  const kept = merged.reduce((sum, span) => sum + (span.type === "text" ? span.text.length : 0), 0);
  if (text === "" || kept / Math.max(text.length, before.trim().length) < KEPT_SHARE_MIN) return null;
  return linesOf(merged);
}

/** `lines` whose unchanged words are unchanged by the agent’s word alone: all of them run, and all are to be read. */
export function claimedLines(lines: readonly TextLine[]): readonly TextLine[] {
  return lines.map((line) => (line.change === "same" || line.change === "changed" ? { ...line, claimed: true } : line));
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

/** Beyond this the lines are listed whole, old before new: comparing them would cost more than reading. */
const EDITS_MAX = 1_000;
const PAIRS_MAX = 300;

/**
 * Every line of `after` against `before`: kept, gone or new, and a line that takes the place of another compared word by word. Nothing is
 * left out: without the marked words the lines are exactly the two texts.
 */
export function contentLines(before: string, after: string): readonly TextLine[] {
  const parts = diffLines(before, after, { maxEditLength: EDITS_MAX });
  const blocks = parts ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  const lines: TextLine[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (block === undefined) break;
    if (block.removed && next?.added === true) {
      lines.push(...replacedLines(cut(block.value), cut(next.value)));
      at += 1;
    } else if (block.removed) lines.push(...replacedLines(cut(block.value), []));
    else if (block.added) lines.push(...replacedLines([], cut(block.value)));
    else lines.push(...cut(block.value).map((line): TextLine => ({ change: "same", spans: plain(line) })));
  }
  return lines;
}

/** `old` lines replaced by `now`: word level where they pair off, else the old ones and then the new ones. */
export function replacedLines(old: readonly string[], now: readonly string[]): readonly TextLine[] {
  if (old.length === now.length && old.length <= PAIRS_MAX) {
    return old.map((line, at): TextLine => ({ change: "changed", spans: diffWords(line, now[at] ?? "").merged }));
  }
  return [
    ...old.map((line): TextLine => ({ change: "removed", spans: removed(line) })),
    ...now.map((line): TextLine => ({ change: "added", spans: added(line) })),
  ];
}

function cut(text: string): readonly string[] {
  if (text === "") return [];
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split(/\r?\n/u);
}
