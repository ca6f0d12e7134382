"use client";

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from "react";

import type { QueueParameters } from "../../lib/client/people-api";
import { alikeCount } from "../../lib/client/folds";
import type { CardDetail } from "../../lib/contract/people";
import type { Queue } from "../../lib/domain/words";
import type { Intent } from "../../lib/domain/input/key-reducer";
import { SEARCH_FIELD } from "./search-field";
import { useWords } from "../words/words-provider";
import { blockedWords, cannotSignWords } from "./card-meta";
import type { Desk } from "./carry-out";
import { carryOut } from "./carry-out";
import { useKeyMap } from "./key-context";
import type { Rest, RestOptions } from "./use-rest";
import { useRest } from "./use-rest";
import type { Decisions } from "./use-decisions";
import { useDecisions } from "./use-decisions";
import type { OpenCard } from "./use-open-card";
import { useOpenCard } from "./use-open-card";
import type { Panels } from "./use-panels";
import { questionOf, usePanels } from "./use-panels";
import type { GivenQueue, LiveQueue } from "./use-queue";
import { usePrefetch, useQueue } from "./use-queue";
import type { Reading } from "./use-reading";
import { useReading, useUntilRead } from "./use-reading";
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
  readonly rest: Rest;
  /** Opens the item that expires first, wherever it stands. */
  readonly showExpiring: () => void;
  readonly input: ReviewInput;
  /** Why nothing can be decided on the open card, in words; null when it can. */
  readonly blocked: string | null;
  /** Why only approving it is off; null when it is not. */
  readonly cannotSign: string | null;
  /** How far the open card was read: a long one is read to its end before it can be approved. */
  readonly reading: Reading;
  readonly act: (intent: Intent) => void;
  readonly me: string;
  /** How many loaded rows are like the open card, itself included. */
  readonly alike: number;
  /** Whether look-alikes are one line here. */
  readonly fold: boolean;
}

export interface TriageOptions {
  readonly parameters: QueueParameters;
  readonly initial: GivenQueue;
  readonly initialSelected: string | null;
  readonly initialCard: CardDetail | null;
  readonly me: string;
  /** Another view of the queue: the address changes, and with it the list. */
  readonly onView: (change: Partial<QueueParameters>) => void;
  /** Leads to the list and its search; null where they are on the screen. */
  readonly onSearch: (() => void) | null;
  readonly onFocusMode: (id: string | null) => void;
  /** One card alone is on the screen: Escape leads back to the list. */
  readonly alone: boolean;
  readonly onStopAgent: (detail: CardDetail) => void;
  readonly rest: Omit<RestOptions, "view">;
}

/** The reviewer's desk: the parts below, joined. Keys, clicks and taps all become intents, and {@link carryOut} says what each leads to. */
export function useTriage(options: TriageOptions): Triage {
  const t = useWords("desk");
  const queue = useQueue(options.parameters, options.initial, options.me);
  const panels = usePanels();
  const { parameters, me } = options;
  const fold = parameters.fold && isOpen(parameters.queue);
  const rest = useRest({ ...options.rest, view: queue.view });
  const { close, ask } = panels;
  const { noteChange, uncover } = rest;
  const onChange = useCallback(
    (id: string | null) => {
      close();
      noteChange(id);
    },
    [close, noteChange],
  );
  const reader = useMemo(() => ({ me, fold }), [me, fold]);
  const selection = useSelection(queue, options.initialSelected, { onChange, reader });
  usePrefetch(queue.view, selection.selected, reader);
  // What stands before a card hides it whole: nobody has it open, and no key reaches it.
  const open = rest.cover.type === "none" ? selection.selected : null;
  const card = useOpenCard(open, options.initialCard, {
    connection: queue.connection,
    deciding: ["approve", "edit", "answer", "ask"].includes(panels.panel),
  });
  const { select } = selection;
  const showExpiring = useShowExpiring(rest, queue, select);
  const comeBack = useCallback(
    (id: string) => {
      select(id);
      // Whoever takes a decision back wants to see it at once, and is not asked why it was made.
      uncover();
      ask(null);
    },
    [select, uncover, ask],
  );
  const decisions = useDecisions(queue, options.me, comeBack);
  const sending = useSend({ card, panels, selection, decisions, rest });

  const desk = useRef<Desk | null>(null);
  const alike = useMemo(
    () => (isOpen(parameters.queue) ? alikeCount(queue.view.rows, selection.selected) : 1),
    [parameters.queue, queue.view.rows, selection.selected],
  );
  // With the card that is put there, not after it was painted: what is done meanwhile is done to what is shown.
  useLayoutEffect(() => {
    const { onView, onFocusMode, onStopAgent, alone } = options;
    const onSearch = (): void => {
      panels.open("search");
      // It may be open already, with the focus elsewhere; else it takes the focus when it comes.
      if (options.onSearch === null) document.getElementById(SEARCH_FIELD)?.focus();
      else options.onSearch();
    };
    const remembered = queue.last;
    const parts = {
      selection,
      panels,
      decisions,
      remembered,
      sending,
      parameters,
      me,
      alike,
      onView,
      onSearch,
      onFocusMode,
      onStopAgent,
      alone,
    };
    desk.current = { detail: card.detail, ...parts };
  });
  const act = useCallback((intent: Intent) => {
    if (desk.current !== null) carryOut(desk.current, intent);
  }, []);
  // Behind many that are decided together the card is not drawn: afterwards it is painted, and armed, anew.
  const reading = useReading(card.detail, panels.panel === "evidence");
  const drawn = useUntilRead(panels.panel === "together" ? null : card.shown, reading);
  const input = useReviewInput(drawn, questionOf(panels, card.detail), act, useKeyMap());
  const [{ noteArmed }, { readableAt }] = [card, input];
  useEffect(() => {
    if (input.armed) noteArmed(readableAt());
  }, [input.armed, noteArmed, readableAt]);
  return {
    queue,
    selection,
    card,
    panels,
    decisions,
    sending,
    rest,
    showExpiring,
    input,
    blocked: card.detail === null ? null : blockedWords(t, card.detail, queue.connection),
    cannotSign: card.detail === null ? null : cannotSignWords(t, card.detail, card.lease.heldBy),
    reading,
    act,
    me,
    alike,
    fold,
  };
}

/** Opens what expires first, wherever it stands. */
function useShowExpiring({ first, uncover }: Rest, { showArrivals }: LiveQueue, select: Selection["select"]): () => void {
  const expiring = first?.id ?? null;
  return useCallback(() => {
    showArrivals();
    if (expiring !== null) select(expiring);
    uncover();
  }, [showArrivals, expiring, select, uncover]);
}

function isOpen(queue: Queue): boolean {
  return queue !== "waiting" && queue !== "done";
}
