"use client";

import { useCallback, useEffect, useRef } from "react";

import type { QueueParameters } from "../../lib/client/people-api";
import type { QueueView } from "../../lib/client/queue-view";
import type { CardDetail } from "../../lib/contract/people";
import type { Intent } from "../../lib/domain/input/key-reducer";
import { blockedWords, cannotSignWords } from "./card-meta";
import type { Desk } from "./carry-out";
import { carryOut } from "./carry-out";
import type { Decisions } from "./use-decisions";
import { useDecisions } from "./use-decisions";
import type { OpenCard } from "./use-open-card";
import { useOpenCard } from "./use-open-card";
import type { Panels } from "./use-panels";
import { questionOf, usePanels } from "./use-panels";
import type { LiveQueue } from "./use-queue";
import { usePrefetch, useQueue } from "./use-queue";
import type { ReviewInput } from "./use-review-input";
import { useReviewInput } from "./use-review-input";
import type { Selection } from "./use-selection";
import { useSelection } from "./use-selection";
import type { Sending } from "./use-send";
import { useSend } from "./use-send";

export interface Triage {
  readonly queue: LiveQueue;
  readonly selection: Selection;
  readonly card: OpenCard;
  readonly panels: Panels;
  readonly decisions: Decisions;
  readonly sending: Sending;
  readonly input: ReviewInput;
  /** Why nothing can be decided on the open card, in words; null when it can. */
  readonly blocked: string | null;
  /** Why only approving it is off; null when it is not. */
  readonly cannotSign: string | null;
  readonly act: (intent: Intent) => void;
}

export interface TriageOptions {
  readonly parameters: QueueParameters;
  readonly initial: QueueView;
  readonly initialSelected: string | null;
  readonly initialCard: CardDetail | null;
  readonly me: string;
  readonly onFocusMode: (id: string) => void;
  readonly onStopAgent: (detail: CardDetail) => void;
}

/** The reviewer's desk: the parts below, joined. Keys, clicks and taps all become intents, and {@link carryOut} says what each leads to. */
export function useTriage(options: TriageOptions): Triage {
  const queue = useQueue(options.parameters, options.initial, options.me);
  const panels = usePanels();
  const selection = useSelection(queue, options.initialSelected, panels.close);
  usePrefetch(queue.view.rows, selection.selected);
  const card = useOpenCard(selection.selected, options.initialCard, queue.connection);
  const decisions = useDecisions(queue, options.me, selection.select);
  const sending = useSend({ card, panels, selection, decisions });

  const desk = useRef<Desk | null>(null);
  const { onFocusMode, onStopAgent } = options;
  useEffect(() => {
    desk.current = { detail: card.detail, selection, panels, decisions, sending, onFocusMode, onStopAgent };
  });
  const act = useCallback((intent: Intent) => {
    if (desk.current !== null) carryOut(desk.current, intent);
  }, []);
  const input = useReviewInput(card.shown, questionOf(panels, card.detail), act);
  const { noteArmed } = card;
  useEffect(() => {
    if (input.armed) noteArmed();
  }, [input.armed, noteArmed]);
  return {
    queue,
    selection,
    card,
    panels,
    decisions,
    sending,
    input,
    blocked: card.detail === null ? null : blockedWords(card.detail, queue.connection),
    cannotSign: card.detail === null ? null : cannotSignWords(card.detail, card.lease.heldBy),
    act,
  };
}
