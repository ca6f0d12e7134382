"use client";

import { useSyncExternalStore } from "react";

/** How far this device's clock is behind the server's, in milliseconds. */
let skewMs = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** Sets this page's clock by the server's: call it with the `now` of each answer, as it arrives. */
export function syncClock(serverNow: number): void {
  const skew = serverNow - Date.now();
  // A second is the noise of the network; moving the clock for it would make every label on the page flicker.
  if (Math.abs(skew - skewMs) < 1000) return;
  skewMs = skew;
  for (const listener of listeners) listener();
}

/** The server's time now, for what happens by a person's hand: what is drawn takes {@link useNow}. */
export function serverNow(): number {
  return Date.now() + skewMs;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * The server's time in steps of `stepMs`. During server rendering and hydration it is `now`, so both write the same words;
 * afterwards it ticks. One timer serves the whole page.
 */
export function useNow(now: number, stepMs: number): number {
  return useSyncExternalStore(
    subscribe,
    () => Math.floor((Date.now() + skewMs) / stepMs) * stepMs,
    () => now,
  );
}

/** True where whoever reads chose that times stand still; false during server rendering and hydration. A change is seen with the next tick. */
export function useStill(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => document.documentElement.dataset["times"] === "still",
    () => false,
  );
}

/** False during server rendering and hydration, true afterwards: only then is the reader's time zone known. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}
