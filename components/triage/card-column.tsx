"use client";

import clsx from "clsx";
import { Suspense, useRef } from "react";

import type { QueueParameters } from "../../lib/client/people-api";
import type { CardDetail, QueueRow } from "../../lib/contract/people";
import { towardsBreak } from "../../lib/domain/focus/sitting";
import type { Swipe } from "../../lib/domain/input/swipe";
import { POINTER_AFTER_PAINT_MS } from "../../lib/domain/input/input-state";
import { LastDecisions } from "../card/last-decisions";
import { Button } from "../ui/button";
import { useNow } from "../ui/clock";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { useLoadedWhenIdle } from "../ui/later";
import { CardPane } from "./card-pane";
import { useBadge } from "./key-context";
import { lastDecisions } from "./last-steps";
import { rejectStrip, restPanel, testReveal, togetherPane } from "./later-panels";
import { emptyWords } from "./queue-words";
import type { Decisions } from "./use-decisions";
import type { Rest } from "./use-rest";
import type { ConfirmPassword } from "./use-signing";
import type { Triage } from "./use-triage";

export interface CardColumnProps {
  readonly triage: Triage;
  readonly parameters: QueueParameters;
  /** The server's clock when the page was rendered. */
  readonly now: number;
  readonly confirmPassword: ConfirmPassword;
  /** The card is alone on the screen, and of the same height whatever it says. */
  readonly alone: boolean;
  readonly swipe: Swipe;
}

/** The open card, the question that belongs to a decision, and what was decided last. */
export function CardColumn({ triage, parameters, now: rendered, confirmPassword, alone, swipe }: CardColumnProps) {
  const { card, panels, decisions, selection } = triage;
  const { detail } = card;
  const { askReason } = panels;
  useLoadedWhenIdle(restPanel);
  useLoadedWhenIdle(testReveal);
  useLoadedWhenIdle(rejectStrip);
  return (
    // Room at the end, but not of the part that scrolls: there the bar of the acts would stand above it, with the card going on below.
    <div className={clsx("flex max-w-[48.75rem] flex-col gap-4", !alone && "md:pb-7")}>
      {decisions.decided.some(({ test }) => test !== undefined) && (
        <Suspense fallback={null}>
          <testReveal.Part decided={decisions.decided} />
        </Suspense>
      )}
      {triage.rest.cover.type !== "none" ? (
        <Suspense fallback={null}>
          <restPanel.Part rest={triage.rest} onExpiring={triage.showExpiring} now={rendered} />
        </Suspense>
      ) : detail !== null && panels.panel === "together" ? (
        <Suspense fallback={null}>
          <togetherPane.Part key={detail.row.id} triage={triage} detail={detail} now={rendered} />
        </Suspense>
      ) : detail !== null ? (
        <CardPane triage={triage} detail={detail} now={rendered} confirmPassword={confirmPassword} alone={alone} swipe={swipe} />
      ) : selection.selected === null ? (
        <EmptyState {...emptyWords(parameters)} />
      ) : card.failure === null ? null : (
        <ErrorState title="This card could not be read" says={card.failure} />
      )}
      {detail !== null && panels.panel === "none" && <Alike triage={triage} />}
      <Suspense fallback={null}>
        {askReason !== null && (
          <rejectStrip.Part
            subject={askReason.row.headline}
            reasons={askReason.card.rejectReasons}
            required={false}
            showKeys
            onReason={(reason) => {
              panels.ask(null);
              void decisions.giveReason(askReason.row.id, reason);
            }}
            onDismiss={() => {
              panels.ask(null);
            }}
          />
        )}
        {detail !== null && panels.panel === "reject" && <ReasonFirst triage={triage} detail={detail} />}
      </Suspense>
      {!alone && <BreakHint rest={triage.rest} now={rendered} />}
      <Last decisions={decisions} remembered={triage.queue.last} now={rendered} />
    </div>
  );
}

/** Below the card, where nothing moves when another one like it arrives. */
function Alike({ triage }: { readonly triage: Triage }) {
  const key = useBadge("together");
  useLoadedWhenIdle(togetherPane);
  if (triage.alike < 2) return null;
  return (
    <p className="flex items-center gap-3 px-4 text-note text-ink-3 md:px-0">
      <span className="tabular">{triage.alike} like this</span>
      <Button
        size="small"
        shortcut={key === "" ? undefined : key}
        onClick={() => {
          triage.panels.open("together");
        }}
      >
        Decide together…
      </Button>
    </p>
  );
}

/** Beside the list nothing is covered: one line below the card, which can be sent away. */
function BreakHint({ rest, now: rendered }: { readonly rest: Rest; readonly now: number }) {
  const now = useNow(rendered, 60_000);
  if (rest.sitting.deferredAt !== null || towardsBreak(rest.sitting, now, 0) < 1) return null;
  return (
    <p className="flex items-center gap-3 px-4 text-note text-ink-3 md:px-0">
      Two minutes off? Catch rates fall from here.
      <Button size="small" variant="ghost" onClick={rest.putOff}>
        Not now
      </Button>
    </p>
  );
}

/** Apart, because it counts seconds: the card above is not drawn again for that. */
function Last({
  decisions,
  remembered,
  now: rendered,
}: {
  readonly decisions: Decisions;
  readonly remembered: readonly QueueRow[];
  readonly now: number;
}) {
  const now = useNow(rendered, 1000);
  const undoKey = useBadge("undo");
  return (
    <LastDecisions
      decisions={lastDecisions(decisions.decided, remembered, now)}
      undoKey={undoKey}
      onUndo={(id) => void decisions.undo(id)}
      onRelease={(id) => void decisions.release(id)}
    />
  );
}

/** A rejection that counts only with its reason. */
function ReasonFirst({ triage, detail }: { readonly triage: Triage; readonly detail: CardDetail }) {
  const openedAt = useRef(0);
  const { panels, sending } = triage;
  return (
    <rejectStrip.Part
      subject={detail.row.headline}
      reasons={detail.card.rejectReasons}
      required
      showKeys
      onShown={(at) => {
        openedAt.current = at;
      }}
      onReason={(reason) => {
        // The second half of a double click on Reject is not a reason. Words take longer to write than that.
        if (reason.text === null && performance.now() - openedAt.current < POINTER_AFTER_PAINT_MS) return;
        sending.sendNow({ decision: { type: "reject", reason }, act: { type: "key" } });
      }}
      onDismiss={panels.close}
    />
  );
}
