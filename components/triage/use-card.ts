"use client";

import { useCallback, useEffect, useMemo, useSyncExternalStore } from "react";

import type { QueryEngine } from "../../lib/client/query-engine";
import type { CardDetail } from "../../lib/contract/people";
import { useDeskMemory } from "../desk-provider";

export interface CardAnswer {
  readonly detail: CardDetail | null;
  /** The card could not be read: what was thrown, or null where nothing that reads cards could be loaded. */
  readonly failure: CardFailure | null;
}

export interface CardFailure {
  readonly error: Error | null;
  /** Reads it again. */
  readonly retry: () => Promise<unknown>;
}

const NOTHING = (): null => null;

/** One card as the server has it. `given` came with the page: it is there at once, before anything is loaded that could read a card. */
export function useCard(id: string | null, given: CardDetail | null): CardAnswer {
  const { answers } = useDeskMemory();
  const engine = useQueryEngine();
  const failed = useSyncExternalStore(answers.subscribe, answers.failed, () => false);
  const first = given !== null && given.row.id === id ? given : null;
  useEffect(() => {
    if (first !== null) answers.give(first);
  }, [answers, first]);
  const needed = engine === null && id !== null && first === null;
  useEffect(() => {
    if (needed) answers.load().catch(() => undefined);
  }, [answers, needed, id]);

  const observer = useMemo(() => (engine === null || id === null ? null : engine.watch(id, first)), [engine, id, first]);
  const subscribe = useCallback((onChange: () => void) => observer?.subscribe(onChange) ?? NOTHING, [observer]);
  const result = useSyncExternalStore(subscribe, () => observer?.getCurrentResult() ?? null, NOTHING);
  if (result === null) return { detail: first, failure: needed && failed ? { error: null, retry: answers.load } : null };
  return { detail: result.data ?? null, failure: result.error === null ? null : { error: result.error, retry: result.refetch } };
}

/** What fetches and caches; null until it is loaded. */
export function useQueryEngine(): QueryEngine | null {
  const { answers } = useDeskMemory();
  return useSyncExternalStore(answers.subscribe, answers.engine, NOTHING);
}
