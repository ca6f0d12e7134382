"use client";

import { useMemo } from "react";

import type { OpenPanelProps } from "./open-panel";
import { OpenPanel } from "./open-panel";
import { countWords } from "./queue-words";
import { useReserve } from "./use-reserve";
import { useWaitingMark } from "./use-waiting-mark";

/** What the desk does beside the open card, and what opens over it: loaded behind the first card, and there from then on. */
export function BehindDesk(props: OpenPanelProps) {
  const { queue, selection, rest, me, fold } = props.triage;
  const { counts, countCap } = queue.view;
  useWaitingMark(countWords(counts.needs_you, countCap));
  const reader = useMemo(() => ({ me, fold }), [me, fold]);
  // What stands before a card hides it whole: then nobody is on the way to the next.
  useReserve(queue.view, rest.cover.type === "none" ? selection.selected : null, reader);
  return <OpenPanel {...props} />;
}
