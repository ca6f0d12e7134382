import { queryOptions, skipToken } from "@tanstack/react-query";

import type { CardDetail } from "../contract/people";
import type { QueueParameters } from "./people-api";
import { peopleApi } from "./people-api";
import { viewName } from "./queue-address";
import { viewOf } from "./queue-view";

/** Keys of everything the browser caches. */
export const queryKeys = {
  queue: (parameters: QueueParameters) => ["queue", viewName(parameters)] as const,
  card: (id: string) => ["card", id] as const,
  last: ["last"] as const,
  alike: (id: string) => ["alike", id] as const,
  comments: (id: string) => ["comments", id] as const,
  seen: (id: string) => ["seen", id] as const,
};

/** One section of the queue. Kept current by the event stream, so it is never refetched by time. */
export function queueQuery(parameters: QueueParameters) {
  return queryOptions({
    queryKey: queryKeys.queue(parameters),
    queryFn: async ({ signal }) => viewOf(parameters.queue, await peopleApi.queue(parameters, null, signal), Date.now()),
    staleTime: Infinity,
  });
}

/** One card with everything needed to decide it. Dropped from the cache when its proposal changes. */
export function cardQuery(id: string) {
  return queryOptions({ queryKey: queryKeys.card(id), queryFn: ({ signal }) => peopleApi.card(id, signal), staleTime: Infinity });
}

/** What is like one card. Read anew each time: it is looked at before many are decided at once. */
export function alikeQuery(id: string) {
  return queryOptions({ queryKey: queryKeys.alike(id), queryFn: ({ signal }) => peopleApi.alike(id, signal), staleTime: 0 });
}

/** What people said about one proposal. Kept current by the event stream. */
export function commentsQuery(id: string) {
  return queryOptions({
    queryKey: queryKeys.comments(id),
    queryFn: async ({ signal }) => (await peopleApi.comments(id, signal)).items,
    staleTime: Infinity,
  });
}

/** The person's own last decisions. */
export function lastQuery() {
  return queryOptions({ queryKey: queryKeys.last, queryFn: async () => (await peopleApi.last()).items, staleTime: Infinity });
}

/** The card as this person first had it before them in this tab, so that a later version can say what changed. Written by the screen, never read from the server. */
export function seenQuery(id: string) {
  return queryOptions<CardDetail>({ queryKey: queryKeys.seen(id), queryFn: skipToken, staleTime: Infinity });
}
