import { Fragment } from "react";

import type { CardFace, CardMeta } from "./card-face";
import { figuresInText } from "./figures-in-text";
import { Spans } from "./spans";
import { RelativeTime } from "../ui/relative-time";
import { Tag } from "../ui/tag";
import { TierBadge } from "./tier-badge";

export interface CardHeadProps {
  /** Of the heading; the focus lands there after a decision. */
  readonly headingId: string;
  readonly headline: CardFace["headline"];
  readonly meta: CardMeta;
  readonly now: number;
}

/** Why a person has to look, what would happen, who asks and until when. */
export function CardHead({ headingId, headline, meta, now }: CardHeadProps) {
  return (
    <header className="px-4 pt-[1.125rem] pb-[1.125rem] md:px-6">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2 text-note">
        <TierBadge tier={meta.tier} />
        <p className="text-ink-2 max-md:order-1 max-md:w-full">
          <Driver says={meta.drivers[0]} />
          <span aria-hidden="true"> · </span>
          <span className="sr-only">, </span>
          <Driver says={meta.drivers[1]} />
        </p>
        {meta.dueAt !== null && (
          <p className="tabular ml-auto text-ink-3">
            due <RelativeTime at={meta.dueAt} now={now} theirs={meta.partyZone} />
          </p>
        )}
      </div>
      <h2
        id={headingId}
        tabIndex={-1}
        className="mt-2 text-head text-balance text-ink max-md:text-[1.25rem] max-md:leading-[1.625rem]"
      >
        <Spans spans={headline} />
      </h2>
      <p className="mt-0.5 text-note text-ink-3">
        <Dotted
          parts={[
            <bdi key="agent">{meta.agentName}</bdi>,
            meta.run === null ? null : (
              <Fragment key="run">
                run <bdi className="[overflow-wrap:anywhere]">{meta.run}</bdi>
                {meta.step !== null && <> step {meta.step}</>}
              </Fragment>
            ),
            <bdi key="action" className="font-mono [overflow-wrap:anywhere]">
              {meta.actionName}
            </bdi>,
            meta.environment === null ? null : (
              <Tag key="environment">
                <bdi>{meta.environment}</bdi>
              </Tag>
            ),
            meta.regulation === null ? null : <Fragment key="regulation">regulated: {meta.regulation}</Fragment>,
          ]}
        />
      </p>
    </header>
  );
}

function Driver({ says }: { readonly says: string }) {
  return figuresInText(says).map((piece, index) =>
    piece.figure ? (
      <strong key={index} className="tabular font-semibold whitespace-nowrap text-ink">
        {piece.text}
      </strong>
    ) : (
      <Fragment key={index}>{piece.text}</Fragment>
    ),
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
