"use client";

import clsx from "clsx";
import type { ReactNode } from "react";

import type { QueueParameters } from "../../lib/client/people-api";
import type { QueueRow } from "../../lib/contract/people";
import type { Swipe } from "../../lib/domain/input/swipe";
import { Button } from "../ui/button";
import { useLoadedWhenIdle } from "../ui/later";
import { LoadingLine } from "../ui/loading-line";
import { useWords } from "../words/words-provider";
import { CardPane } from "./card-pane";
import type { DockProps } from "./dock";
import { useBadge } from "./key-context";
import {
  breakHint,
  emptyDesk,
  lastStrip,
  leaseEnding,
  dock,
  reasonStrip,
  restPanel,
  testReveal,
  togetherPane,
  unreadCard,
} from "./later-panels";
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
  useLoadedWhenIdle(lastStrip);
  useLoadedWhenIdle(restPanel);
  useLoadedWhenIdle(testReveal);
  useLoadedWhenIdle(leaseEnding);
  useLoadedWhenIdle(dock);
  useLoadedWhenIdle(emptyDesk);
  return (
    // Room at the end, but not of the part that scrolls: there the bar of the acts would stand above it, with the card going on below.
    <div className={clsx("group/column flex max-w-[48.75rem] flex-col gap-4", !alone && "md:pb-7")}>
      {card.lease.endsAt !== null && <leaseEnding.Part endsAt={card.lease.endsAt} />}
      {decisions.decided.some(({ test }) => test !== undefined) && <testReveal.Part decided={decisions.decided} />}
      {triage.rest.cover.type !== "none" ? (
        <restPanel.Part rest={triage.rest} onExpiring={triage.showExpiring} now={rendered} />
      ) : detail !== null && panels.panel === "together" ? (
        <togetherPane.Part key={detail.row.id} triage={triage} detail={detail} now={rendered} />
      ) : selection.selected === null ? (
        // Beside the list, which says it already, nothing is said twice.
        alone && (
          <emptyDesk.Part parameters={parameters} counts={triage.queue.view.counts} countCap={triage.queue.view.countCap} />
        )
      ) : detail === null && card.failure !== null ? (
        <unreadCard.Part {...card.failure} />
      ) : (
        <Room late={detail === null}>
          {detail !== null && (
            <CardPane
              triage={triage}
              detail={detail}
              now={rendered}
              confirmPassword={confirmPassword}
              alone={alone}
              swipe={swipe}
              above={<Above triage={triage} detail={detail} now={rendered} />}
            />
          )}
          {detail !== null && panels.panel === "none" && <Alike triage={triage} />}
        </Room>
      )}
      {detail === null && askReason !== null && <reasonStrip.Part triage={triage} detail={null} />}
      {!alone && triage.rest.sitting.since !== null && <breakHint.Part rest={triage.rest} now={rendered} />}
      {decisions.decided.length + triage.queue.last.length > 0 && (
        <lastStrip.Part decisions={decisions} remembered={triage.queue.last} now={rendered} />
      )}
    </div>
  );
}

/** The room of the open card. While the next one is late it is as high as the last one was, says so, and what stands below keeps its place. */
function Room({ late, children }: { readonly late: boolean; readonly children: ReactNode }) {
  const t = useWords("card");
  return (
    <div className="relative">
      {late && <LoadingLine says={t("loading")} />}
      <div
        className={clsx("flex flex-col gap-4 [contain-intrinsic-block-size:auto_34rem]", late && "[content-visibility:hidden]")}
      >
        {children}
      </div>
    </div>
  );
}

/** What hangs above the bar of the open card: nothing is loaded for it before something was decided. */
function Above(props: DockProps) {
  const { panels, decisions, queue } = props.triage;
  if (panels.panel !== "reject" && decisions.decided.length === 0 && !queue.last.some(isHeld)) return null;
  return <dock.Part {...props} />;
}

function isHeld({ status }: QueueRow): boolean {
  return status === "held";
}

/** Below the card, where nothing moves when another one like it arrives. */
function Alike({ triage }: { readonly triage: Triage }) {
  const t = useWords("desk");
  const key = useBadge("together");
  useLoadedWhenIdle(togetherPane);
  if (triage.alike < 2) return null;
  return (
    <p className="flex items-center gap-3 px-4 text-note text-ink-3 md:px-0">
      <span className="tabular">{t("alike", { count: triage.alike })}</span>
      <Button
        size="small"
        className="max-md:h-11"
        shortcut={key === "" ? undefined : key}
        onClick={() => {
          triage.panels.open("together");
        }}
      >
        {t("alike.together")}
      </Button>
    </p>
  );
}
