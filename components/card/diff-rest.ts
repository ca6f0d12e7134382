import type { Diff } from "../../lib/domain/card/card";
import type { Words } from "../words/make-words";

/** What a diff does not show, in words; null when it shows everything. `urgent` when something unlike the rest is folded away. */
export interface DiffRest {
  readonly says: string;
  readonly urgent: boolean;
}

/** Accounts for every row that is not drawn, so that nothing is folded away in silence. */
export function diffRest(t: Words<"card">, diff: Diff): DiffRest | null {
  const { count, unlike } = diff.more;
  const parts: string[] = [];
  if (count > 0) parts.push(t(diff.type === "fields" ? "rest.changes" : "rest.lines", { count, unlike }));
  if (diff.type === "fields" && diff.unchanged > 0) {
    const changes = diff.rows.some((row) => row.change !== "context");
    parts.push(t(changes ? "rest.moreFields" : "rest.fields", { count: diff.unchanged }));
  }
  return parts.length === 0 ? null : { says: parts.join(" · "), urgent: count > 0 && unlike > 0 };
}
