"use client";

import type { QueryClient } from "@tanstack/react-query";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import type { Connection } from "../../lib/client/live-events";
import { followEvents } from "../../lib/client/live-events";
import type { QueueParameters } from "../../lib/client/people-api";
import { peopleApi } from "../../lib/client/people-api";
import { cardQuery, lastQuery, queryKeys, queueQuery } from "../../lib/client/queries";
import type { QueueView } from "../../lib/client/queue-view";
import { viewOf, withArrivals, withEvent, withMore, withReading } from "../../lib/client/queue-view";
import type { PeopleEvent, QueueRow } from "../../lib/contract/people";
import { afterPaint } from "../ui/after-paint";
import { isFound } from "../../lib/domain/queue-order";
import { syncClock } from "../ui/clock";

/** Cards whose data is fetched ahead of need. */
const PREFETCH = 3;
/** Counts of the other sections are read again this long after the last event, once for a burst. */
const COUNTS_AFTER_MS = 1_000;

export interface LiveQueue {
  readonly view: QueueView;
  readonly connection: Connection;
  readonly update: (change: (view: QueueView) => QueueView) => void;
  readonly showArrivals: () => void;
  readonly loadMore: () => Promise<void>;
}

/** With fewer rows left than this, the next page is read ahead. */
const RUNNING_LOW = 15;

/** One section of the queue, held live: events update it in place, and after a gap in the stream it is read again. */
export function useQueue(given: QueueParameters, initial: QueueView, me: string): LiveQueue {
  const client = useQueryClient();
  const { queue, agent, sort, mine, text, fold } = given;
  const parameters = useMemo(() => ({ queue, agent, sort, mine, text, fold }), [queue, agent, sort, mine, text, fold]);
  const options = useMemo(() => queueQuery(parameters), [parameters]);
  const { data: view } = useQuery({ ...options, initialData: initial });
  const [connection, setConnection] = useState<Connection>("connecting");

  const update = useCallback<LiveQueue["update"]>(
    (change) => {
      client.setQueryData(options.queryKey, (current) => (current === undefined ? current : change(current)));
    },
    [client, options],
  );

  const listener = useRef<{ readonly onEvent: (event: PeopleEvent) => void; readonly onOpen: () => void } | null>(null);
  useEffect(() => {
    listener.current = {
      onEvent: (event) => {
        if (event.type !== "proposal" || isIn(parameters, event.row, me)) update((current) => withEvent(current, event, me));
        else update((current) => withEvent(current, { ...event, queue: null }, me));
        if (event.type !== "proposal") return;
        followRow(client, event.row);
        if (event.event === "proposal.commented") void client.invalidateQueries({ queryKey: queryKeys.comments(event.row.id) });
      },
      onOpen: () => {
        // Without an answer the stream is not there either: it opens again, and then this is asked again.
        readAgain(client, parameters, update).catch(() => undefined);
      },
    };
  });
  const countSoon = useCounts(parameters, update);
  useEffect(
    () =>
      followEvents({
        onEvent: (event) => {
          listener.current?.onEvent(event);
          if (event.type === "proposal") countSoon();
        },
        onConnection: setConnection,
        onOpen: () => {
          listener.current?.onOpen();
        },
      }),
    [countSoon],
  );

  const { next } = view;
  const loadMore = useCallback(async () => {
    if (next === null) return;
    const page = await peopleApi.queue(parameters, next);
    update((current) => withMore(current, page));
  }, [next, parameters, update]);
  useLoadAhead(
    connection === "live" && view.rows.filter((row) => row.left === null).length < RUNNING_LOW ? next : null,
    loadMore,
  );
  const showArrivals = useCallback(() => {
    update(withArrivals);
  }, [update]);
  return { view, connection, update, loadMore, showArrivals };
}

/** Whether a row belongs to this view: by agent, by whose it is, by what is searched for. Its section is told apart. */
function isIn({ queue, agent, mine, text }: QueueParameters, row: QueueRow, me: string): boolean {
  if (agent !== null && row.agent.id !== agent) return false;
  const decided = queue === "waiting" || queue === "done";
  if (mine && (decided ? row.decision?.by.some(({ id }) => id === me) !== true : row.assignee?.id !== me)) return false;
  return text === null || text === "" || isFound({ ...row, agentName: row.agent.name }, text);
}

/** Reads the next page, once, as soon as it is named: whoever works through a long queue must not meet an end that is none. */
function useLoadAhead(next: string | null, loadMore: () => Promise<void>): void {
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (next === null || asked.current === next) return;
    asked.current = next;
    // It failed: the button below the list still asks for it.
    loadMore().catch(() => undefined);
  }, [next, loadMore]);
}

/** What may have been missed while nobody listened: the section is read again in place, and every card that is no longer as it was. */
async function readAgain(client: QueryClient, parameters: QueueParameters, update: LiveQueue["update"]): Promise<void> {
  const page = await peopleApi.queue(parameters, null);
  syncClock(page.now);
  update((current) => withReading(current, page));
  const read = new Set(page.items.map((row) => row.id));
  for (const row of page.items) followRow(client, row);
  await client.invalidateQueries({
    predicate: ({ queryKey: [kind, id] }) => kind === "last" || (kind === "card" && !read.has(String(id))),
  });
}

/** Reads the sections' sizes again, once for a burst of events. */
function useCounts(parameters: QueueParameters, update: LiveQueue["update"]): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      peopleApi.queue({ ...parameters, limit: 1 }, null).then(
        (page) => {
          syncClock(page.now);
          update((current) => ({ ...current, counts: viewOf(parameters.queue, page, Date.now()).counts }));
        },
        // The stream says when the server is gone; a missed count is corrected by the next one.
        () => undefined,
      );
    }, COUNTS_AFTER_MS);
  }, [parameters, update]);
}

/** Fetches the cards that come next, so that the next one is there when the key is pressed. */
export function usePrefetch(rows: readonly QueueRow[], selected: string | null): void {
  const client = useQueryClient();
  useEffect(() => {
    const index = Math.max(
      0,
      rows.findIndex((row) => row.id === selected),
    );
    return afterPaint(() => {
      for (const row of rows.slice(index, index + 1 + PREFETCH)) client.query(cardQuery(row.id)).catch(() => undefined);
    });
  }, [client, rows, selected]);
}

/** A changed version has to be read anew; another revision of the same version only moves the row. */
function followRow(client: QueryClient, row: QueueRow): void {
  const card = client.getQueryData(cardQuery(row.id).queryKey);
  if (
    card !== undefined &&
    (card.row.version !== row.version || card.row.signatures !== row.signatures || card.row.status !== row.status)
  ) {
    void client.invalidateQueries({ queryKey: cardQuery(row.id).queryKey });
  }
  // One's own decision stays what it was, though it is kept from those who are asked for a second opinion.
  client.setQueryData(lastQuery().queryKey, (last) =>
    last?.map((earlier) => (earlier.id === row.id && earlier.revision <= row.revision && row.look !== "double" ? row : earlier)),
  );
}
