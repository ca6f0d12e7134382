import type { Frame } from "../contract/frame";
import { followEvents } from "./live-events";
import { get } from "./people-api";

/** So long after something happened the frame is read anew, milliseconds: once for all that happens meanwhile. */
const PAUSE_MS = 1_500;

let shown: Frame | null = null;
const watchers = new Set<() => void>();

/** What stands around the screens now; null until somebody says. */
export function shownFrame(): Frame | null {
  return shown;
}

/** Calls `watcher` whenever the frame changes. Returns the way out. */
export function watchFrame(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Shows a frame in every part of it. */
export function showFrame(frame: Frame): void {
  shown = frame;
  for (const watcher of watchers) watcher();
}

/**
 * Keeps the frame as the server has it, until the returned function is called: read anew after whatever may have changed it, while somebody can
 * see it. `zone` (IANA) says when the day began.
 */
export function followFrame(zone: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = new AbortController();
  let leave: (() => void) | null = null;

  const read = async (): Promise<void> => {
    timer = undefined;
    reading.abort();
    reading = new AbortController();
    const { signal } = reading;
    // What cannot be read now is read after the next event, or once the stream is back.
    const frame = await get<Frame>(`/frame?${new URLSearchParams({ zone }).toString()}`, signal).catch(() => null);
    if (frame !== null && !signal.aborted) showFrame(frame);
  };
  const soon = (): void => {
    timer ??= setTimeout(() => void read(), PAUSE_MS);
  };
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
    reading.abort();
    leave?.();
    leave = null;
  };
  const follow = (): void => {
    stop();
    // A tab out of sight holds no stream open for this: it reads anew when it is looked at.
    if (document.hidden) return;
    leave = followEvents({
      onEvent: ({ type }) => {
        if (type === "proposal" || type === "policy") soon();
      },
      onOpen: soon,
    });
  };

  follow();
  document.addEventListener("visibilitychange", follow);
  return () => {
    document.removeEventListener("visibilitychange", follow);
    stop();
  };
}
