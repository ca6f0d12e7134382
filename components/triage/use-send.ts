"use client";

import { use, useCallback } from "react";

import type { CardDetail, DecideInput, QueueRow } from "../../lib/contract/people";
import { undoWindow } from "../../lib/domain/preferences";
import { useWords } from "../words/words-provider";
import { HabitsContext } from "./key-context";
import type { Refused } from "./decided";
import type { Decisions } from "./use-decisions";
import type { OpenCard } from "./use-open-card";
import type { Panels } from "./use-panels";
import type { NotedDecision, Rest } from "./use-rest";
import type { Gone, Selection } from "./use-selection";
import { actedWith } from "./signs";

export type Decision = Pick<DecideInput, "decision" | "act" | "meaningConfirmed">;

export interface Sending {
  /** Decides by one act: the next card is there at once, and a refused one comes back to its place. */
  readonly sendNow: (decision: Decision) => void;
  /** Decides by a form: it stays open until the server has recorded it. Null when it did, else why not. */
  readonly sendForm: (decision: Decision) => Promise<Refused | null>;
}

interface Desk {
  readonly card: OpenCard;
  readonly panels: Panels;
  readonly selection: Selection;
  readonly decisions: Decisions;
  readonly rest: Pick<Rest, "noteDecision">;
}

/** Sends what was decided on the open card, with how long it was open. */
export function useSend({ card, panels, selection, decisions, rest }: Desk): Sending {
  const { detail, activeMs, lease } = card;
  const { close, ask } = panels;
  const { goOn, after } = selection;
  const { undoTimes } = use(HabitsContext);
  const nextWords = useNextWords();
  const { decide } = decisions;
  const { noteDecision } = rest;
  const sendNow = useCallback(
    (decision: Decision) => {
      if (detail === null) return;
      const input = { ...decision, measured: measured(activeMs()) };
      leaveFocus(detail.row.id);
      close();
      noteDecision(noted(detail, input.measured.activeMs));
      const next = nextWords(after(detail.row.id));
      goOn(detail.row.id, goneBy(decision));
      // Once the agent has the decision, a reason would come too late.
      ask(waitsForReason(decision) ? { ...detail, undoMs: undoWindow(detail.undoMs, undoTimes) } : null);
      void decide(detail, input, { optimistic: true, next }).then((refused) => {
        if (refused !== null) ask(null);
      });
    },
    [detail, activeMs, close, after, goOn, ask, decide, noteDecision, undoTimes, nextWords],
  );
  const sendForm = useCallback(
    async (decision: Decision) => {
      if (detail === null) return null;
      const input = { ...decision, measured: measured(activeMs()) };
      const refused = await decide(detail, input, { optimistic: false, next: nextWords(after(detail.row.id)) });
      if (refused === null) {
        close();
        ask(null);
        noteDecision(noted(detail, input.measured.activeMs));
        goOn(detail.row.id, goneBy(decision));
      } else if (refused.code === "wrong_match" || refused.code === "too_soon") {
        // The server has closed the card: it is opened anew, and its time counts from now.
        lease.retake();
      }
      return refused;
    },
    [detail, activeMs, decide, close, ask, after, goOn, lease, noteDecision, nextWords],
  );
  return { sendNow, sendForm };
}

/** What comes next, for whoever hears it: how grave it is, and what it is. */
function useNextWords(): (next: QueueRow | null) => string {
  const [t, ui] = [useWords("desk"), useWords("ui")];
  return useCallback(
    (next) =>
      next === null ? t("said.nothingNext") : t("said.next", { tier: ui(`tier.${next.tier}`), headline: next.headline }),
    [t, ui],
  );
}

function noted({ row }: CardDetail, readFor: number | null): NotedDecision {
  return { id: row.id, predictedSeconds: row.predictedSeconds, activeMs: readFor };
}

/** Neither way for an answer: it is no approval, and it refuses nothing. */
function goneBy({ decision }: Decision): Gone | null {
  if (decision.type === "answer") return null;
  return decision.type === "reject" ? "rejected" : "approved";
}

/** Takes the focus off a card that goes. Taken out with the focus in it, it would make the browser lay out the page before it can draw the next. */
function leaveFocus(card: string): void {
  const active = document.activeElement;
  const article = document.getElementById(`card-${card}-heading`)?.closest("article");
  if (active instanceof HTMLElement && article?.contains(active) === true) active.blur();
}

function waitsForReason({ decision }: Decision): boolean {
  return decision.type === "reject" && (decision.reason ?? null) === null;
}

function measured(activeMs: number | null): NonNullable<DecideInput["measured"]> {
  return { activeMs, device: actedWith() };
}

/** The reason at one place of the card's list, as it is sent. */
export function reasonAt(detail: CardDetail, place: number): { readonly code: string; readonly text: null } | null {
  const reason = detail.card.rejectReasons[place];
  return reason === undefined ? null : { code: reason.code, text: null };
}
