import type { Diff } from "../../lib/domain/card/card";

/** What a diff does not show, in words; null when it shows everything. `urgent` when something unlike the rest is folded away. */
export interface DiffRest {
  readonly says: string;
  readonly urgent: boolean;
}

/** Accounts for every row that is not drawn, so that nothing is folded away in silence. */
export function diffRest(diff: Diff): DiffRest | null {
  const { count, unlike } = diff.more;
  const noun = diff.type === "fields" ? "change" : "line";
  const parts: string[] = [];
  if (count > 0) {
    const unlikeness = unlike === 0 ? "all like these" : `${unlike.toString()} unlike the rest`;
    parts.push(`${plural(count, `more ${noun}`)}, ${unlikeness}`);
  }
  if (diff.type === "fields" && diff.unchanged > 0) {
    const changes = diff.rows.some((row) => row.change !== "context");
    parts.push(`${plural(diff.unchanged, changes ? "more field" : "field")}, none changed`);
  }
  return parts.length === 0 ? null : { says: parts.join(" · "), urgent: count > 0 && unlike > 0 };
}

function plural(count: number, noun: string): string {
  return `${count.toString()} ${noun}${count === 1 ? "" : "s"}`;
}
