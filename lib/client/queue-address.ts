import { QUEUES } from "../domain/words";
import type { QueueParameters } from "./people-api";

export const SORTS = ["stake", "due", "age", "agent"] as const;

/** The view of the queue that an address names; what it does not know falls back to the default. */
export function queueParameters(read: (name: string) => string | null): QueueParameters {
  return {
    queue: QUEUES.find((queue) => queue === read("section")) ?? "needs_you",
    agent: read("agent"),
    sort: SORTS.find((sort) => sort === read("sort")) ?? "stake",
    mine: read("mine") === "yes",
    text: read("text")?.trim().slice(0, 200) ?? null,
    fold: read("fold") !== "no",
  };
}

/** The address of a view of the queue. */
export function queueHref({ queue, agent, sort, mine, text, fold }: QueueParameters): string {
  const search = new URLSearchParams();
  if (queue !== "needs_you") search.set("section", queue);
  if (agent !== null) search.set("agent", agent);
  if (sort !== "stake") search.set("sort", sort);
  if (mine) search.set("mine", "yes");
  if (text !== null && text !== "") search.set("text", text);
  if (!fold) search.set("fold", "no");
  const query = search.toString();
  return query === "" ? "/queue" : `/queue?${query}`;
}

/** The order that follows this one: what the key for it leads to. */
export function nextSort(sort: QueueParameters["sort"]): QueueParameters["sort"] {
  return SORTS[(SORTS.indexOf(sort) + 1) % SORTS.length] ?? "stake";
}

/** One word for a view: another view is another list. */
export function viewName({ queue, agent, sort, mine, text }: QueueParameters): string {
  return [queue, agent ?? "", sort, String(mine), text ?? ""].join("|");
}
