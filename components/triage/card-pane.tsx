"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useMemo, useRef } from "react";

import type { CardDetail } from "../../lib/contract/people";
import { isSwipeable } from "../../lib/domain/input/input-state";
import type { Swipe } from "../../lib/domain/input/swipe";
import { EndMark } from "../card/end-mark";
import { ReviewCard } from "../card/review-card";
import { useHereOnceIdle, useLoadedWhenIdle } from "../ui/later";
import { CardActs } from "./card-acts";
import { CardNews } from "./card-news";
import { metaOf } from "./card-meta";
import { cardMore, closedBar, decidingForm, swipeWatch } from "./later-panels";
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
  /** Hangs above the bar, whatever the bar offers. */
  readonly above: ReactNode;
}

/** Approved cards make way to the right, rejected ones to the left: the next comes in from the other side. */
const ENTERS = { approved: "enter-from-left", rejected: "enter-from-right" } as const;

/** The open card with its acts. Keyboard, pointer and touch all end in the same intents. */
export function CardPane({ triage, detail, now, confirmPassword, alone, swipe, above }: CardPaneProps) {
  const { row } = detail;
  const open = row.status === "pending" || row.look !== null;
  useLoadedWhenIdle(decidingForm);
  useLoadedWhenIdle(closedBar);
  // A menu is a lot to load, and nobody waits for it before the first card.
  const more = useHereOnceIdle(cardMore);
  const meta = useMemo(() => metaOf(detail), [detail]);
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
        <swipeWatch.Part
          key={version}
          card={touched}
          preference={swipe}
          enabled={swipes}
          approves={shown?.approvable === true}
          onSwipe={triage.input.swiped}
        />
      )}
      <ReviewCard
        id={row.id}
        card={detail.card}
        meta={meta}
        now={now}
        onOpen={triage.panels.open}
        fixed={alone}
        end={<EndMark onScreen={triage.reading.noteEnd} covered={triage.reading.covered} />}
        below={triage.reading.below}
        className={alone && triage.selection.gone !== null ? ENTERS[triage.selection.gone] : undefined}
        corner={more && <cardMore.Part act={triage.act} me={triage.me} detail={detail} />}
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
              onEvidence={() => {
                triage.panels.open("evidence");
              }}
              above={above}
            />
          ) : (
            <closedBar.Part triage={triage} row={row} now={now} above={above} />
          )
        }
      >
        {["approve", "answer", "ask"].includes(triage.panels.panel) && (
          <decidingForm.Part triage={triage} detail={detail} confirmPassword={confirmPassword} />
        )}
      </ReviewCard>
    </div>
  );
}
