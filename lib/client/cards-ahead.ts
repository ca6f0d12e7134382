import type { List, Reader } from "./next-card";
import { nextCard } from "./next-card";

/** The cards that one may come to next, to be read ahead: those that follow when one goes on so many times, then a step down and up. */
export function cardsAhead(list: List, from: string | null, count: number, reader: Reader): readonly string[] {
  const ahead = new Set<string>();
  let [at, rest] = [from, list];
  while (ahead.size < count) {
    const next = nextCard(rest, at, "on", reader);
    if (next === null) break;
    ahead.add(next);
    [at, rest] = [next, without(rest, at)];
  }
  for (const way of ["down", "up"] as const) {
    const next = nextCard(list, from, way, reader);
    if (next !== null) ahead.add(next);
  }
  return [...ahead];
}

function without({ rows, arrivals }: List, gone: string | null): List {
  return { rows: rows.filter(({ id }) => id !== gone), arrivals: arrivals.filter(({ id }) => id !== gone) };
}
