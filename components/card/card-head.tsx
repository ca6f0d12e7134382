"use client";

import type { ReactNode } from "react";
import { Fragment } from "react";

import type { CardFace, CardMeta, OpensBehind } from "./card-face";
import { figuresInText } from "./figures-in-text";
import { Spans } from "./spans";
import { RelativeTime } from "../ui/relative-time";
import { Tag } from "../ui/tag";
import { TierBadge } from "./tier-badge";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";

export interface CardHeadProps {
  /** Of the heading; the focus lands there after a decision. */
  readonly headingId: string;
  readonly headline: CardFace["headline"];
  readonly place: CardFace["place"];
  readonly meta: CardMeta;
  readonly now: number;
  /** With it the badge opens how the risk was derived. */
  readonly onOpen?: OpensBehind | undefined;
}

/** Why a person has to look, what would happen, who asks and until when. */
export function CardHead({ headingId, headline, place, meta, now, onOpen }: CardHeadProps) {
  const t = useWords("card");
  const badge = <TierBadge tier={meta.tier} />;
  return (
    <header className="px-4 pt-[1.125rem] pb-[1.125rem] md:px-6">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2 text-note group-data-said/card:pe-8 group-data-[said=true]/card:pe-20">
        {onOpen === undefined ? (
          badge
        ) : (
          <button type="button" title={t("why")} onClick={() => onOpen("why")} className="opens-why">
            {badge}
          </button>
        )}
        <p className="text-ink-2 max-md:order-1 max-md:w-full">
          <Driver of={meta} place={0} />
          <span aria-hidden="true"> · </span>
          <span className="sr-only">, </span>
          <Driver of={meta} place={1} />
        </p>
        {meta.dueAt !== null && (
          <p className="tabular ms-auto text-ink-3">
            {t.rich("due", { when: <RelativeTime at={meta.dueAt} now={now} theirs={meta.partyZone} /> })}
          </p>
        )}
      </div>
      <h2
        id={headingId}
        tabIndex={-1}
        lang="en"
        className="mt-2 text-head text-ink max-md:text-[1.25rem] max-md:leading-[1.625rem]"
      >
        <Spans spans={headline} names />
      </h2>
      <p className="mt-0.5 text-note text-ink-3">
        {dotted(
          <bdi>{meta.agentName}</bdi>,
          meta.run !== null && <Run t={t} run={meta.run} meta={meta} />,
          <bdi className="font-mono [overflow-wrap:anywhere]">{meta.actionName}</bdi>,
          (meta.environment ?? place) !== null && (
            <Tag>
              {place !== null && <i data-shape={place} aria-hidden="true" />}
              <bdi>{meta.environment ?? t(`place.${place ?? "test"}`)}</bdi>
            </Tag>
          ),
          meta.regulation !== null && t.rich("regulated", { rule: <bdi>{meta.regulation}</bdi> }),
        )}
      </p>
    </header>
  );
}

interface RunProps {
  readonly t: Words<"card">;
  readonly run: string;
  readonly meta: CardMeta;
}

function Run({ t, run, meta: { step, stepsBefore } }: RunProps) {
  const name = <bdi className="[overflow-wrap:anywhere]">{run}</bdi>;
  return step === null ? t.rich("run", { run: name, stepsBefore }) : t.rich("run.step", { run: name, step, stepsBefore });
}

function Driver({ of, place }: { readonly of: CardMeta; readonly place: 0 | 1 }) {
  const t = useWords("risk");
  const words = of.driverWords?.[place];
  // As it was stored: in English, or in an admin's words, whatever language those are.
  const given = words === null ? "" : "en";
  return (
    <bdi lang={words ? undefined : given}>
      {figuresInText(words ? t.sentence(words) : of.drivers[place]).map((piece, index) =>
        piece.figure ? (
          <strong key={index} className="tabular font-semibold whitespace-nowrap text-ink">
            {piece.text}
          </strong>
        ) : (
          <Fragment key={index}>{piece.text}</Fragment>
        ),
      )}
    </bdi>
  );
}

/** What is there of `parts`, with middle dots between. */
function dotted(...parts: readonly ReactNode[]): readonly ReactNode[] {
  return parts
    .filter((part) => part !== false)
    .map((part, index) => (
      <Fragment key={index}>
        {index > 0 && " · "}
        {part}
      </Fragment>
    ));
}
