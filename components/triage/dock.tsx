"use client";

import clsx from "clsx";
import { useEffect, useLayoutEffect, useRef } from "react";

import type { CardDetail } from "../../lib/contract/people";
import { DecisionLine } from "../card/last-decisions";
import { Button } from "../ui/button";
import { useNow } from "../ui/clock";
import { useWords } from "../words/words-provider";
import { freshest, lastDecisions } from "./last-steps";
import { ReasonStrip } from "./reason-strip";
import { isRoomy } from "./room";
import type { Triage } from "./use-triage";

export interface DockProps {
  readonly triage: Triage;
  readonly detail: CardDetail;
  /** The server's clock when the page was rendered. */
  readonly now: number;
}

/**
 * On a desk the reasons of the open card stand in the place of its bar, over what is below the card: while one is chosen, what decides is read.
 * Where there is no room for that they rise no further than they must, and the card scrolls by as much. Nothing above them moves.
 */
const IN_PLACE =
  "md:pointer-events-none md:absolute md:z-10 md:inset-x-0 md:top-[calc(100%-30rem)] md:before:block md:before:h-[30rem] md:before:content-['']";

/** The acts are hidden under the reasons: whoever came from one of them is led back to it, unless the focus has gone elsewhere. */
function useFocusBack(covers: boolean): void {
  const from = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (covers) from.current = document.activeElement;
  }, [covers]);
  // Once they are shown again, which they are not while this is taken out of the page.
  useEffect(() => {
    if (!covers) return undefined;
    return () => {
      if (document.activeElement === document.body && from.current instanceof HTMLElement)
        from.current.focus({ preventScroll: true });
    };
  }, [covers]);
}

/**
 * What hangs above the bar of the acts, over the card, so that nothing moves when it comes and goes: why something was rejected and, on a phone,
 * what was decided last with its way back. There the strip below the card is below the fold, and an undo window is seconds.
 */
export function Dock({ triage, detail, now }: DockProps) {
  const { askReason, panel } = triage.panels;
  const hung = useRef<HTMLDivElement>(null);
  const { noteCovered } = triage.reading;
  const first = panel === "reject";
  useEffect(() => {
    const element = hung.current;
    if (element === null) return;
    const note = (): void => {
      const bar = first && isRoomy() ? element.closest("[data-action-bar]") : null;
      noteCovered(Math.max(0, element.offsetHeight - (bar?.clientHeight ?? 0)));
    };
    // At once: before it is looked whether the end of the card is on the screen.
    note();
    const observer = new ResizeObserver(note);
    observer.observe(element);
    return () => {
      observer.disconnect();
      noteCovered(0);
    };
  }, [first, noteCovered]);
  useFocusBack(first);
  return (
    <div data-in-place={first || undefined} className={clsx(first && IN_PLACE)}>
      <div ref={hung} className={clsx("pointer-events-auto flex flex-col", first && "md:sticky md:bottom-0")}>
        {(askReason !== null || first) && <ReasonStrip triage={triage} detail={detail} hangs />}
        <Latest triage={triage} now={now} />
      </div>
    </div>
  );
}

/** Only as long as it is fresh: it lies over the card. */
function Latest({ triage, now: rendered }: Pick<DockProps, "triage" | "now">) {
  const { decisions, panels, queue } = triage;
  const [t, desk] = [useWords("card"), useWords("desk")];
  const now = useNow(rendered, 1000);
  const line = freshest(lastDecisions(desk, decisions.decided, queue.last, now));
  if (line === null) return null;
  return (
    <section
      aria-label={t("last")}
      data-latest
      className="flex min-h-16 items-center gap-3 border-t border-rule bg-panel ps-4 pe-3 text-note text-ink-3 md:hidden"
    >
      <p className="line-clamp-3 min-w-0 flex-1">
        <DecisionLine decision={line} />
      </p>
      {line.undoable && (
        <Button
          size="act"
          onClick={() => {
            panels.ask(null);
            void decisions.undo(line.id);
          }}
        >
          {t("last.undo")}
          <span className="sr-only">: {line.headline}</span>
        </Button>
      )}
    </section>
  );
}
