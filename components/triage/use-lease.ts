"use client";

import type { RefObject } from "react";
import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";

import { followEvents } from "../../lib/client/live-events";
import { peopleApi } from "../../lib/client/people-api";
import type { LeaseHeld } from "../../lib/domain/lease";
import { LEASE_MS } from "../../lib/domain/lease";
import { DWELL_MS } from "../../lib/domain/lifecycle/sign";
import type { Doing, Treatment } from "../../lib/domain/words";
import { afterPaint } from "../ui/after-paint";
import { serverNow } from "../ui/clock";
import { onceIdleUntilHere } from "../ui/later";
import { beside } from "./beside";
import type { Upkeep } from "./keep-lease";
import { onLeaving } from "./signs";

export interface Lease {
  /** Who else has this card open, or null. */
  readonly heldBy: string | null;
  /** When the server confirmed this person's lease, on the page's clock; null until then. Careful decisions count from it. */
  readonly since: number | null;
  /** It ends in a moment, on the page's clock, unless this person gives a sign; null while nothing is said. */
  readonly endsAt: number | null;
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
const NOT_ASKED: LeaseHeld = { askedAt: null, until: null, othersUntil: null };

/**
 * Takes the lease on the shown version, keeps it for as long as somebody is there, and gives it back when another card is shown, or the page goes.
 */
export function useLease(
  card: { readonly id: string; readonly version: number } | null,
  { enabled, deciding }: { readonly enabled: boolean; readonly deciding: boolean },
): Lease {
  const [held, setHeld] = useState(NONE);
  const doing = useRef<Doing>("looking");
  const terms = useRef(NOT_ASKED);
  // The same card is given back before it is taken anew, in this order on the server too.
  const leaving = useRef<{ readonly id: string; readonly done: Promise<unknown> } | null>(null);
  const id = card?.id ?? null;
  const version = card?.version ?? null;
  // How often it was heard that nobody has it open any more.
  const freed = useRef(0);
  const key = id === null ? "" : `${id}@${String(version)}`;

  const take = useCallback(
    async (anew: boolean): Promise<void> => {
      if (id === null || version === null || document.visibilityState !== "visible") return;
      // Given back meanwhile, as when the stream was lost and found again, it is a new lease: the server counts from it.
      const left = leaving.current?.id === id ? leaving.current : null;
      terms.current = { ...terms.current, askedAt: performance.now() };
      if (left !== null) await left.done;
      const { askedAt, heldBy, until } = await ask(id, version, doing, freed);
      const at = performance.now();
      terms.current =
        heldBy === null
          ? { askedAt, until: askedAt + LEASE_MS, othersUntil: null }
          : { askedAt, until: null, othersUntil: at + until - serverNow() };
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
    terms.current = NOT_ASKED;
    // Without a lease careful decisions stay switched off; the others need none.
    const callOff = afterPaint(() => void take(false).catch(() => undefined));
    return () => {
      callOff();
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
  const giveUp = useCallback(
    (tell: boolean) => {
      terms.current = NOT_ASKED;
      setHeld(NONE);
      if (tell && id !== null) peopleApi.dropLease(id).catch(() => undefined);
    },
    [id],
  );
  const onFree = useEffectEvent(() => {
    freed.current += 1;
    // Whoever had it has gone: it is asked for as soon as this person gives a sign.
    if (held.card === key && held.heldBy !== null) afterPaint(() => giveUp(false));
  });
  useEffect(() => {
    if (id === null) return;
    return followFreed(id, () => {
      onFree();
    });
  }, [id]);
  const endsAt = useUpkeep(enabled && id !== null, terms, { take, giveUp });
  const { heldBy, since } = held.card === key ? held : NONE;
  return { heldBy, since, endsAt: since === null ? null : endsAt, retake };
}

/** Calls `onFree` each time it is heard that nobody has this card open: of every card, also where the list does not show its row. */
function followFreed(id: string, onFree: () => void): () => void {
  return followEvents({
    onEvent: (event) => {
      if (event.type === "lease" && event.proposal === id && event.lease === null) onFree();
    },
  });
}

/** Asks for the lease, and again where it was freed while the answer that names somebody else was on its way. */
async function ask(
  id: string,
  version: number,
  doing: RefObject<Doing>,
  freed: RefObject<number>,
): Promise<{ readonly askedAt: number } & Awaited<ReturnType<typeof peopleApi.lease>>> {
  for (;;) {
    const [askedAt, heard] = [performance.now(), freed.current];
    const answer = await peopleApi.lease(id, version, doing.current);
    if (answer.heldBy === null || freed.current === heard) return { askedAt, ...answer };
  }
}

/**
 * Keeps the lease for as long as it is on, and says when it is about to end. How it is kept is loaded behind the first card, and again until it is here:
 * a lease that was just taken needs nothing for as long as that usually takes. One that could not be asked for, since its card was painted where nobody
 * saw it, is asked for only then.
 */
function useUpkeep(on: boolean, terms: RefObject<LeaseHeld>, { take, giveUp }: Omit<Upkeep, "onEnding">): number | null {
  const [endsAt, setEndsAt] = useState<number | null>(null);
  useEffect(() => {
    if (!on) return;
    const begunAt = performance.now();
    let over = false;
    let end: () => void = () => undefined;
    const callOff = onceIdleUntilHere(() =>
      beside.load().then(
        ({ keepLease }) => {
          if (!over) end = keepLease(terms, begunAt, { take, giveUp, onEnding: setEndsAt });
          return true;
        },
        () => false,
      ),
    );
    const stay = onLeaving(() => giveUp(true));
    return () => {
      over = true;
      callOff();
      end();
      stay();
    };
  }, [on, terms, take, giveUp]);
  return endsAt;
}

/** The server began to count a little before the lease was confirmed here; its clock and this one may differ by a tick. */
const MARGIN_MS = 30;

/** From when, on the page's clock, the server takes a deliberate signature on a card of this treatment; null without a lease. */
export function signableAt({ since }: Pick<Lease, "since">, treatment: Treatment): number | null {
  return since === null ? null : since + (treatment === "two_person" ? DWELL_MS.two_person : DWELL_MS.confirm) + MARGIN_MS;
}
