import type { QueueParameters } from "./people-api";
import type { QueueView } from "./queue-view";

type Narrowed = Pick<QueueParameters, "agent" | "mine" | "text">;

/** Whether this view shows a part of its section: the sizes of sections say nothing about it. */
export function isNarrowed({ agent, mine, text }: Narrowed): boolean {
  return agent !== null || mine || (text ?? "") !== "";
}

/**
 * How many lines the list has in all, of which so many are shown; -1 where that is not known, as ARIA says it: how those that are not loaded fold is not
 * known either.
 */
export function linesInAll(
  { queue, arrivals, next, counts, countCap }: Pick<QueueView, "queue" | "arrivals" | "next" | "counts" | "countCap">,
  parameters: Narrowed,
  { lines, fold }: { readonly lines: number; readonly fold: boolean },
): number {
  if (next === null) return lines;
  const count = counts[queue] ?? countCap;
  return fold || count >= countCap || isNarrowed(parameters) ? -1 : Math.max(lines, count - arrivals.length);
}
