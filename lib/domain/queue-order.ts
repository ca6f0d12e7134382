import type { Kind } from "./words";

/** After so many of one kind in a row the eye skips: then one of another kind comes between (design: review §4.1). */
export const SAME_KIND_MAX = 8;

/**
 * The rows in their order, but with no more than {@link SAME_KIND_MAX} of one kind in a row while another kind is left: the first of another kind
 * is brought forward, everything else keeps its order.
 */
export function withoutLongRuns<Row extends { readonly kind: Kind }>(
  rows: readonly Row[],
  max: number = SAME_KIND_MAX,
): readonly Row[] {
  const left = [...rows];
  const ordered: Row[] = [];
  let run = 0;
  while (left.length > 0) {
    const last = ordered.at(-1)?.kind;
    const other = run < max ? 0 : left.findIndex((row) => row.kind !== last);
    const [next] = left.splice(Math.max(0, other), 1);
    if (next === undefined) break;
    run = next.kind === last ? run + 1 : 1;
    ordered.push(next);
  }
  return ordered;
}

/** What a search looks at. */
export interface Searched {
  readonly id: string;
  readonly headline: string;
  readonly agentName: string;
  readonly actionName: string;
}

/** True when every word of `text` stands somewhere in the row: headline, agent, action or id. */
export function isFound(row: Searched, text: string): boolean {
  const within = `${row.headline}\n${row.agentName}\n${row.actionName}\n${row.id}`.toLocaleLowerCase();
  return text
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((word) => within.includes(word));
}
