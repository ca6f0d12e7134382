"use client";

import { useEffect, useState } from "react";

import { peopleApi } from "../../lib/client/people-api";

/** Renewed this often while the card is open and visible; the server lets it lapse after 90 s. */
const RENEW_MS = 20_000;

export interface Lease {
  /** Who else has this card open, or null. */
  readonly heldBy: string | null;
  /** When the server confirmed this person's lease, on the page's clock; null until then. Careful decisions count from it. */
  readonly since: number | null;
}

const NONE: Lease = { heldBy: null, since: null };

/** Takes the lease on the shown version, keeps it, and gives it back when another card is shown. */
export function useLease(card: { readonly id: string; readonly version: number } | null, enabled: boolean): Lease {
  const [lease, setLease] = useState<Lease & { readonly card: string }>({ ...NONE, card: "" });
  const id = card?.id ?? null;
  const version = card?.version ?? null;
  const key = id === null ? "" : `${id}@${String(version)}`;
  useEffect(() => {
    if (!enabled || id === null || version === null) return;
    let stopped = false;
    const renew = (): void => {
      if (document.visibilityState !== "visible") return;
      peopleApi.lease(id, version).then(
        ({ heldBy }) => {
          if (stopped) return;
          const at = performance.now();
          setLease((before) => {
            const since = before.card === key ? (before.since ?? at) : at;
            return { card: key, heldBy: heldBy?.name ?? null, since: heldBy === null ? since : null };
          });
        },
        // Without a lease careful decisions stay switched off; the others need none.
        () => undefined,
      );
    };
    renew();
    const timer = setInterval(renew, RENEW_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
      peopleApi.dropLease(id).catch(() => undefined);
    };
  }, [id, version, key, enabled]);
  return lease.card === key ? lease : NONE;
}

/** True once `ms` have passed since `since`; false while there is no `since`. */
export function useElapsed(since: number | null, ms: number): boolean {
  const [reached, setReached] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return;
    const timer = setTimeout(
      () => {
        setReached(since);
      },
      Math.max(0, since + ms - performance.now()),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [since, ms]);
  return since !== null && reached === since;
}
