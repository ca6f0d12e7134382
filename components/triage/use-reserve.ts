"use client";

import { useEffect, useMemo } from "react";

import { peopleApi } from "../../lib/client/people-api";
import type { QueueView } from "../../lib/client/queue-view";
import { neighbour } from "../../lib/client/queue-view";

/** Somebody who passes over a card at once reserves nothing after it. */
const SETTLED_MS = 700;

/** Tells others which card comes next for this person, so that they open another one. It yields to whoever opens it all the same. */
export function useReserve(view: QueueView, selected: string | null, me: string): void {
  const next = useMemo(() => (selected === null ? null : neighbour(view, selected, me)), [view, selected, me]);
  const version = view.rows.find(({ id }) => id === next)?.version ?? null;
  useEffect(() => {
    if (next === null || version === null) return;
    const timer = setTimeout(() => {
      // Without it two people may meet on one card, and the database decides.
      peopleApi.lease(next, version, "next").catch(() => undefined);
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [next, version]);
}
