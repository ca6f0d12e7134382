import type { PeopleEvent } from "../contract/people";
import { SILENT_MS } from "../domain/heartbeat";

export type Connection = "connecting" | "live" | "lost";

/** What a stream tells its owner, as far as it is of interest. */
export interface LiveListener {
  onEvent(event: PeopleEvent): void;
  onConnection?(connection: Connection): void;
  /** The stream runs from here on: what happened before it did, since the page was made or the stream was lost, has to be read again. */
  onOpen?(): void;
}

const RETRY_MS = [1_000, 2_000, 5_000, 10_000] as const;

const listeners = new Set<LiveListener>();
const tell: Required<LiveListener> = {
  onEvent: (event) => {
    if (event.type === "stops") stops = event;
    for (const each of listeners) each.onEvent(event);
  },
  onConnection: (now) => {
    connection = now;
    for (const each of listeners) each.onConnection?.(now);
  },
  onOpen: () => {
    for (const each of listeners) each.onOpen?.();
  },
};
let leave: (() => void) | null = null;
let connection: Connection = "connecting";
/** What every stream begins with, for whoever comes later. */
let stops: PeopleEvent | null = null;

/**
 * Follows the people's event stream until the returned function is called. However many follow it in a tab, there is one, for as long as
 * anybody does: a browser opens few to one server.
 */
export function followEvents(listener: LiveListener): () => void {
  listeners.add(listener);
  if (leave === null) leave = openEvents(tell);
  else {
    listener.onConnection?.(connection);
    if (stops !== null) listener.onEvent(stops);
    if (connection === "live") listener.onOpen?.();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    leave?.();
    leave = stops = null;
    connection = "connecting";
  };
}

/**
 * Opens the stream. It reconnects by itself with a growing pause; while it is down the connection is `lost` and nothing may be decided, since
 * the screen could be stale. A stream that is silent for {@link SILENT_MS} is down too.
 */
function openEvents(listener: Required<LiveListener>): () => void {
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let attempts = 0;

  const close = (): void => {
    silence.end();
    clearTimeout(retry);
    source?.close();
  };
  const open = (): void => {
    source = new EventSource("/api/v1/people/events");
    silence.begin();
    source.addEventListener("open", () => {
      attempts = 0;
      silence.begin();
      listener.onConnection("live");
      listener.onOpen();
    });
    source.addEventListener("beat", silence.begin);
    source.addEventListener("people", (message: MessageEvent<string>) => {
      silence.begin();
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own server's event, checked against the contract in its tests
      listener.onEvent(JSON.parse(message.data) as PeopleEvent);
    });
    source.addEventListener("error", lose);
  };
  const lose = (): void => {
    close();
    listener.onConnection("lost");
    retry = setTimeout(open, RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)] ?? 10_000);
    attempts += 1;
  };
  const comeBack = (): void => {
    close();
    open();
  };
  const silence = afterSilence(lose);

  open();
  // The device knows it sooner than a stream on which nothing happens.
  window.addEventListener("offline", lose);
  window.addEventListener("online", comeBack);
  return () => {
    window.removeEventListener("offline", lose);
    window.removeEventListener("online", comeBack);
    close();
  };
}

/** Calls `onSilence` when {@link SILENT_MS} passed since `begin` was called last, unless it was ended. */
function afterSilence(onSilence: () => void): { readonly begin: () => void; readonly end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    begin: () => {
      clearTimeout(timer);
      timer = setTimeout(onSilence, SILENT_MS);
    },
    end: () => {
      clearTimeout(timer);
    },
  };
}
