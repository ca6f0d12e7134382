"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import type { QueueView } from "../../lib/client/queue-view";
import { QUICK_SECONDS_MAX } from "../../lib/domain/card/quick-seconds";
import type { Interlude, Moment } from "../../lib/domain/focus/interlude";
import type { Sitting } from "../../lib/domain/focus/sitting";
import { NO_SITTING, REST_MS, withDecision, withDeferral } from "../../lib/domain/focus/sitting";
import { serverNow } from "../ui/clock";

/** How long this person has been at it, as the server's record says, and what stands before the first card. */
export interface Pace {
  readonly sitting: Sitting;
  readonly quickToday: number;
  readonly softCap: boolean;
  readonly interlude: Interlude;
}

/** What stands in place of the next card. `until` is on the server's clock. */
export type Cover =
  | { readonly type: "none" }
  | { readonly type: "offer" }
  | { readonly type: "slow"; readonly until: number }
  | { readonly type: "resting"; readonly until: number };

/** Says what stands before a card. It comes with the screen that shows one card alone: beside its list the desk covers nothing, and loads none of it. */
export interface Covers {
  readonly of: (interlude: Interlude, at: number) => Cover;
  readonly before: (moment: Moment) => Cover;
}

export interface NotedDecision {
  readonly id: string;
  readonly predictedSeconds: number;
  /** How long its card was read; null where nobody measured it. */
  readonly activeMs: number | null;
}

export interface Rest {
  readonly sitting: Sitting;
  readonly cover: Cover;
  /** One more decision. */
  readonly noteDecision: (decision: NotedDecision) => void;
  /** Another card is about to be shown: something may stand before it. */
  readonly noteChange: (next: string | null) => void;
  readonly takeBreak: () => void;
  /** Not now; of a break that was begun, its early end. Kept by the server for this sitting. */
  readonly putOff: () => void;
  readonly uncover: () => void;
  /** The first of the items that wait to expire; null without one. */
  readonly first: Waiting | null;
}

interface Waiting {
  readonly id: string;
  readonly expiresAt: number;
}

export interface RestOptions {
  /** Null for whoever does not decide: nothing is measured or offered. */
  readonly pace: Pace | null;
  readonly view: QueueView;
  /** Null beside the list, where nothing stands before a card. */
  readonly covers: Covers | null;
  /** The server's clock when the page was rendered. */
  readonly now: number;
  readonly defer: () => Promise<unknown>;
}

/** Breaks between cards: measured on from the server's record, decided by {@link Covers}. */
export function useRest({ pace, view, covers, now, defer }: RestOptions): Rest {
  const [sitting, setSitting] = useState(pace?.sitting ?? NO_SITTING);
  const [cover, setCover] = useState(() => covers?.of(pace?.interlude ?? "none", now) ?? NONE);
  const first = useMemo(() => firstOf(view), [view]);
  const live = useRef({ sitting, view, quickToday: pace?.quickToday ?? 0, decided: "" });
  useEffect(() => {
    live.current = { ...live.current, view };
  }, [view]);
  const follow = useCallback((next: Sitting) => {
    live.current = { ...live.current, sitting: next };
    setSitting(next);
  }, []);

  const noteDecision = useCallback(
    ({ id, predictedSeconds, activeMs }: NotedDecision) => {
      const quick = predictedSeconds <= QUICK_SECONDS_MAX ? 1 : 0;
      live.current = { ...live.current, quickToday: live.current.quickToday + quick, decided: id };
      follow(withDecision(live.current.sitting, { at: serverNow(), activeMs }));
    },
    [follow],
  );
  const noteChange = useCallback(
    (id: string | null) => {
      if (covers === null || pace === null) return;
      const { view: shown, decided, sitting: sofar, quickToday } = live.current;
      const next = [...shown.rows, ...shown.arrivals].find((row) => row.id === id) ?? null;
      // The card that was just decided still stands in the list.
      const firstExpiry = firstOf(shown, decided)?.expiresAt ?? null;
      setCover(covers.before({ now: serverNow(), sitting: sofar, quickToday, softCap: pace.softCap, next, firstExpiry }));
    },
    [covers, pace],
  );
  const takeBreak = useCallback(() => {
    setCover({ type: "resting", until: serverNow() + REST_MS });
  }, []);
  const uncover = useCallback(() => {
    setCover(NONE);
  }, []);
  const putOff = useCallback(() => {
    uncover();
    follow(withDeferral(live.current.sitting, serverNow()));
    // Not kept: then it is offered once more after a reload.
    defer().catch(() => undefined);
  }, [uncover, follow, defer]);
  return { sitting, cover, noteDecision, noteChange, takeBreak, putOff, uncover, first };
}

const NONE: Cover = { type: "none" };

function firstOf({ rows, arrivals }: QueueView, decided = ""): Waiting | null {
  const here = [...rows.filter(({ left }) => left === null), ...arrivals];
  const open = here.filter(({ id, status, look }) => id !== decided && status === "pending" && look === null);
  return open.reduce<Waiting | null>((first, row) => (first === null || row.expiresAt < first.expiresAt ? row : first), null);
}
