"use client";

import type { QueueRow } from "../../lib/contract/people";
import { LastDecisions } from "../card/last-decisions";
import { useNow } from "../ui/clock";
import { useWords } from "../words/words-provider";
import { useBadge } from "./key-context";
import { lastDecisions } from "./last-steps";
import type { Decisions } from "./use-decisions";

export interface LastStripProps {
  readonly decisions: Decisions;
  /** What the server remembers of this person. */
  readonly remembered: readonly QueueRow[];
  /** The server's clock when the page was rendered. */
  readonly now: number;
}

/** What was decided last, apart from the card because it counts seconds: the card above is not drawn again for that. */
export function LastStrip({ decisions, remembered, now: rendered }: LastStripProps) {
  const now = useNow(rendered, 1000);
  const t = useWords("desk");
  const undoKey = useBadge("undo");
  return (
    <LastDecisions
      decisions={lastDecisions(t, decisions.decided, remembered, now)}
      undoKey={undoKey}
      onUndo={(id) => void decisions.undo(id)}
      onRelease={(id) => void decisions.release(id)}
    />
  );
}
