"use client";

import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

import { isExpiring } from "../../lib/domain/focus/interlude";
import { Button } from "../ui/button";
import { serverNow, useNow } from "../ui/clock";
import { formatDuration } from "../ui/format-time";
import type { Cover, Rest } from "./use-rest";

export interface RestPanelProps {
  readonly rest: Rest;
  /** Opens the item that expires first. */
  readonly onExpiring: () => void;
  /** The server's clock when the page was rendered. */
  readonly now: number;
}

/** In place of the next card, at its very coordinates: the offer of a break, the break itself, or the soft cap's wait. It never holds back what expires. */
export function RestPanel({ rest, onExpiring, now: rendered }: RestPanelProps) {
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
  const { title, says, acts } = faceOf(rest, cover, { now, over, expiring, onExpiring });
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

function faceOf(rest: Rest, cover: Cover, at: At): Face {
  switch (cover.type) {
    case "none":
    case "offer":
      return {
        title: "Two minutes off?",
        says: "Catch rates fall from here. What waits keeps; anything about to expire is shown at once.",
        acts: (
          <>
            <Button size="large" onClick={rest.putOff}>
              Not now
            </Button>
            <Button size="large" variant="primary" onClick={rest.takeBreak}>
              Take two minutes
            </Button>
          </>
        ),
      };
    case "slow":
      return {
        title: "A little slower",
        says: (
          <>
            The next card comes in <Left until={cover.until} now={at.now} />. Quick cards slow down after a long stretch without a
            break; what is about to expire does not.
          </>
        ),
        acts: (
          <Button size="large" variant="primary" onClick={rest.takeBreak}>
            Take two minutes
          </Button>
        ),
      };
    case "resting":
      return resting(rest, cover.until, at);
  }
}

function resting(rest: Rest, until: number, { now, over, expiring, onExpiring }: At): Face {
  const goOn = (): void => {
    // Less than two minutes is no rest: it counts as put off.
    if (serverNow() < until) rest.putOff();
    else rest.uncover();
  };
  const waits = expiring ? " An item is about to expire." : "";
  return {
    title: over ? "That was two minutes" : "Look up, look far away",
    says: over ? (
      `The count starts anew.${waits}`
    ) : (
      <>
        <Left until={until} now={now} /> to go. Nobody is waiting for this card: it was given back.{waits}
      </>
    ),
    acts: (
      <>
        <Button size="large" variant={over && !expiring ? "primary" : "outline"} onClick={goOn}>
          {over ? "Go on" : "Go on now"}
        </Button>
        {expiring && (
          <Button size="large" variant="primary" onClick={onExpiring}>
            Show what expires
          </Button>
        )}
      </>
    ),
  };
}

/** How long it still takes, without reading every second aloud. */
function Left({ until, now }: { readonly until: number; readonly now: number }) {
  return (
    <span role="timer" aria-live="off" className="tabular font-semibold text-ink">
      {formatDuration(Math.max(1000, until - now))}
    </span>
  );
}
