"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { memo } from "react";

import type { Said } from "../../lib/domain/card/said";
import { Callout } from "../ui/callout";
import { Undo2 } from "../ui/icons";
import { useWords } from "../words/words-provider";
import { AgentSays } from "./agent-says";
import type { CardFace, CardMeta, OpensBehind } from "./card-face";
import { CardHead } from "./card-head";
import { CheckList } from "./check-list";
import { DiffView } from "./diff-view";
import { FactGrid } from "./fact-grid";
import { saidIn } from "./said-in";
import { wholeNames } from "./spans";

export interface ReviewCardProps {
  /** Of the proposal: the ids inside derive from it. The heading is `card-ID-heading`. */
  readonly id: string;
  readonly card: CardFace;
  readonly meta: CardMeta;
  /** The server's clock when this was rendered. */
  readonly now: number;
  /** Opens what lies behind the card: the evidence, by its link, and how the risk was derived, by the badge. */
  readonly onOpen?: OpensBehind | undefined;
  /** Without that: what the agent handed over, folded below its words. */
  readonly unfolded?: ReactNode;
  /** In the upper corner: what is in the card's menu. Room is kept for it, whether it is there yet or not. */
  readonly corner?: ReactNode;
  /** News about this very card: `Ana is looking`, `Changed since you looked`. Above everything. */
  readonly banner?: ReactNode;
  /** An {@link import("./action-bar").ActionBar}, or what stands in for it once decided. */
  readonly actions?: ReactNode;
  /** Panels that belong to the act: a match, an edit, a reason. Between the card and its bar. */
  readonly children?: ReactNode;
  /** Of one height whatever it says, so that everything keeps its place on a desk: what does not fit scrolls within. */
  readonly fixed?: boolean;
  /** An {@link import("./end-mark").EndMark}: after everything that the card says. */
  readonly end?: ReactNode;
  /** That end is not on the screen: on a desk a card of fixed height then scrolls. */
  readonly below?: boolean;
  readonly className?: string | undefined;
}

const TECHNICAL = new Set<CardFace["kind"]>(["sql", "code", "command"]);

/** One proposal, as one person decides on it. Six zones at fixed places; everything above the agent's words is ours. */
export function ReviewCard(props: ReviewCardProps) {
  const { id, card, meta, banner, actions, children, className, fixed = false } = props;
  const t = useWords("card");
  const scrolls = fixed && props.below === true;
  return (
    <article
      aria-labelledby={headingOf(id)}
      data-place={card.place ?? undefined}
      className={clsx(
        "flex w-full max-w-[48.75rem] flex-col bg-panel md:rounded-card md:border md:border-rule md:shadow-card",
        fixed ? "md:h-(--focus-card)" : "md:min-h-[34rem]",
        className,
      )}
    >
      {banner}
      <div
        // Reached by Tab where it scrolls: arrows and Page Down then move it.
        tabIndex={scrolls ? 0 : undefined}
        role={scrolls ? "region" : undefined}
        aria-label={scrolls ? t("whole") : undefined}
        data-said={props.corner === undefined ? undefined : meta.comments > 0}
        className={clsx(
          "group/card @container relative flex flex-1 flex-col bg-panel",
          // Pushed aside by a finger: the bar below stays where it is.
          "group-data-swiping/swipe:translate-x-(--swipe-x) md:rounded-t-card md:last:rounded-b-card",
          fixed && "min-h-0 md:overflow-y-auto md:overscroll-contain",
          actions !== undefined &&
            "max-md:pb-[calc(var(--action-bar)+env(safe-area-inset-bottom))] max-md:[&:has(+[data-tall])]:pb-[calc(var(--action-bar)+3.5rem+env(safe-area-inset-bottom))]",
        )}
      >
        {props.corner}
        <Zones id={id} card={card} meta={meta} now={props.now} onOpen={props.onOpen} unfolded={props.unfolded} />
        {children !== undefined && <div className="px-4 pb-[1.125rem] empty:hidden md:px-6">{children}</div>}
        {props.end}
      </div>
      {actions}
    </article>
  );
}

function headingOf(id: string): string {
  return `card-${id}-heading`;
}

/** What the card says. It stays as it is while the acts around it arm, hold and send. */
const Zones = memo(function Zones({
  id,
  card,
  meta,
  now,
  onOpen,
  unfolded,
}: Pick<ReviewCardProps, "id" | "card" | "meta" | "now" | "onOpen" | "unfolded">) {
  const t = useWords("card");
  const f = useWords("face");
  return (
    <>
      <CardHead headingId={headingOf(id)} headline={card.headline} place={card.place} meta={meta} now={now} onOpen={onOpen} />
      <FactGrid facts={card.facts} />
      <div className="flex flex-1 flex-col gap-4 px-4 pt-3.5 pb-[1.125rem] md:px-6">
        {!card.fullyReadable && <Unreadable parts={card.words.unreadable} />}
        {card.diff !== null && (
          <DiffView
            id={`card-${id}-changes`}
            diff={card.diff}
            technical={TECHNICAL.has(card.kind)}
            language={meta.languages.change}
          />
        )}
        <CheckList checks={card.checks} />
        {card.undo !== "" && (
          <p className="-mt-2 flex items-start gap-1.5 text-note text-ink-3">
            <Undo2 aria-hidden="true" className="mt-[3px] size-3.5 shrink-0" strokeWidth={1.75} />
            <span className="min-w-0">
              <span className="sr-only">{t("undo")}: </span>
              <bdi>{wholeNames(saidIn(f, card.words.undo))}</bdi>
            </span>
          </p>
        )}
        <AgentSays
          says={meta.agentSays}
          evidence={meta.evidence}
          languages={meta.languages}
          onOpen={onOpen}
          unfolded={unfolded}
        />
      </div>
    </>
  );
});

function Unreadable({ parts }: { readonly parts: readonly Said[] }) {
  const t = useWords("card");
  const f = useWords("face");
  return (
    <Callout tone="failed" title={t("unreadable", { count: parts.length })}>
      <ul>
        {parts.map((part, index) => (
          <li key={index}>
            <bdi lang={"text" in part ? "en" : undefined}>{saidIn(f, part)}</bdi>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
