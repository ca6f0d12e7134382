"use client";

import { useCallback, useEffect, useState } from "react";

import type { CardDetail } from "../../lib/contract/people";
import type { Asks } from "../../lib/domain/input/input-state";

/** What is open beside the card. */
export type OpenPanel =
  | "none"
  | "approve"
  | "edit"
  | "answer"
  | "ask"
  | "evidence"
  | "why"
  | "keys"
  | "reject"
  | "together"
  | "comments"
  /** The search was asked for: its field is on its way. */
  | "search"
  /** Its field is there, and had the cursor. */
  | "searching"
  | "palette";

export interface Panels {
  readonly panel: OpenPanel;
  readonly open: (panel: OpenPanel) => void;
  readonly close: () => void;
  /** The last rejection still waits for its reason: shown while nothing else is open. */
  readonly askReason: CardDetail | null;
  readonly ask: (rejected: CardDetail | null) => void;
  /** What was picked last by key in the open match; null when nothing was. */
  readonly picked: Picked | null;
  readonly pick: (picked: Picked) => void;
}

/** The place of a value that a key picked: another one each time, so that the same key twice is heard twice. */
export interface Picked {
  readonly place: number;
}

/** What is open beside the card, one thing at a time. */
export function usePanels(): Panels {
  const [panel, setPanel] = useState<OpenPanel>("none");
  const [picked, pick] = useState<Picked | null>(null);
  const [rejected, ask] = useState<CardDetail | null>(null);
  const open = useCallback((next: OpenPanel) => {
    setPanel(next);
    pick(null);
  }, []);
  const close = useCallback(() => {
    open("none");
  }, [open]);
  useEffect(() => {
    if (rejected === null) return;
    // Once the agent has the decision, a reason would come too late.
    const timer = setTimeout(() => {
      ask(null);
    }, rejected.undoMs);
    return () => {
      clearTimeout(timer);
    };
  }, [rejected]);
  return { panel, open, close, askReason: panel === "none" ? rejected : null, ask, picked, pick };
}

/** What the keys mean meanwhile, and how many choices there are. */
export interface Question {
  readonly asks: Asks;
  readonly choices: number;
}

const REASONS_BY_KEY = 6;

/** What is asked beside the open card. */
export function questionOf({ panel, askReason }: Pick<Panels, "panel" | "askReason">, detail: CardDetail | null): Question {
  const reasons = (card: CardDetail | null): number => Math.min(card?.card.rejectReasons.length ?? 0, REASONS_BY_KEY);
  switch (panel) {
    case "reject":
      return { asks: "reason_first", choices: reasons(detail) };
    case "approve":
      return { asks: "value", choices: detail?.card.match?.options.length ?? 0 };
    // Decided by a card, or a form, of their own; here Escape leads back.
    case "together":
    case "answer":
    case "ask":
    // Whoever asked for the search types on: before there is a field, what they type is for nobody.
    case "search":
      return { asks: "value", choices: 0 };
    case "edit":
    case "evidence":
    case "why":
    case "keys":
    case "comments":
    case "palette":
      return { asks: "other", choices: 0 };
    // The search covers nothing: in its field keys are text, beside it they mean what they always do.
    case "searching":
    case "none":
      return askReason === null ? { asks: "nothing", choices: 0 } : { asks: "reason_after", choices: reasons(askReason) };
  }
}
