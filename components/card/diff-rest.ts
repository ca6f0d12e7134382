import type { Diff } from "../../lib/domain/card/card";
import type { Words } from "../words/make-words";

/** What a diff does not show, in words; null when it shows everything. `urgent` when something unlike the rest is folded away. */
export interface DiffRest {
  readonly says: string;
  readonly urgent: boolean;
}

/** What is folded, in words: `others` are shown and not told of, and count among the changes. Nothing where nothing is. */
export function foldedSays(t: Words<"card">, { type, more: { count, unlike, kept = 0 } }: Diff, others = 0): string[] {
  if (count + kept + others === 0) return [];
  return [t(type === "fields" ? "rest.changes" : "rest.lines", { count: count + others, unlike: unlike - kept, kept })];
}

/** Accounts for every row that is not drawn, so that nothing is folded away in silence. */
export function diffRest(t: Words<"card">, diff: Diff): DiffRest | null {
  const parts = foldedSays(t, diff);
  if (diff.type === "fields" && diff.unchanged > 0) {
    const changes = diff.rows.some((row) => row.change !== "context");
    parts.push(t(changes ? "rest.moreFields" : "rest.fields", { count: diff.unchanged }));
  }
  return parts.length === 0 ? null : { says: parts.join(" · "), urgent: diff.more.unlike > 0 };
}
