"use client";

import { useEffect, useState } from "react";

import { peopleApi } from "../../lib/client/people-api";

/** Renewed this often while the card is open and visible; the server lets it lapse after 90 s. */
const RENEW_MS = 20_000;

/** Who else has this card open, or null. Takes the lease on the shown version and gives it back when another card is shown. */
export function useLease(card: { readonly id: string; readonly version: number } | null, enabled: boolean): string | null {
  const [heldBy, setHeldBy] = useState<{ readonly card: string; readonly name: string } | null>(null);
  const id = card?.id ?? null;
  const version = card?.version ?? null;
  useEffect(() => {
    if (!enabled || id === null || version === null) return;
    let stopped = false;
    const renew = (): void => {
      if (document.visibilityState !== "visible") return;
      peopleApi.lease(id, version).then(
        (lease) => {
          if (!stopped) setHeldBy(lease.heldBy === null ? null : { card: id, name: lease.heldBy.name });
        },
        // A lost lease shows itself: careful decisions are refused as too soon, others need none.
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
  }, [id, version, enabled]);
  return heldBy !== null && heldBy.card === id ? heldBy.name : null;
}
