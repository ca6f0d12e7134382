import type { QueryClient } from "@tanstack/react-query";
import { QueryObserver } from "@tanstack/react-query";

import type { CardDetail, QueueRow } from "../contract/people";
import { cardsAhead } from "./cards-ahead";
import type { List, Reader } from "./next-card";
import { cardQuery, queryKeys } from "./queries";
import { createQueryClient } from "./query-client";

/** How many of the cards that follow, going on and on, are read ahead of need. */
const AHEAD = 3;

/** What fetches, caches and reads ahead: TanStack Query. Imported by {@link import("./answers").createAnswers} alone, behind the first card. */
export interface QueryEngine {
  readonly client: QueryClient;
  /** Follows one card; `given` is what is known of it from the page, should nothing newer be cached. */
  readonly watch: (id: string, given: CardDetail | null) => Watched;
  /** A card as it was last read. */
  readonly card: (id: string) => CardDetail | undefined;
  /** Reads a card anew. Rejects with a {@link import("./people-api").PeopleApiError}. */
  readonly read: (id: string) => Promise<CardDetail>;
  /** Reads ahead of need the cards that come next from this one: see {@link cardsAhead}. */
  readonly readAhead: (list: List, from: string | null, reader: Reader) => void;
  /** Changes what is known of a card. */
  readonly change: (id: string, change: (card: CardDetail) => CardDetail) => void;
  /** Has the cards read anew that may not be as they were: at once those that are shown, the others when they are. */
  readonly doubt: (which: (id: string) => boolean) => Promise<void>;
  /** Somebody said something about a card: how often is known, what is read anew. */
  readonly heard: (row: Pick<QueueRow, "id" | "comments">) => void;
}

/** One card that is followed while somebody subscribes to it. */
export interface Watched {
  readonly subscribe: (onChange: () => void) => () => void;
  readonly getCurrentResult: () => {
    readonly data: CardDetail | undefined;
    readonly error: Error | null;
    readonly refetch: () => Promise<unknown>;
  };
}

/** The engine, which already knows the cards that came with a page. */
export function createQueryEngine(given: Iterable<CardDetail>): QueryEngine {
  const client = createQueryClient();
  for (const card of given) client.setQueryData(cardQuery(card.row.id).queryKey, card);
  const watch: QueryEngine["watch"] = (id, card) =>
    new QueryObserver(client, { ...cardQuery(id), ...(card === null ? {} : { initialData: card }) });
  return {
    client,
    watch,
    card: (id) => client.getQueryData(cardQuery(id).queryKey),
    read: (id) => client.query({ ...cardQuery(id), staleTime: 0 }),
    readAhead: (list, from, reader) => {
      // One that fails is asked for again, and then says why not, when it is shown.
      for (const id of cardsAhead(list, from, AHEAD, reader)) client.query(cardQuery(id)).catch(() => undefined);
    },
    change: (id, change) => {
      client.setQueryData(cardQuery(id).queryKey, (card) => card && change(card));
    },
    doubt: (which) => client.invalidateQueries({ predicate: ({ queryKey: [kind, id] }) => kind === "card" && which(String(id)) }),
    heard: ({ id, comments }) => {
      client.setQueryData(cardQuery(id).queryKey, (card) => card && { ...card, row: { ...card.row, comments } });
      void client.invalidateQueries({ queryKey: queryKeys.comments(id) });
    },
  };
}
