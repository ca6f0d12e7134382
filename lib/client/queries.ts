import { queryOptions } from "@tanstack/react-query";

import { cardsApi } from "./cards-api";

/** Keys of everything the browser caches. */
export const queryKeys = {
  card: (id: string) => ["card", id] as const,
  alike: (id: string) => ["alike", id] as const,
  run: (id: string) => ["run", id] as const,
  comments: (id: string) => ["comments", id] as const,
};

/** One card with everything needed to decide it. Read anew when its proposal changes. */
export function cardQuery(id: string) {
  return queryOptions({ queryKey: queryKeys.card(id), queryFn: ({ signal }) => cardsApi.card(id, signal), staleTime: Infinity });
}

/** What is like one card. Read anew each time: it is looked at before many are decided at once. */
export function alikeQuery(id: string) {
  return queryOptions({ queryKey: queryKeys.alike(id), queryFn: ({ signal }) => cardsApi.alike(id, signal), staleTime: 0 });
}

/** What the run of one proposal asked for before it. Read anew each time: what became of those may have changed. */
export function runQuery(id: string) {
  return queryOptions({
    queryKey: queryKeys.run(id),
    queryFn: ({ signal }) => cardsApi.run(id, signal),
    staleTime: 0,
    gcTime: 0,
  });
}

/** What people said about one proposal. Kept current by the event stream. */
export function commentsQuery(id: string) {
  return queryOptions({
    queryKey: queryKeys.comments(id),
    queryFn: ({ signal }) => cardsApi.comments(id, signal),
    staleTime: Infinity,
  });
}
