"use client";

import { useEffect, useLayoutEffect, useMemo, useRef } from "react";

import { peopleApi } from "../../lib/client/people-api";
import type { Reader } from "../../lib/client/next-card";
import { nextCard } from "../../lib/client/next-card";
import type { QueueView } from "../../lib/client/queue-view";
import { onLeaving } from "./signs";

/** Somebody who passes over a card at once reserves nothing after it. */
const SETTLED_MS = 700;

/**
 * Tells others which card comes next for this person, so that they open another one. It yields to whoever opens it all the same, and is given back
 * when another one comes next, or the page goes.
 */
export function useReserve(view: QueueView, selected: string | null, reader: Reader): void {
  const next = useMemo(() => (selected === null ? null : nextCard(view, selected, "on", reader)), [view, selected, reader]);
  const version = [...view.rows, ...view.arrivals].find(({ id }) => id === next)?.version ?? null;
  const open = useRef(selected);
  useLayoutEffect(() => {
    open.current = selected;
  });
  useEffect(() => {
    if (next === null || version === null) return;
    let asked = false;
    const timer = setTimeout(() => {
      asked = true;
      // Without it two people may meet on one card, and the database decides.
      peopleApi.lease(next, version, "next").catch(() => undefined);
    }, SETTLED_MS);
    const giveBack = (): void => {
      // Opened meanwhile it is kept as the open card is.
      if (asked && open.current !== next) peopleApi.dropLease(next).catch(() => undefined);
      asked = false;
    };
    const stay = onLeaving(giveBack);
    return () => {
      clearTimeout(timer);
      stay();
      giveBack();
    };
  }, [next, version]);
}
