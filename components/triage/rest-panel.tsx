"use client";

import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

import { isExpiring } from "../../lib/domain/focus/interlude";
import { towardsBreak } from "../../lib/domain/focus/sitting";
import { Button } from "../ui/button";
import { serverNow, useNow } from "../ui/clock";
import { formatDuration } from "../ui/format-time";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import type { Cover, Rest } from "./use-rest";

export interface RestPanelProps {
  readonly rest: Rest;
  /** Opens the item that expires first. */
  readonly onExpiring: () => void;
  /** The server's clock when the page was rendered. */
  readonly now: number;
}

export interface BreakHintProps {
  readonly rest: Rest;
  readonly now: number;
}

/** In place of the next card, at its very coordinates: the offer of a break, the break itself, or the soft cap's wait. It never holds back what expires. */
export function RestPanel({ rest, onExpiring, now: rendered }: RestPanelProps) {
  const t = useWords("deskPanels");
  const { cover, uncover, first } = rest;
  const now = useNow(rendered, 1000);
  const heading = useRef<HTMLHeadingElement>(null);
  const expiring = isExpiring(first?.expiresAt ?? null, now);
  const over = (cover.type === "slow" || cover.type === "resting") && now >= cover.until;
  useEffect(() => {
    // A break that somebody chose to take is theirs: there they are told, and go back by themselves.
    if (cover.type === "resting") return;
    if (expiring) onExpiring();
    else if (over) uncover();
  }, [cover.type, expiring, over, uncover, onExpiring]);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [cover.type]);
  const { title, says, acts } = faceOf(t, rest, cover, { now, over, expiring, onExpiring });
  return (
    <section
      aria-labelledby="rest-heading"
      className="flex w-full max-w-[48.75rem] flex-col items-center justify-center gap-2 bg-panel px-6 py-16 text-center md:h-(--focus-card) md:rounded-card md:border md:border-rule md:shadow-card"
    >
      <h2 id="rest-heading" ref={heading} tabIndex={-1} className="text-head text-ink">
        {title}
      </h2>
      <p className="max-w-[26rem] text-body text-pretty text-ink-2">{says}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-3">{acts}</div>
    </section>
  );
}

interface Face {
  readonly title: string;
  readonly says: ReactNode;
  readonly acts: ReactNode;
}

interface At {
  readonly now: number;
  readonly over: boolean;
  readonly expiring: boolean;
  readonly onExpiring: () => void;
}

function faceOf(t: Words<"deskPanels">, rest: Rest, cover: Cover, at: At): Face {
  switch (cover.type) {
    case "none":
    case "offer":
      return {
        title: t("rest.offer"),
        says: t("rest.offer.says"),
        acts: (
          <>
            <Button size="large" onClick={rest.putOff}>
              {t("rest.notNow")}
            </Button>
            <Button size="large" variant="primary" onClick={rest.takeBreak}>
              {t("rest.take")}
            </Button>
          </>
        ),
      };
    case "slow":
      return {
        title: t("rest.slow"),
        says: t.rich("rest.slow.says", { left: <Left until={cover.until} now={at.now} /> }),
        acts: (
          <Button size="large" variant="primary" onClick={rest.takeBreak}>
            {t("rest.take")}
          </Button>
        ),
      };
    case "resting":
      return resting(t, rest, cover.until, at);
  }
}

function resting(t: Words<"deskPanels">, rest: Rest, until: number, { now, over, expiring, onExpiring }: At): Face {
  const goOn = (): void => {
    // Less than two minutes is no rest: it counts as put off.
    if (serverNow() < until) rest.putOff();
    else rest.uncover();
  };
  const waits = { expiring: String(expiring) };
  return {
    title: t(over ? "rest.over" : "rest.away"),
    says: over ? t("rest.over.says", waits) : t.rich("rest.away.says", { left: <Left until={until} now={now} />, ...waits }),
    acts: (
      <>
        <Button size="large" variant={over && !expiring ? "primary" : "outline"} onClick={goOn}>
          {t(over ? "rest.goOn" : "rest.goOnNow")}
        </Button>
        {expiring && (
          <Button size="large" variant="primary" onClick={onExpiring}>
            {t("rest.show")}
          </Button>
        )}
      </>
    ),
  };
}

/** How long it still takes, without reading every second aloud. */
function Left({ until, now }: { readonly until: number; readonly now: number }) {
  const t = useWords("ui");
  return (
    <span role="timer" aria-live="off" className="tabular font-semibold text-ink">
      {formatDuration(t, Math.max(1000, until - now))}
    </span>
  );
}

/** Beside the list nothing is covered: one line below the card, which can be sent away. */
export function BreakHint({ rest, now: rendered }: BreakHintProps) {
  const t = useWords("deskPanels");
  const now = useNow(rendered, 60_000);
  if (rest.sitting.deferredAt !== null || towardsBreak(rest.sitting, now, 0) < 1) return null;
  return (
    <p className="flex items-center gap-3 px-4 text-note text-ink-3 md:px-0">
      {t("rest.hint")}
      <Button size="small" variant="ghost" onClick={rest.putOff}>
        {t("rest.notNow")}
      </Button>
    </p>
  );
}
