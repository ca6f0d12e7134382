"use client";

import { Suspense, useCallback, useMemo, useState } from "react";

import type { CardDetail } from "../../lib/contract/people";
import type { KeyBinding } from "../../lib/domain/input/key-map";
import { badgeOf } from "../../lib/domain/input/key-map";
import { HOLD_MS, asksReasonFirst, isSwipeable } from "../../lib/domain/input/input-state";
import type { Swipe } from "../../lib/domain/input/swipe";
import type { ActionKeys } from "../card/action-bar";
import { ActionBar } from "../card/action-bar";
import type { ApproveProps } from "../card/approve-button";
import { ReviewCard } from "../card/review-card";
import { useLoadedWhenIdle } from "../ui/later";
import { CardNews } from "./card-news";
import { HeldBack, isHeldBack } from "./held-back";
import { metaOf } from "./card-meta";
import { useKeyMap } from "./key-context";
import { SwipeCard } from "./swipe-card";
import { approvalPanel } from "./later-panels";
import type { Triage } from "./use-triage";

export interface CardPaneProps {
  readonly triage: Triage;
  readonly detail: CardDetail;
  /** The server's clock when the page was rendered. */
  readonly now: number;
  readonly confirmPassword: (password: string) => Promise<{ readonly ok: boolean; readonly detail: string }>;
  /** The card is alone on the screen, and of the same height whatever it says. */
  readonly alone: boolean;
  readonly swipe: Swipe;
}

/** Approved cards make way to the right, rejected ones to the left: the next comes in from the other side. */
const ENTERS = { approved: "enter-from-left", rejected: "enter-from-right" } as const;

/** The open card with its acts. Keyboard, pointer and touch all end in the same intents. */
export function CardPane({ triage, detail, now, confirmPassword, alone, swipe }: CardPaneProps) {
  const { row } = detail;
  const open = row.status === "pending" || row.ran;
  useLoadedWhenIdle(approvalPanel);
  const meta = useMemo(() => metaOf(detail), [detail]);
  const { open: openPanel } = triage.panels;
  const onEvidence = useCallback(() => {
    openPanel("evidence");
  }, [openPanel]);
  const { shown } = triage.card;
  return (
    <SwipeCard
      key={`${row.id}@${String(row.version)}`}
      preference={swipe}
      enabled={shown !== null && isSwipeable(shown) && triage.blocked === null}
      onSwipe={triage.input.swiped}
    >
      <ReviewCard
        id={row.id}
        card={detail.card}
        meta={meta}
        now={now}
        onEvidence={onEvidence}
        fixed={alone}
        className={alone && triage.selection.gone !== null ? ENTERS[triage.selection.gone] : undefined}
        banner={<CardNews detail={detail} lookedAtBy={triage.card.lease.heldBy} changed={triage.card.changed} />}
        actions={open ? <Acts triage={triage} detail={detail} /> : <Left triage={triage} row={row} now={now} />}
      >
        {triage.panels.panel === "approve" && (
          <Suspense fallback={null}>
            <approvalPanel.Part triage={triage} detail={detail} confirmPassword={confirmPassword} />
          </Suspense>
        )}
      </ReviewCard>
    </SwipeCard>
  );
}

function Acts({ triage, detail }: { readonly triage: Triage; readonly detail: CardDetail }) {
  const { row } = detail;
  const { input, act } = triage;
  const named = { card: row.id, version: row.version };
  const [confirming, setConfirming] = useState(false);
  const map = useKeyMap();
  const keys = useMemo(() => keysOf(map), [map]);
  const asks = row.treatment === "two_person" || detail.regulated;
  const hold = row.treatment === "confirm" && !asks;
  const approve: Omit<ApproveProps, "subject" | "ready" | "shortcut" | "describedBy"> = {
    mode: hold ? (confirming ? "twice" : "hold") : asks ? "match" : "press",
    holding: input.holding,
    holdMs: HOLD_MS,
    confirming,
    ...(asks ? { label: detail.regulated ? "Sign…" : "Choose the value…" } : row.ran ? { label: "It was fine" } : {}),
    onPress: (event) => {
      if (!input.pointerMayDecide(event)) return;
      if (asks) act({ type: "open_approval", ...named });
      else if (!hold) act({ type: "decide", decision: "approve", act: "key", ...named });
      // A press without a pointer: for those who cannot hold, the second press decides.
      else if (confirming) input.pressedTwice(event);
      else if (event.detail === 0) setConfirming(true);
    },
    onHoldStart: input.press,
    onHoldEnd: input.lift,
  };
  return (
    <div onFocusCapture={input.noteFocus}>
      <ActionBar
        subject={row.headline}
        approve={approve}
        armed={input.armed}
        blocked={triage.blocked}
        cannotApprove={triage.cannotSign}
        onReject={(event) => {
          if (!input.pointerMayDecide(event)) return;
          if (asksReasonFirst({ treatment: row.treatment, regulated: detail.regulated }))
            act({ type: "open_rejection", ...named });
          else act({ type: "decide", decision: "reject", act: "key", ...named });
        }}
        rejectLabel={row.ran ? "Not fine…" : "Reject"}
        onEdit={
          !row.ran && detail.allowed.includes("edit")
            ? () => {
                act({ type: "command", command: "edit" });
              }
            : null
        }
        onLater={() => {
          act({ type: "command", command: "later" });
        }}
        onEvidence={() => {
          triage.panels.open("evidence");
        }}
        predictedSeconds={row.predictedSeconds}
        lane={row.lane}
        keys={keys}
      />
    </div>
  );
}

/** What is printed on the buttons; nothing where single keys are switched off. */
function keysOf(map: readonly KeyBinding[]): ActionKeys | null {
  const [approve, reject] = [badgeOf(map, "approve"), badgeOf(map, "reject")];
  if (approve === "" || reject === "") return null;
  return { approve, reject, edit: badgeOf(map, "edit"), later: badgeOf(map, "later") };
}

/** What is left to do about something that is decided. */
function Left({ triage, row, now }: { readonly triage: Triage; readonly row: CardDetail["row"]; readonly now: number }) {
  if (!isHeldBack(row)) return <Closed words={triage.blocked} />;
  const lost = triage.queue.connection === "lost" ? triage.blocked : null;
  return <HeldBack row={row} now={now} lost={lost} onStop={(id) => void triage.decisions.undo(id)} />;
}

function Closed({ words }: { readonly words: string | null }) {
  return (
    <p role="status" className="border-t border-rule bg-sunk px-4 py-3.5 text-note text-ink-2 md:rounded-b-card md:px-6">
      {words}
    </p>
  );
}
