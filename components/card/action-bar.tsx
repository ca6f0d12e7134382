"use client";

import type { MouseEvent, ReactNode } from "react";

import { asSentence } from "../../lib/contract/action-result";
import type { Lane } from "../../lib/domain/words";
import { buttonClass } from "../ui/button-class";
import { ArrowDown, Clock, Pencil } from "../ui/icons";
import { Kbd } from "../ui/kbd";
import { letSlideOff } from "../ui/slide-off";
import { predictionWords } from "./prediction-words";
import { useWords } from "../words/words-provider";
import type { ApproveProps } from "./approve-button";
import { ApproveButton } from "./approve-button";

const REASON_ID = "action-reason";
/** A line in which the bar speaks. */
const SAYS = "border-rule bg-sunk px-4 py-2 text-note text-ink-2 md:px-6";

export interface ActionBarProps {
  /** What is decided, for the names of the buttons: `Cancel OBUT9V, refund 412.00 EUR`. */
  readonly subject: string;
  /** Null where the agent cannot take it. */
  readonly approve: Omit<ApproveProps, "subject" | "ready" | "shortcut" | "describedBy"> | null;
  /** False until the card has been painted long enough. Changes no layout. */
  readonly armed: boolean;
  /** Why nothing can be decided here, in words; null when it can. Reject and approve are then off. */
  readonly blocked: string | null;
  /** Why only approving is off: `you composed this: another person must sign it`. */
  readonly cannotApprove: string | null;
  /** How far a long card was read; null for a short one. */
  readonly note: string | null;
  /** What was not enough to approve it, in words: hangs above the bar, so that nothing moves. The page's voice says it. */
  readonly hint: string | null;
  /** What the card says goes on below this bar. */
  readonly below: boolean;
  /** Hangs above the bar, over the card. */
  readonly above?: ReactNode;
  readonly onReject: (event: MouseEvent<HTMLButtonElement>) => void;
  /** The words, where the usual one does not fit: `Not fine…`. */
  readonly rejectLabel?: string;
  /** Null where the agent cannot take it. */
  readonly onEdit: (() => void) | null;
  /** The button that opens a reply: beside the others, or in the place of approving. Null where the agent cannot take an answer. */
  readonly answer: ReactNode;
  readonly onLater: (() => void) | null;
  readonly onEvidence: (() => void) | null;
  readonly predictedSeconds: number;
  readonly lane: Lane;
  /** The keys as they are set, null where single keys are switched off. */
  readonly keys: ActionKeys | null;
}

export interface ActionKeys {
  readonly approve: string;
  readonly reject: string;
  readonly edit: string;
  readonly later: string;
}

/**
 * The acts, always in the same places: reject left, approve right. Part of the card on a desk, fixed to the bottom of a
 * phone with targets of 56 px. Buttons that are not ready stay focusable and say why.
 */
export function ActionBar(props: ActionBarProps) {
  const { subject, approve, armed, blocked, cannotApprove, note, keys } = props;
  const t = useWords("card");
  const ui = useWords("ui");
  const reason = blocked ?? cannotApprove;
  const says = reason ?? note;
  return (
    <div
      data-action-bar
      data-five={props.answer === null ? undefined : true}
      className="group/bar @container/bar sticky bottom-0 z-20 border-t border-rule bg-panel max-md:fixed max-md:inset-x-0 max-md:pb-[env(safe-area-inset-bottom)] md:rounded-b-card"
    >
      <div className="pointer-events-none absolute inset-x-0 bottom-full">
        {props.below && <Below />}
        {props.above}
        <Hint says={props.hint} />
      </div>
      {says !== null && (
        <p id={REASON_ID} role="status" className={`border-b ${SAYS}`}>
          {asSentence(says)}
        </p>
      )}
      <div
        className="flex items-center gap-3 px-3 py-2.5 max-md:flex-wrap md:gap-1 md:px-4 md:py-[0.6875rem]"
        role="group"
        aria-label={t("decide")}
        onPointerDown={letSlideOff}
      >
        <RejectButton
          subject={subject}
          ready={armed && blocked === null}
          describedBy={blocked === null ? undefined : REASON_ID}
          shortcut={keys?.reject}
          onReject={props.onReject}
          label={props.rejectLabel ?? t("reject")}
        />
        {props.onEdit !== null && <Quiet label={t("edit")} icon={<Pencil />} shortcut={keys?.edit} onClick={props.onEdit} />}
        {approve !== null && props.answer}
        {props.onLater !== null && <Quiet label={t("later")} icon={<Clock />} shortcut={keys?.later} onClick={props.onLater} />}
        {props.onEvidence !== null && (
          <button
            type="button"
            onClick={props.onEvidence}
            aria-keyshortcuts="Enter"
            className={buttonClass(
              "ghost",
              "large",
              "px-3 max-md:hidden @max-[46rem]/bar:px-2 @max-[30rem]/bar:hidden group-data-five/bar:px-2",
            )}
          >
            <Kbd className="@max-[42rem]/bar:hidden">↵</Kbd>
            {t("evidence")}
          </button>
        )}
        {/* Whole or not at all, in any language: where it does not fit it wraps into a line that is not shown. */}
        <span className="flex h-5 min-w-0 flex-1 flex-wrap justify-end overflow-hidden text-small leading-5 text-ink-3 before:h-5 before:content-[''] max-md:hidden">
          <span className="tabular shrink-0 whitespace-nowrap pe-1">
            {t.rich("takes", {
              quiet: (inside) => <span className="sr-only">{inside}</span>,
              time: predictionWords(ui, props.predictedSeconds, props.lane),
            })}
          </span>
        </span>
        {approve === null ? (
          props.answer
        ) : (
          <ApproveButton
            {...approve}
            subject={subject}
            ready={armed && reason === null}
            describedBy={reason === null ? undefined : REASON_ID}
            shortcut={keys?.approve}
          />
        )}
      </div>
    </div>
  );
}

/** Over the card: nothing moves for saying it. */
function Hint({ says }: { readonly says: string | null }) {
  return says === null ? null : <p className={`border-t ${SAYS}`}>{says}</p>;
}

/** Above the bar, over the card: nothing goes on below it unannounced, and nothing moves for saying so. */
function Below() {
  const t = useWords("card");
  return (
    <p className="flex justify-center pb-2">
      <span className="inline-flex items-center gap-1 rounded-full border border-rule-strong bg-panel px-2.5 py-0.5 text-small font-medium text-ink-2 shadow-card">
        {t("below")} <ArrowDown aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
      </span>
    </p>
  );
}

interface RejectButtonProps {
  readonly subject: string;
  readonly ready: boolean;
  readonly describedBy: string | undefined;
  readonly shortcut: string | undefined;
  readonly label: string;
  readonly onReject: (event: MouseEvent<HTMLButtonElement>) => void;
}

function RejectButton({ subject, ready, describedBy, shortcut, label, onReject }: RejectButtonProps) {
  return (
    <button
      type="button"
      onClick={ready ? onReject : undefined}
      aria-disabled={!ready}
      aria-describedby={describedBy}
      aria-keyshortcuts={shortcut}
      className={buttonClass("outline", "act", "max-md:min-w-20 max-md:px-3 md:me-1.5 md:px-3.5")}
    >
      {shortcut !== undefined && <Kbd className="max-md:hidden">{shortcut}</Kbd>}
      {label}
      <span className="sr-only">: {subject}</span>
    </button>
  );
}

interface QuietProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly shortcut: string | undefined;
  readonly onClick: () => void;
}

/** Words and key on a desk; on a phone an icon that keeps its name. */
function Quiet({ label, icon, shortcut, onClick }: QuietProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-keyshortcuts={shortcut}
      className={buttonClass(
        "ghost",
        "act",
        "px-3 @max-[46rem]/bar:px-2 group-data-five/bar:px-2 max-md:flex-[1_1_2.25rem] max-md:px-0 max-md:text-ink",
      )}
    >
      {shortcut !== undefined && <Kbd className="max-md:hidden @max-[42rem]/bar:hidden">{shortcut}</Kbd>}
      <span aria-hidden="true" className="md:hidden [&>svg]:size-[1.125rem] [&>svg]:stroke-[1.75]">
        {icon}
      </span>
      <span className="max-md:sr-only">{label}</span>
    </button>
  );
}
