"use client";

import clsx from "clsx";
import type { ComponentProps, CSSProperties, MouseEvent, PointerEvent } from "react";

import { buttonClass } from "../ui/button-class";
import { Kbd } from "../ui/kbd";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";

/**
 * How approving is done: one press; a hold; two presses, for those who cannot hold; or a press that asks for the decisive
 * value first.
 */
export type ApproveMode = "press" | "hold" | "twice" | "match";

export interface ApproveProps {
  readonly mode: ApproveMode;
  readonly subject: string;
  readonly ready: boolean;
  readonly shortcut: string | undefined;
  /** The id of the sentence that says why it is off. */
  readonly describedBy: string | undefined;
  /** The words, where the usual ones do not fit: `Choose the amount`, `Sign as second`. */
  readonly label?: string | undefined;
  /** A hold is under way: the button fills within `holdMs`. */
  readonly holding?: boolean;
  /** 800 unless given. */
  readonly holdMs?: number;
  /** The first of two presses was made. */
  readonly confirming?: boolean;
  /** Sending: the button keeps its place and says so. */
  readonly pending?: boolean;
  /** A click, by pointer, keyboard or assistive technology. In `hold` mode too: whoever holds this decides what it means. */
  readonly onPress: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly onHoldStart?: ((event: PointerEvent<HTMLButtonElement>) => void) | undefined;
  /** Released, slid off or taken away: whoever times the hold decides whether it was long enough. */
  readonly onHoldEnd?: ((event: PointerEvent<HTMLButtonElement>) => void) | undefined;
}

/** The one primary act of a card. Ink, not green: it is not the better answer. */
export function ApproveButton(props: ApproveProps) {
  const { mode, subject, shortcut } = props;
  const t = useWords("card");
  const ready = props.ready && props.pending !== true;
  return (
    <button
      type="button"
      aria-disabled={!ready}
      aria-describedby={props.describedBy}
      aria-keyshortcuts={shortcut}
      {...(ready ? handlers(props) : {})}
      className={buttonClass(
        "primary",
        "act",
        clsx(
          "relative isolate touch-none overflow-hidden md:px-4.5",
          "max-md:min-w-24 max-md:flex-[3_1_9.25rem] max-md:px-3 max-md:whitespace-normal",
          !ready && "opacity-60",
        ),
      )}
    >
      {mode === "hold" && <HoldFill holding={props.holding ?? false} holdMs={props.holdMs ?? 800} />}
      {mode === "hold" && <HoldRing holding={props.holding ?? false} holdMs={props.holdMs ?? 800} />}
      {shortcut !== undefined && (
        <Kbd tone="on-ink" className="max-md:hidden">
          {shortcut}
        </Kbd>
      )}
      <span>{words(t, props)}</span>
      <span className="sr-only">: {subject}</span>
    </button>
  );
}

function words(t: Words<"card">, { mode, label, pending, confirming }: ApproveProps): string {
  if (pending === true) return t("sending");
  return confirming === true ? t("pressAgain") : (label ?? t(`approve.${mode}`));
}

function handlers({ mode, onPress, onHoldStart, onHoldEnd }: ApproveProps): ComponentProps<"button"> {
  if (mode !== "hold") return { onClick: onPress };
  return {
    onClick: onPress,
    onPointerDown: onHoldStart,
    onPointerUp: onHoldEnd,
    onPointerCancel: onHoldEnd,
    onPointerLeave: onHoldEnd,
    // A long press on a phone would otherwise open the browser's menu over the card.
    onContextMenu: (event) => event.preventDefault(),
  };
}

/** Fills from the reading edge while held and empties at once. The width is the measure, so it stays with reduced motion. */
function HoldFill({ holding, holdMs }: { readonly holding: boolean; readonly holdMs: number }) {
  return (
    <span
      aria-hidden="true"
      data-measure
      className="absolute inset-0 -z-10 origin-left bg-accent"
      style={{ transform: `scaleX(${holding ? "1" : "0"})`, ...filling("transform", holding, holdMs) }}
    />
  );
}

/** In as long as it is to be held, and back at once. */
function filling(property: string, holding: boolean, holdMs: number): CSSProperties {
  return { transition: `${property} ${(holding ? holdMs : 80).toString()}ms linear` };
}

const RADIUS = 9;
const ROUND = 2 * Math.PI * RADIUS;

/** The same in the hand: a ring that closes while the thumb is down. Where it would push the button into a second line, the fill alone tells. */
function HoldRing({ holding, holdMs }: { readonly holding: boolean; readonly holdMs: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-6 shrink-0 -rotate-90 max-[22.4rem]:hidden md:hidden"
      fill="none"
      strokeWidth="2.5"
    >
      <circle cx="12" cy="12" r={RADIUS} className="stroke-current/30" />
      <circle
        data-measure
        cx="12"
        cy="12"
        r={RADIUS}
        className="stroke-current"
        strokeDasharray={ROUND}
        style={{ strokeDashoffset: holding ? 0 : ROUND, ...filling("stroke-dashoffset", holding, holdMs) }}
      />
    </svg>
  );
}
