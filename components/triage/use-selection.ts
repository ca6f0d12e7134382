"use client";

import { useCallback, useState } from "react";

import type { Reader, Way } from "../../lib/client/next-card";
import { nextCard } from "../../lib/client/next-card";
import { peopleApi } from "../../lib/client/people-api";
import { putAside, withArrivals, withoutLeft } from "../../lib/client/queue-view";
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
  /** Goes on from a card that leaves: see {@link nextCard}. `gone` says which way it went. */
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
  { onChange, reader }: { readonly onChange: (id: string | null) => void; readonly reader: Reader },
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
  const from = useCallback((card: string | null, way: Way) => nextCard(view, card, way, reader), [view, reader]);
  const after = useCallback(
    (card: string) => {
      const next = from(card, "on");
      return [...view.rows, ...view.arrivals].find((row) => row.id === next) ?? null;
    },
    [view, from],
  );
  const open = useCallback(
    (next: string | null, way: Gone | null = null) => {
      if (view.rows.every((row) => row.id !== next)) update(withArrivals);
      select(next, way);
    },
    [view, select, update],
  );
  const goOn = useCallback<Selection["goOn"]>((card, way) => open(from(card, "on"), way), [open, from]);
  const move = useCallback(
    (by: 1 | -1) => {
      // From what somebody else has decided one goes on, even to an empty desk.
      const leaves = by === 1 && view.rows.some(({ id, left }) => id === selected && left !== null);
      const next = from(selected, leaves ? "on" : by === 1 ? "down" : "up");
      if (leaves || next !== null) open(next);
      update((current) => withoutLeft(current, leaves ? next : (next ?? selected)));
    },
    [view, selected, open, update, from],
  );
  const later = useCallback(() => {
    if (selected === null) return;
    // Giving it back frees it for others at once; should that fail, the lease lapses by itself.
    peopleApi.later(selected).catch(() => undefined);
    const next = from(selected, "on");
    update((current) => withoutLeft(putAside(current, selected), next ?? selected));
    if (next !== null) open(next);
    announce(t(next === null ? "said.nothingElse" : "said.later"));
  }, [announce, t, selected, open, update, from]);
  const showArrivals = useCallback(() => {
    update(withArrivals);
  }, [update]);
  return { selected, select, after, gone, move, goOn, later, showArrivals };
}
