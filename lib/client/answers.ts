import type { CardDetail } from "../contract/people";
import type { QueryEngine } from "./query-engine";

/**
 * The cards that are read from the server. The first comes with the page, and can be decided before what fetches and caches the others is
 * there: that is loaded behind it.
 */
export interface Answers {
  /** What fetches and caches; null while it is not loaded. */
  readonly engine: () => QueryEngine | null;
  /** Whether it could not be loaded when it was asked for last. */
  readonly failed: () => boolean;
  /** Calls back when either of these changes. Returns what calls it off. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Loads it, once for everybody who asks. Rejects when it cannot be; then the next to ask tries again. */
  readonly load: () => Promise<QueryEngine>;
  /** Takes over a card that came with a page, unless something newer is known of it. */
  readonly give: (card: CardDetail) => void;
  /** A card as it was last read; undefined when it was not. */
  readonly known: (id: string) => CardDetail | undefined;
  /** Has those of the known cards read anew that may not be as they were. Resolves once those that are shown have been; never rejects. */
  readonly doubt: (which: (id: string) => boolean) => Promise<void>;
}

/** Answers that know nothing yet. `load` is asked for the engine, with the cards that came with pages meanwhile. */
export function createAnswers(load: (given: Iterable<CardDetail>) => Promise<QueryEngine>): Answers {
  const given = new Map<string, CardDetail>();
  const listeners = new Set<() => void>();
  let engine: QueryEngine | null = null;
  let loading: Promise<QueryEngine> | null = null;
  let failed = false;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const loaded = (ready: QueryEngine): QueryEngine => {
    engine = ready;
    failed = false;
    tell();
    return ready;
  };
  const refuse = (reason: unknown): never => {
    loading = null;
    failed = true;
    tell();
    throw reason;
  };
  const answers: Answers = {
    engine: () => engine,
    failed: () => failed,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => {
        listeners.delete(onChange);
      };
    },
    load: () => (loading ??= load(given.values()).then(loaded, refuse)),
    give: (card) => {
      if (engine === null) given.set(card.row.id, card);
    },
    known: (id) => (engine === null ? given.get(id) : engine.card(id)),
    doubt: async (which) => {
      if (engine === null && ![...given.keys()].some(which)) return;
      await answers.load().then(
        (ready) => ready.doubt(which),
        // Not loaded: nothing else is shown either, and the next to ask tries again.
        () => undefined,
      );
    },
  };
  return answers;
}
