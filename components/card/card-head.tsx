"use client";

import { Fragment } from "react";

import type { CardFace, CardMeta } from "./card-face";
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
}

/** Why a person has to look, what would happen, who asks and until when. */
export function CardHead({ headingId, headline, place, meta, now }: CardHeadProps) {
  const t = useWords("card");
  return (
    <header className="px-4 pt-[1.125rem] pb-[1.125rem] md:px-6">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2 text-note group-data-said/card:pe-8 group-data-[said=true]/card:pe-20">
        <TierBadge tier={meta.tier} />
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
        <Dotted
          parts={[
            <bdi key="agent">{meta.agentName}</bdi>,
            meta.run === null ? null : (
              <Fragment key="run">
                <Run t={t} run={meta.run} step={meta.step} />
              </Fragment>
            ),
            <bdi key="action" className="font-mono [overflow-wrap:anywhere]">
              {meta.actionName}
            </bdi>,
            meta.environment === null && place === null ? null : (
              <Tag key="environment">
                {place !== null && <i data-shape={place} aria-hidden="true" />}
                <bdi>{meta.environment ?? t(`place.${place ?? "test"}`)}</bdi>
              </Tag>
            ),
            meta.regulation === null ? null : (
              <Fragment key="regulation">{t.rich("regulated", { rule: <bdi>{meta.regulation}</bdi> })}</Fragment>
            ),
          ]}
        />
      </p>
    </header>
  );
}

interface RunProps {
  readonly t: Words<"card">;
  readonly run: string;
  readonly step: number | null;
}

function Run({ t, run, step }: RunProps) {
  const name = <bdi className="[overflow-wrap:anywhere]">{run}</bdi>;
  return step === null ? t.rich("run", { run: name }) : t.rich("run.step", { run: name, step });
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

/** Joins what is there with middle dots. */
function Dotted({ parts }: { readonly parts: readonly (React.ReactElement | null)[] }) {
  return parts
    .filter((part) => part !== null)
    .map((part, index) => (
      <Fragment key={part.key}>
        {index > 0 && " · "}
        {part}
      </Fragment>
    ));
}
