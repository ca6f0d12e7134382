import type { PeopleEvent } from "../contract/people";

export type Connection = "connecting" | "live" | "lost";

/** What a stream tells its owner. */
export interface LiveListener {
  onEvent(event: PeopleEvent): void;
  onConnection(connection: Connection): void;
  /** The stream runs from here on: what happened before it did, since the page was made or the stream was lost, has to be read again. */
  onOpen(): void;
}

const RETRY_MS = [1_000, 2_000, 5_000, 10_000] as const;

/**
 * Follows the people's event stream until the returned function is called. Reconnects by itself with a growing pause; while it is down the
 * connection is `lost` and nothing may be decided, since the screen could be stale.
 */
export function followEvents(listener: LiveListener): () => void {
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let attempts = 0;

  const open = (): void => {
    source = new EventSource("/api/v1/people/events");
    source.addEventListener("open", () => {
      attempts = 0;
      listener.onConnection("live");
      listener.onOpen();
    });
    source.addEventListener("people", (message: MessageEvent<string>) => {
      // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own server's event, checked against the contract in its tests
      listener.onEvent(JSON.parse(message.data) as PeopleEvent);
    });
    source.addEventListener("error", lose);
  };
  const lose = (): void => {
    source?.close();
    listener.onConnection("lost");
    clearTimeout(retry);
    retry = setTimeout(open, RETRY_MS[Math.min(attempts, RETRY_MS.length - 1)] ?? 10_000);
    attempts += 1;
  };
  const comeBack = (): void => {
    clearTimeout(retry);
    source?.close();
    open();
  };

  open();
  // The device knows it sooner than a stream on which nothing happens.
  window.addEventListener("offline", lose);
  window.addEventListener("online", comeBack);
  return () => {
    window.removeEventListener("offline", lose);
    window.removeEventListener("online", comeBack);
    clearTimeout(retry);
    source?.close();
  };
}
