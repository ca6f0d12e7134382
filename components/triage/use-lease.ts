"use client";

import { useCallback, useEffect, useRef, useState } from "react";

import { peopleApi } from "../../lib/client/people-api";
import { DWELL_MS } from "../../lib/domain/lifecycle/sign";
import type { Doing, Treatment } from "../../lib/domain/words";
import { afterPaint } from "../ui/after-paint";

/** Renewed this often while the card is open and visible; the server lets it lapse after 90 s. */
const RENEW_MS = 20_000;

export interface Lease {
  /** Who else has this card open, or null. */
  readonly heldBy: string | null;
  /** When the server confirmed this person's lease, on the page's clock; null until then. Careful decisions count from it. */
  readonly since: number | null;
  /** Takes the lease again, counted anew: after the server gave it up, or someone else may have. */
  readonly retake: () => void;
}

interface Held {
  readonly card: string;
  readonly heldBy: string | null;
  readonly since: number | null;
}

/** Resolves when the next card stands on the screen: the lease is a matter between servers, and may wait for it. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    afterPaint(resolve);
  });
}

const NONE: Held = { card: "", heldBy: null, since: null };

/** Takes the lease on the shown version, keeps it, and gives it back when another card is shown. */
export function useLease(
  card: { readonly id: string; readonly version: number } | null,
  enabled: boolean,
  deciding: boolean,
): Lease {
  const [held, setHeld] = useState(NONE);
  const doing = useRef<Doing>("looking");
  // The same card is given back before it is taken anew, in this order on the server too.
  const leaving = useRef<{ readonly id: string; readonly done: Promise<unknown> } | null>(null);
  const id = card?.id ?? null;
  const version = card?.version ?? null;
  const key = id === null ? "" : `${id}@${String(version)}`;

  const take = useCallback(
    async (anew: boolean): Promise<void> => {
      if (id === null || version === null || document.visibilityState !== "visible") return;
      // Given back meanwhile, as when the stream was lost and found again, it is a new lease: the server counts from it.
      const left = leaving.current?.id === id ? leaving.current : null;
      if (left !== null) await left.done;
      const { heldBy } = await peopleApi.lease(id, version, doing.current);
      const at = performance.now();
      if (left !== null && leaving.current === left) leaving.current = null;
      setHeld((before) => {
        const since = before.card === key && !anew && left === null ? (before.since ?? at) : at;
        return { card: key, heldBy: heldBy?.name ?? null, since: heldBy === null ? since : null };
      });
    },
    [id, version, key],
  );

  useEffect(() => {
    if (!enabled || id === null) return;
    // Without a lease careful decisions stay switched off; the others need none.
    const renew = (): void => void take(false).catch(() => undefined);
    const callOff = afterPaint(renew);
    const timer = setInterval(renew, RENEW_MS);
    return () => {
      callOff();
      clearInterval(timer);
      leaving.current = { id, done: painted().then(() => peopleApi.dropLease(id).catch(() => undefined)) };
    };
  }, [id, enabled, take]);

  useEffect(() => {
    const now = deciding ? "deciding" : "looking";
    if (doing.current === now) return;
    doing.current = now;
    if (enabled) take(false).catch(() => undefined);
  }, [deciding, enabled, take]);

  const retake = useCallback(() => {
    setHeld(NONE);
    take(true).catch(() => undefined);
  }, [take]);
  const { heldBy, since } = held.card === key ? held : NONE;
  return { heldBy, since, retake };
}

/** The server began to count a little before the lease was confirmed here; its clock and this one may differ by a tick. */
const MARGIN_MS = 30;

/** From when, on the page's clock, the server takes a deliberate signature on a card of this treatment; null without a lease. */
export function signableAt({ since }: Pick<Lease, "since">, treatment: Treatment): number | null {
  return since === null ? null : since + (treatment === "two_person" ? DWELL_MS.two_person : DWELL_MS.confirm) + MARGIN_MS;
}

/** True once the server takes a deliberate signature on a card of this treatment. */
export function useSignable(lease: Lease, treatment: Treatment): boolean {
  const due = signableAt(lease, treatment);
  const [reached, setReached] = useState<number | null>(null);
  useEffect(() => {
    if (due === null) return;
    const timer = setTimeout(
      () => {
        setReached(due);
      },
      Math.max(0, due - performance.now()),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [due]);
  return due !== null && reached === due;
}
