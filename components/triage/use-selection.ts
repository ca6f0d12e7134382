"use client";

import { useCallback, useState } from "react";

import { folded } from "../../lib/client/folds";
import { peopleApi } from "../../lib/client/people-api";
import { neighbour, putAside, step, withArrivals, withoutLeft } from "../../lib/client/queue-view";
import type { QueueRow } from "../../lib/contract/people";
import { useAnnounce } from "../ui/announcer";
import { useWords } from "../words/words-provider";
import type { LiveQueue } from "./use-queue";

/** Approved and rejected cards leave to different sides. */
export type Gone = "approved" | "rejected";

export interface Selection {
  readonly selected: string | null;
  readonly select: (id: string) => void;
  /** What {@link goOn} would open; null where nothing is left. */
  readonly after: (from: string) => QueueRow | null;
  readonly move: (by: 1 | -1) => void;
  /** Goes on from a card that leaves: to its neighbour, else to what has arrived. `gone` says which way it went. */
  readonly goOn: (from: string, gone?: Gone | null) => void;
  /** Which way the card before this one was decided; null when this one was chosen. */
  readonly gone: Gone | null;
  /** Gives the card back and puts it aside: see {@link putAside}. */
  readonly later: () => void;
  readonly showArrivals: () => void;
}

/** Which card is open. It changes by the person's own act alone; where nothing is open, the first to arrive is. */
export function useSelection(
  { view, update }: Pick<LiveQueue, "view" | "update">,
  initial: string | null,
  { onChange, fold, me }: { readonly onChange: (id: string | null) => void; readonly fold: boolean; readonly me: string },
): Selection {
  const t = useWords("desk");
  const announce = useAnnounce();
  const [{ chosen, gone }, setChosen] = useState<{ readonly chosen: string | null; readonly gone: Gone | null }>({
    chosen: initial,
    gone: null,
  });
  const selected = chosen ?? view.rows.find((row) => row.left === null)?.id ?? null;
  const select = useCallback(
    (id: string | null, after: Gone | null = null) => {
      setChosen({ chosen: id, gone: after });
      onChange(id);
    },
    [onChange],
  );
  const move = useCallback(
    (by: 1 | -1) => {
      const next = step(fold ? folded(view, selected) : view, selected, by);
      if (next !== null) select(next);
      update((current) => withoutLeft(current, next ?? selected));
    },
    [view, selected, select, update, fold],
  );
  const after = useCallback(
    (from: string) => {
      const next = neighbour(view, from, me);
      return (next === null ? view.arrivals[0] : view.rows.find((row) => row.id === next)) ?? null;
    },
    [view, me],
  );
  const goOn = useCallback(
    (from: string, way: Gone | null = null) => {
      if (neighbour(view, from, me) === null) update(withArrivals);
      select(after(from)?.id ?? null, way);
    },
    [view, select, update, me, after],
  );
  const later = useCallback(() => {
    if (selected === null) return;
    // Giving it back frees it for others at once; should that fail, the lease lapses by itself.
    peopleApi.later(selected).catch(() => undefined);
    const next = neighbour(view, selected, me);
    update((current) => withoutLeft(putAside(current, selected), next ?? selected));
    if (next !== null) select(next);
    announce(t(next === null ? "said.nothingElse" : "said.later"));
  }, [announce, t, view, selected, select, update, me]);
  const showArrivals = useCallback(() => {
    update(withArrivals);
  }, [update]);
  return { selected, select, after, gone, move, goOn, later, showArrivals };
}
