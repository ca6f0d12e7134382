"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import type { Answers } from "../../lib/client/answers";
import type { Connection } from "../../lib/client/live-events";
import { followEvents } from "../../lib/client/live-events";
import type { Reader } from "../../lib/client/next-card";
import type { QueueParameters } from "../../lib/client/people-api";
import { peopleApi } from "../../lib/client/people-api";
import { viewName } from "../../lib/client/queue-address";
import type { QueueView } from "../../lib/client/queue-view";
import { nextLapse, viewOf, withArrivals, withEvent, withMore, withReading, withoutLapsed } from "../../lib/client/queue-view";
import type { PeopleEvent, QueueRow } from "../../lib/contract/people";
import { useDeskMemory } from "../desk-provider";
import { afterPaint } from "../ui/after-paint";
import { isFound } from "../../lib/domain/queue-order";
import { serverNow, syncClock } from "../ui/clock";
import { useLoadedWhenIdle } from "../ui/later";
import { useQueryEngine } from "./use-card";

/** Counts of the other sections are read again this long after the last event, once for a burst. */
const COUNTS_AFTER_MS = 1_000;

export interface LiveQueue {
  readonly view: QueueView;
  readonly connection: Connection;
  readonly update: (change: (view: QueueView) => QueueView) => void;
  readonly showArrivals: () => void;
  readonly loadMore: () => Promise<void>;
  /** The person's own last decisions, as the server has them. */
  readonly last: readonly QueueRow[];
  readonly updateLast: (change: (last: readonly QueueRow[]) => readonly QueueRow[]) => void;
}

/** What the page came with. */
export interface GivenQueue {
  readonly view: QueueView;
  readonly last: readonly QueueRow[];
}

/** With fewer rows left than this, the next page is read ahead. */
const RUNNING_LOW = 15;

/** One section of the queue, held live: events update it in place, and after a gap in the stream it is read again. */
export function useQueue(given: QueueParameters, initial: GivenQueue, me: string): LiveQueue {
  const { answers } = useDeskMemory();
  const { queue, agent, sort, mine, text, fold } = given;
  const parameters = useMemo(() => ({ queue, agent, sort, mine, text, fold }), [queue, agent, sort, mine, text, fold]);
  const { view, update } = useView(viewName(parameters), initial.view);
  const [last, updateLast] = useState(initial.last);
  const [connection, setConnection] = useState<Connection>("connecting");

  const listener = useRef<{ readonly onEvent: (event: PeopleEvent) => void; readonly onOpen: () => void } | null>(null);
  useEffect(() => {
    listener.current = {
      onEvent: (event) => {
        if (event.type !== "proposal" || isIn(parameters, event.row, me)) update((current) => withEvent(current, event, me));
        else update((current) => withEvent(current, { ...event, queue: null }, me));
        if (event.type !== "proposal") return;
        followRow(answers, event.row);
        updateLast((rows) => rows.map((row) => laterOf(row, event.row)));
        if (event.event === "proposal.commented") answers.engine()?.heard(event.row);
      },
      onOpen: () => {
        // Without an answer the stream is not there either: it opens again, and then this is asked again.
        readAgain(answers, parameters, { update, updateLast }).catch(() => undefined);
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

  useLapses(view, update);

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
  return { view, connection, update, loadMore, showArrivals, last, updateLast };
}

/**
 * The view that is shown. It outlives its screen for a while: who comes back, as from the single card, finds it as it was left. A change is made
 * at once and once, whenever it is drawn.
 */
function useView(name: string, initial: QueueView): Pick<LiveQueue, "view" | "update"> {
  const memory = useDeskMemory();
  const [view, setView] = useState(() => memory.view(name, performance.now()) ?? initial);
  const current = useRef(view);
  const update = useCallback<LiveQueue["update"]>(
    (change) => {
      const next = change(current.current);
      if (next === current.current) return;
      current.current = next;
      memory.keepView(name, next);
      setView(next);
    },
    [memory, name],
  );
  useEffect(
    () => () => {
      memory.leaveView(name, performance.now());
    },
    [memory, name],
  );
  return { view, update };
}

/** Takes out each lease as it ends: no event tells of it. */
function useLapses(view: QueueView, update: LiveQueue["update"]): void {
  const lapse = useMemo(() => nextLapse(view), [view]);
  useEffect(() => {
    if (lapse === Infinity) return;
    const timer = setTimeout(() => update((current) => withoutLapsed(current, lapse)), lapse - serverNow());
    return () => {
      clearTimeout(timer);
    };
  }, [lapse, update]);
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
async function readAgain(
  answers: Answers,
  parameters: QueueParameters,
  { update, updateLast }: Pick<LiveQueue, "update" | "updateLast">,
): Promise<void> {
  // Not loaded when it was needed, as happens when the server is away: now it can be.
  if (answers.failed()) answers.load().catch(() => undefined);
  const [page, last] = await Promise.all([peopleApi.queue(parameters, null), peopleApi.last()]);
  syncClock(page.now);
  update((current) => withReading(current, page));
  updateLast(() => last.items);
  const read = new Set(page.items.map((row) => row.id));
  for (const row of page.items) followRow(answers, row);
  await answers.doubt((id) => !read.has(id));
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
      peopleApi.queue({ ...parameters, limit: 1 }, null, undefined, true).then(
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

/** The latest, in milliseconds, that reading ahead waits for a moment in which the browser has nothing better to do. */
const AHEAD_WITHIN_MS = 100;

/** Fetches the cards that come next, so that the next one is there when the key is pressed. What fetches them is loaded behind the first card. */
export function usePrefetch(view: QueueView, selected: string | null, reader: Reader): void {
  const { answers } = useDeskMemory();
  const engine = useQueryEngine();
  useLoadedWhenIdle(answers, AHEAD_WITHIN_MS);
  useEffect(() => {
    if (engine === null) return;
    return afterPaint(() => {
      engine.readAhead(view, selected, reader);
    });
  }, [engine, view, selected, reader]);
}

/** What a card is read anew for; another revision of the same version only moves the row. */
const FOLLOWED = ["version", "signatures", "status", "lapsed"] as const;

function followRow(answers: Answers, row: QueueRow): void {
  const known = answers.known(row.id)?.row;
  if (known !== undefined && FOLLOWED.some((field) => known[field] !== row[field])) void answers.doubt((id) => id === row.id);
}

/** The later of what is known of a row. One's own decision stays what it was, though it is kept from those who are asked for a second opinion. */
function laterOf(known: QueueRow, heard: QueueRow): QueueRow {
  return known.id === heard.id && known.revision <= heard.revision && heard.look !== "double" ? heard : known;
}
