import { diffWordsWithSpace } from "diff";
import type { Span } from "../card";
import { added, plain, removed } from "../spans";

/** Beyond this many edits the texts have little in common: they are shown whole instead. */
const EDITS_MAX = 400;
const LENGTH_MAX = 20_000;

export interface WordDiff {
  readonly before: readonly Span[];
  readonly after: readonly Span[];
  /** Both in one line: kept, removed and added words in reading order. */
  readonly merged: readonly Span[];
}

/** The two texts with the words that differ set apart; joined back, each side is exactly the text it came from. */
export function diffWords(before: string, after: string): WordDiff {
  const parts =
    before.length + after.length > LENGTH_MAX ? undefined : diffWordsWithSpace(before, after, { maxEditLength: EDITS_MAX });
  if (parts === undefined) {
    const old = removed(before);
    const now = added(after);
    return { before: old, after: now, merged: [...old, ...now] };
  }
  const sides: { before: Span[]; after: Span[]; merged: Span[] } = { before: [], after: [], merged: [] };
  for (const part of parts) {
    const spans = part.added ? added(part.value) : part.removed ? removed(part.value) : plain(part.value);
    if (!part.added) sides.before.push(...spans);
    if (!part.removed) sides.after.push(...spans);
    sides.merged.push(...spans);
  }
  return sides;
}
