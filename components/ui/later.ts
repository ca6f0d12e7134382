import type { ComponentType, LazyExoticComponent } from "react";
import { lazy, useEffect } from "react";

/** A component that is no part of the first screen. */
export interface Later<Props extends object> {
  /** Draw it inside a `Suspense`. */
  readonly Part: LazyExoticComponent<ComponentType<Props>>;
  /** Loads it ahead; resolves whatever happens. */
  readonly load: () => Promise<void>;
}

/** Keeps a component out of what a screen needs to be shown: it is loaded when it is drawn, or ahead of that by {@link useLoadedWhenIdle}. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  return {
    Part: lazy(async () => ({ default: await load() })),
    // Not loaded now: it is asked for again when it is drawn.
    load: () =>
      load().then(
        () => undefined,
        () => undefined,
      ),
  };
}

/** Loads a component once the browser has nothing better to do, so that nobody waits for it when it is drawn. */
export function useLoadedWhenIdle({ load }: Pick<Later<never>, "load">): void {
  useEffect(() => onceIdle(() => void load()), [load]);
}

/** The latest, in milliseconds, on a page that is never idle. */
const LATEST_MS = 5_000;
/** Where the browser does not tell when it is idle. */
const LATER_MS = 1_000;

function onceIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(work, LATER_MS);
    return () => {
      clearTimeout(timer);
    };
  }
  const handle = requestIdleCallback(work, { timeout: LATEST_MS });
  return () => {
    cancelIdleCallback(handle);
  };
}
