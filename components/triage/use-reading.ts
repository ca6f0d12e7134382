"use client";

import { useCallback, useMemo, useState } from "react";

import type { CardDetail } from "../../lib/contract/people";
import { leftToRead } from "../../lib/domain/card/long-payload";
import type { ShownCard } from "../../lib/domain/input/input-state";
import { useWords } from "../words/words-provider";

/** How far the open card was read. */
export interface Reading {
  /** For the mark at the end of what the card says: whether it is on the screen. */
  readonly noteEnd: (shown: boolean) => void;
  /** How many pixels above the bar lie under something else for a while, and so are not on the screen either. */
  readonly covered: number;
  readonly noteCovered: (pixels: number) => void;
  /** The end is not on the screen now: what is below is announced. */
  readonly below: boolean;
  /** False while a long payload was not read to its end, or what the card folds away not opened: until then it cannot be approved. */
  readonly done: boolean;
  /** What is still to be read, in words; null where nothing ever was. Its line stays when all is read, so that nothing moves. */
  readonly note: string | null;
}

/** Watches whether the end of a card is, and was, on the screen. `payloadOpen`: the exact payload is before the person now. */
export function useReading(detail: CardDetail | null, payloadOpen: boolean): Reading {
  const t = useWords("desk");
  const card = detail === null ? "" : `${detail.row.id}@${String(detail.row.version)}`;
  const [below, setBelow] = useState(false);
  const [covered, noteCovered] = useState(0);
  const [endOf, setEndOf] = useState<string | null>(null);
  const [payloadOf, setPayloadOf] = useState<string | null>(null);
  if (payloadOpen && payloadOf !== card) setPayloadOf(card);
  const noteEnd = useCallback(
    (shown: boolean) => {
      setBelow(!shown);
      if (shown) setEndOf(card);
    },
    [card],
  );
  const left = useMemo(
    () =>
      detail === null ? null : leftToRead(detail.card, detail.arguments, { end: endOf === card, payload: payloadOf === card }),
    [detail, card, endOf, payloadOf],
  );
  return {
    noteEnd,
    covered,
    noteCovered,
    below,
    done: left === null || left === "nothing",
    note: left === null ? null : t(`reading.${left}`),
  };
}

/** The card for the key reducer: not approvable until it was read. */
export function useUntilRead(shown: ShownCard | null, { done }: Pick<Reading, "done">): ShownCard | null {
  return useMemo(() => (shown === null ? null : { ...shown, approvable: shown.approvable && done }), [shown, done]);
}
