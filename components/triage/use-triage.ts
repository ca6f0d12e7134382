"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";

import type { QueueParameters } from "../../lib/client/people-api";
import { cardQuery } from "../../lib/client/queries";
import type { QueueView } from "../../lib/client/queue-view";
import { neighbour, withoutLeft } from "../../lib/client/queue-view";
import type { CardDetail, DecideInput } from "../../lib/contract/people";
import type { Intent } from "../../lib/domain/input/key-reducer";
import { DWELL_MS } from "../../lib/domain/lifecycle/sign";
import { blockedWords, shownCard } from "./card-meta";
import type { Decisions } from "./use-decisions";
import { useDecisions } from "./use-decisions";
import { useElapsed, useLease } from "./use-lease";
import type { LiveQueue } from "./use-queue";
import { usePrefetch, useQueue } from "./use-queue";
import type { ReviewInput } from "./use-review-input";
import { useReviewInput } from "./use-review-input";

/** The lease is confirmed here a little after the server began to count. */
const LATENCY_MS = 50;

/** What is open beside the card. */
export type OpenPanel = "none" | "approve" | "edit" | "evidence" | "why" | "keys" | "reject";

export interface Triage {
  readonly queue: LiveQueue;
  readonly selected: string | null;
  readonly detail: CardDetail | null;
  /** The card could not be read: why. */
  readonly failure: string | null;
  readonly input: ReviewInput;
  readonly decisions: Decisions;
  readonly panel: OpenPanel;
  readonly blocked: string | null;
  readonly lookedAtBy: string | null;
  /** When the lease was confirmed, on the page's clock; null without one. */
  readonly leasedSince: number | null;
  /** The last rejection still waits for its reason. */
  readonly askReason: CardDetail | null;
  readonly select: (id: string) => void;
  readonly open: (panel: OpenPanel) => void;
  readonly act: (intent: Intent) => void;
  readonly send: (input: Pick<DecideInput, "decision" | "act" | "meaningConfirmed">) => Promise<boolean>;
  readonly dismissReason: () => void;
}

export interface TriageOptions {
  readonly parameters: QueueParameters;
  readonly initial: QueueView;
  readonly initialSelected: string | null;
  readonly me: string;
  readonly onFocusMode: (id: string) => void;
  readonly onStopAgent: (detail: CardDetail) => void;
}

/** The reviewer's desk: what is selected, what is shown, and what every key and click leads to. */
// eslint-disable-next-line max-lines-per-function, complexity -- the one place where the desk's parts meet
export function useTriage(options: TriageOptions): Triage {
  const queue = useQueue(options.parameters, options.initial, options.me);
  const { view, connection, update } = queue;
  const [selected, setSelected] = useState(options.initialSelected);
  const [panel, setPanel] = useState<OpenPanel>("none");
  const [askReason, setAskReason] = useState<CardDetail | null>(null);
  const select = useCallback((id: string) => {
    setSelected(id);
    setPanel("none");
  }, []);
  const decisions = useDecisions(queue, select);
  usePrefetch(view.rows, selected);

  const card = useQuery({ ...cardQuery(selected ?? ""), enabled: selected !== null });
  const detail = selected !== null && card.data?.row.id === selected ? card.data : null;
  const lease = useLease(
    detail?.row.status === "pending" ? { id: detail.row.id, version: detail.row.version } : null,
    connection === "live",
  );
  // The server refuses a careful signature that comes too soon after the lease: the keys wake when it would be taken.
  const held = detail?.row.treatment === "confirm" && !detail.regulated;
  const dwelt = useElapsed(lease.since, held ? DWELL_MS.confirm + LATENCY_MS : 0);
  const decidable = connection === "live" && panel === "none" && (!held || dwelt);
  const shown = useMemo(() => (detail === null ? null : shownCard(detail, decidable)), [detail, decidable]);

  const shownAt = useRef({ card: "", at: 0 });
  const move = useCallback(
    (step: 1 | -1) => {
      const rows = view.rows.filter((row) => row.left === null || row.id === selected);
      const next = rows[rows.findIndex((row) => row.id === selected) + step];
      if (next !== undefined) select(next.id);
      update((current) => withoutLeft(current, next?.id ?? selected));
    },
    [view.rows, selected, select, update],
  );

  const send = useCallback<Triage["send"]>(
    async (input) => {
      if (detail === null) return false;
      const next = neighbour(view, detail.row.id);
      const activeMs = shownAt.current.card === detail.row.id ? Math.round(performance.now() - shownAt.current.at) : null;
      setPanel("none");
      setSelected(next);
      setAskReason(input.decision.type === "reject" && (input.decision.reason ?? null) === null ? detail : null);
      const device = matchMedia("(pointer: coarse)").matches ? "touch" : "keyboard";
      const recorded = await decisions.decide(detail, { ...input, measured: { activeMs, device } });
      if (!recorded) {
        setAskReason(null);
        setSelected((current) => current ?? detail.row.id);
      }
      return recorded;
    },
    [detail, view, decisions],
  );

  const act = useCallback(
    // eslint-disable-next-line complexity -- one case an intent
    (intent: Intent) => {
      if (intent.type === "open_approval") {
        if (detail?.cannotSign === null) setPanel("approve");
        return;
      }
      if (intent.type === "decide") {
        if (detail === null || detail.row.id !== intent.card || detail.row.version !== intent.version) return;
        if (intent.decision === "reject" && detail.regulated) setPanel("reject");
        else if (intent.decision === "reject") void send({ decision: { type: "reject" }, act: { type: intent.act } });
        else if (detail.cannotSign === null) void send({ decision: { type: "approve" }, act: { type: intent.act } });
        return;
      }
      const last = decisions.decided.find((one) => one.row?.status === "held" || one.row?.status === "pending");
      switch (intent.command) {
        case "next":
        case "later":
          move(1);
          break;
        case "previous":
          move(-1);
          break;
        case "undo":
          if (last !== undefined) {
            setAskReason(null);
            void decisions.undo(last.id).catch(() => undefined);
          }
          break;
        case "release":
          if (last !== undefined) void decisions.release(last.id).catch(() => undefined);
          break;
        case "edit":
          if (detail?.allowed.includes("edit") === true && detail.cannotSign === null) setPanel("edit");
          break;
        case "evidence":
          if (detail !== null) setPanel("evidence");
          break;
        case "why":
          if (detail !== null) setPanel("why");
          break;
        case "focus":
          if (selected !== null) options.onFocusMode(selected);
          break;
        case "stop_agent":
          if (detail !== null) options.onStopAgent(detail);
          break;
        case "sheet":
          setPanel("keys");
          break;
      }
    },
    [detail, decisions, move, options, selected, send],
  );

  const input = useReviewInput(shown, act);
  const shownId = detail?.row.id ?? null;
  const { armed } = input;
  useEffect(() => {
    if (armed && shownId !== null && shownAt.current.card !== shownId) shownAt.current = { card: shownId, at: performance.now() };
  }, [armed, shownId]);
  return {
    queue,
    selected,
    detail,
    failure: card.error === null ? null : card.error.message,
    input,
    decisions,
    panel,
    blocked: detail === null ? null : blockedWords(detail, connection),
    lookedAtBy: lease.heldBy,
    leasedSince: lease.since,
    askReason,
    select,
    open: setPanel,
    act,
    send,
    dismissReason: useCallback(() => {
      setAskReason(null);
    }, []),
  };
}
