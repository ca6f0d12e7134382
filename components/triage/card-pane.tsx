"use client";

import clsx from "clsx";
import { Suspense, useCallback, useMemo, useRef } from "react";

import type { CardDetail } from "../../lib/contract/people";
import { isSwipeable } from "../../lib/domain/input/input-state";
import type { Swipe } from "../../lib/domain/input/swipe";
import { EndMark } from "../card/end-mark";
import { ReviewCard } from "../card/review-card";
import { useLoadedWhenIdle } from "../ui/later";
import { useWords } from "../words/words-provider";
import { CardActs } from "./card-acts";
import { CardNews } from "./card-news";
import { isHeldBack } from "./held-back";
import { metaOf } from "./card-meta";
import { decidingForm, heldBackBar, renewBar, swipeWatch } from "./later-panels";
import type { Triage } from "./use-triage";
import { useHereOnTouch } from "./use-here-on-touch";

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
  const open = row.status === "pending" || row.look !== null;
  useLoadedWhenIdle(decidingForm);
  useLoadedWhenIdle(heldBackBar);
  useLoadedWhenIdle(renewBar);
  const meta = useMemo(() => metaOf(detail), [detail]);
  const { open: openPanel } = triage.panels;
  const onEvidence = useCallback(() => {
    openPanel("evidence");
  }, [openPanel]);
  const { shown } = triage.card;
  const version = `${row.id}@${String(row.version)}`;
  const touched = useRef<HTMLDivElement>(null);
  const touch = useHereOnTouch(swipeWatch);
  const swipes = shown !== null && isSwipeable(shown) && triage.blocked === null;
  return (
    <div
      key={version}
      ref={touched}
      className={clsx("group/swipe relative w-full max-w-[48.75rem] overflow-x-clip", swipes && "touch-pan-y")}
    >
      {touch && (
        <Suspense fallback={null}>
          <swipeWatch.Part
            key={version}
            card={touched}
            preference={swipe}
            enabled={swipes}
            approves={shown?.approvable === true}
            onSwipe={triage.input.swiped}
          />
        </Suspense>
      )}
      <ReviewCard
        id={row.id}
        card={detail.card}
        meta={meta}
        now={now}
        onEvidence={onEvidence}
        fixed={alone}
        end={<EndMark onScreen={triage.reading.noteEnd} />}
        below={triage.reading.below}
        className={alone && triage.selection.gone !== null ? ENTERS[triage.selection.gone] : undefined}
        banner={<CardNews detail={detail} lookedAtBy={triage.card.lease.heldBy} changed={triage.card.changed} />}
        actions={
          open ? (
            <CardActs
              input={triage.input}
              act={triage.act}
              blocked={triage.blocked}
              cannotSign={triage.cannotSign}
              reading={triage.reading}
              detail={detail}
              onEvidence={onEvidence}
            />
          ) : (
            <Left triage={triage} row={row} now={now} />
          )
        }
      >
        {(triage.panels.panel === "approve" || triage.panels.panel === "answer") && (
          <Suspense fallback={null}>
            <decidingForm.Part triage={triage} detail={detail} confirmPassword={confirmPassword} />
          </Suspense>
        )}
      </ReviewCard>
    </div>
  );
}

/** What is left to do about something that is decided. */
function Left({ triage, row, now }: { readonly triage: Triage; readonly row: CardDetail["row"]; readonly now: number }) {
  const t = useWords("desk");
  const lost = triage.queue.connection === "lost" ? triage.blocked : null;
  if (row.lapsed) {
    const mine = row.decision?.by.some(({ id }) => id === triage.me) === true;
    return (
      // Never without a word in its place: on the first paint it comes with the page, and its part a moment later.
      <Suspense fallback={<Closed words={t("renew.lapsed")} />}>
        <renewBar.Part row={row} mine={mine} lost={lost} onRenew={triage.decisions.renew} />
      </Suspense>
    );
  }
  if (!isHeldBack(row)) return <Closed words={triage.blocked} />;
  return (
    <Suspense fallback={null}>
      <heldBackBar.Part row={row} now={now} lost={lost} onStop={(id) => void triage.decisions.undo(id)} />
    </Suspense>
  );
}

function Closed({ words }: { readonly words: string | null }) {
  return (
    <p role="status" className="border-t border-rule bg-sunk px-4 py-3.5 text-note text-ink-2 md:rounded-b-card md:px-6">
      {words}
    </p>
  );
}
