import type { ComponentType, ReactNode } from "react";
import { createElement, lazy, Suspense, useEffect, useState } from "react";

/** A component that is no part of the first screen. */
export interface Later<Props extends object> {
  /** There at once where it has been loaded ahead; until it is there `waiting` stands in its place. */
  readonly Part: ComponentType<Props>;
  /** Loads it ahead; resolves whatever happens, to whether it is here. */
  readonly load: () => Promise<boolean>;
}

/**
 * Keeps a component out of what a screen needs to be shown: it is loaded when it is drawn, or ahead of that by {@link useLoadedWhenIdle}.
 * Where the page moves for it, `waiting` is as tall as what it waits for.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>, waiting: ReactNode = null): Later<Props> {
  let here: ComponentType<Props> | null = null;
  const Awaited: ComponentType<Props> = lazy(async () => ({ default: await load() }));
  return {
    // One that is awaited though it is here would be shown as late as React shows what it had to wait for.
    Part: function Part(props: Props) {
      const [Drawn] = useState(() => here ?? Awaited);
      return createElement(Suspense, { fallback: waiting }, createElement(Drawn, props));
    },
    // Not loaded now: it is asked for again when it is drawn.
    load: () =>
      load().then(
        (component) => {
          here = component;
          return true;
        },
        () => false,
      ),
  };
}

/** The latest, in milliseconds, on a page that is never idle. */
const LATEST_MS = 5_000;
/** Where the browser does not tell when it is idle. */
const LATER_MS = 1_000;
/** So long after it could not be loaded something is asked for again. */
const AGAIN_MS = 5_000;

/** Loads something once the browser has nothing better to do, so that nobody waits for it when it is needed; after `latestMs` all the same. */
export function useLoadedWhenIdle({ load }: { readonly load: () => Promise<unknown> }, latestMs = LATEST_MS): void {
  useEffect(() => onceIdle(() => void load().catch(() => undefined), latestMs), [load, latestMs]);
}

/**
 * True once a component that nobody waits for has been loaded, which is tried until it is here, or once it was `needed`: it is drawn from then on, also
 * where it is needed no more.
 */
export function useHereOnceIdle({ load }: { readonly load: () => Promise<boolean> }, needed = false): boolean {
  const [here, setHere] = useState(needed);
  if (needed && !here) setHere(true);
  useEffect(
    () =>
      onceIdleUntilHere(async () => {
        const loaded = await load();
        if (loaded) setHere(true);
        return loaded;
      }),
    [load],
  );
  return here;
}

/** Does something once the browser has nothing better to do, after `latestMs` all the same; answers what calls it off. */
export function onceIdle(work: () => void, latestMs = LATEST_MS): () => void {
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(work, Math.min(LATER_MS, latestMs));
    return () => {
      clearTimeout(timer);
    };
  }
  const handle = requestIdleCallback(work, { timeout: latestMs });
  return () => {
    cancelIdleCallback(handle);
  };
}

/**
 * Loads something once the browser has nothing better to do, and again every few seconds for as long as `load` resolves to false, as while the server is
 * away; answers what calls it off.
 */
export function onceIdleUntilHere(load: () => Promise<boolean>): () => void {
  let over = false;
  let callOff = onceIdle(attempt);
  function attempt(): void {
    void load().then((here) => {
      if (here || over) return;
      const timer = setTimeout(attempt, AGAIN_MS);
      callOff = () => {
        clearTimeout(timer);
      };
    });
  }
  return () => {
    over = true;
    callOff();
  };
}
