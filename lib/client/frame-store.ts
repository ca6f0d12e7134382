import type { Frame } from "../contract/frame";

let shown: Frame | null = null;
const watchers = new Set<() => void>();

/** What stands around the screens now; null while it is what the page was made with. */
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
