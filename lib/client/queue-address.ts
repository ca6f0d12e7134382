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
export function queueHref(view: QueueParameters): string {
  return deskHref("/queue", view, null);
}

/** The same view of the queue as a list or as one card after the other, and which card is open. */
export function deskHref(
  path: "/queue" | "/focus" | "/focus/warm-up",
  { queue, agent, sort, mine, text, fold }: QueueParameters,
  open: string | null,
): string {
  const search = new URLSearchParams();
  if (queue !== "needs_you") search.set("section", queue);
  if (agent !== null) search.set("agent", agent);
  if (sort !== "stake") search.set("sort", sort);
  if (mine) search.set("mine", "yes");
  if (text !== null && text !== "") search.set("text", text);
  if (!fold) search.set("fold", "no");
  if (open !== null) search.set("open", open);
  const query = search.toString();
  return query === "" ? path : `${path}?${query}`;
}

/** The order that follows this one: what the key for it leads to. */
export function nextSort(sort: QueueParameters["sort"]): QueueParameters["sort"] {
  return SORTS[(SORTS.indexOf(sort) + 1) % SORTS.length] ?? "stake";
}

/** One word for a view: another view is another list. */
export function viewName({ queue, agent, sort, mine, text }: QueueParameters): string {
  return [queue, agent ?? "", sort, String(mine), text ?? ""].join("|");
}
