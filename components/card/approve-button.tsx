import clsx from "clsx";
import type { MouseEvent, PointerEvent } from "react";

import { buttonClass } from "../ui/button-class";
import { Kbd } from "../ui/kbd";

/**
 * How approving is done: one press; a hold; two presses, for those who cannot hold; or, once the decisive value has been
 * chosen, a press. `match` before a choice asks for it.
 */
export type ApproveMode = "press" | "hold" | "twice" | "match";

export interface ApproveProps {
  readonly mode: ApproveMode;
  readonly subject: string;
  readonly ready: boolean;
  /** The words, where the usual ones do not fit: `Choose the amount`, `Sign as second`. */
  readonly label?: string | undefined;
  /** A hold is under way: the button fills within `holdMs`. */
  readonly holding?: boolean;
  readonly holdMs?: number;
  /** The first of two presses was made. */
  readonly confirming?: boolean;
  /** Sending: the button keeps its place and says so. */
  readonly pending?: boolean;
  readonly showKey: string | null;
  readonly onPress: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly onHoldStart?: ((event: PointerEvent<HTMLButtonElement>) => void) | undefined;
  /** Released, slid off or taken away: whoever times the hold decides whether it was long enough. */
  readonly onHoldEnd?: ((event: PointerEvent<HTMLButtonElement>) => void) | undefined;
}

const WORDS: Record<ApproveMode, string> = {
  press: "Approve",
  hold: "Hold to approve",
  twice: "Approve",
  match: "Choose the value",
};

/** The one primary act of a card. Ink, not green: it is not the better answer. */
export function ApproveButton(props: ApproveProps) {
  const { mode, subject, ready, label, holding = false, holdMs = 800, confirming = false, pending = false, showKey } = props;
  const words = pending ? "Sending…" : confirming ? "Press again to approve" : (label ?? WORDS[mode]);
  const hold = mode === "hold" && ready;
  return (
    <button
      type="button"
      aria-disabled={!ready || pending}
      aria-describedby={ready ? undefined : "action-reason"}
      aria-keyshortcuts={showKey ?? undefined}
      onClick={ready && !pending ? props.onPress : undefined}
      onPointerDown={hold ? props.onHoldStart : undefined}
      onPointerUp={hold ? props.onHoldEnd : undefined}
      onPointerCancel={hold ? props.onHoldEnd : undefined}
      onPointerLeave={hold ? props.onHoldEnd : undefined}
      onContextMenu={hold ? (event) => event.preventDefault() : undefined}
      className={buttonClass(
        "primary",
        "large",
        clsx(
          "relative isolate touch-none overflow-hidden md:px-4.5",
          "max-md:h-14 max-md:min-w-24 max-md:flex-[2.2] max-md:px-3 max-md:whitespace-normal",
          !ready && "opacity-60",
        ),
      )}
    >
      {mode === "hold" && <HoldFill holding={holding} holdMs={holdMs} />}
      {showKey !== null && (
        <Kbd tone="on-ink" className="max-md:hidden">
          {showKey}
        </Kbd>
      )}
      <span>{words}</span>
      <span className="sr-only">: {subject}</span>
    </button>
  );
}

/** Fills from the reading edge while held and empties at once. The width is the measure, so it stays with reduced motion. */
function HoldFill({ holding, holdMs }: { readonly holding: boolean; readonly holdMs: number }) {
  return (
    <span
      aria-hidden="true"
      data-measure
      className="absolute inset-0 -z-10 origin-left bg-accent"
      style={{
        transform: holding ? "scaleX(1)" : "scaleX(0)",
        transitionProperty: "transform",
        transitionTimingFunction: "linear",
        transitionDuration: holding ? `${holdMs.toString()}ms` : "80ms",
      }}
    />
  );
}
