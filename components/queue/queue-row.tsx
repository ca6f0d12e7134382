import clsx from "clsx";
import type { MouseEvent, ReactNode } from "react";
import { memo } from "react";

import type { Lane, Tier } from "../../lib/domain/words";
import { RelativeTime } from "../ui/relative-time";
import { srOnly } from "../ui/sr-only";
import { TierBadge } from "../card/tier-badge";
import { Link } from "../ui/link";
import { predictionWords } from "../card/prediction-words";
import { wholeNames } from "../card/spans";
import { useWords } from "../words/words-provider";

/** What a row shows of a proposal: the contract's `QueueRow` is one. */
export interface QueueRowFace {
  readonly id: string;
  /** Ours, never the agent's; hidden characters already spelled out. */
  readonly headline: string;
  readonly agent: { readonly name: string };
  readonly tier: Tier;
  readonly lane: Lane;
  readonly predictedSeconds: number;
  readonly expiresAt: number;
}

export interface QueueRowProps extends RowLinkProps {
  readonly position?: { readonly index: number; readonly of: number };
}

interface RowLinkProps {
  readonly row: QueueRowFace;
  readonly href: string;
  readonly selected: boolean;
  readonly now: number;
  /** Beside the agent, stronger: `1 of 2 signed`, `Ana is looking`. */
  readonly note?: string | null;
  /** How many alike are folded into this row; shown from two. */
  readonly count?: number;
  /** Decided elsewhere: the row greys where it stands and says by whom. */
  readonly gone?: string | null;
  /** In place of due time and prediction: the outcome, in lists of what was decided. */
  readonly aside?: ReactNode;
  /** Called with the row's id. Keep it the same from render to render: only then is a row that has not changed left alone. */
  readonly onSelect?: ((id: string, event: MouseEvent<HTMLAnchorElement>) => void) | undefined;
}

/** Rows of a list that are laid out and painted wherever they stand. */
const DRAWN_ALWAYS = 100;
/** Further down the browser does so only near the screen. The row stays in the document: it keeps the focus, is found, and is read out. */
const DRAWN_NEARBY = "[contain-intrinsic-block-size:auto_var(--row)] [content-visibility:auto]";

/**
 * One proposal in a list. The headline wraps rather than lose an amount, a recipient or an environment. No buttons: a row
 * cannot decide.
 */
export function QueueRow({ position, ...link }: QueueRowProps) {
  return (
    <li
      className={clsx("@container border-b border-rule", (position?.index ?? 0) >= DRAWN_ALWAYS && DRAWN_NEARBY)}
      aria-posinset={position === undefined ? undefined : position.index + 1}
      aria-setsize={position?.of}
    >
      <RowLink {...link} />
    </li>
  );
}

/** Apart from its place in the list, which changes for every row below the one that was decided. */
const RowLink = memo(function RowLink(props: RowLinkProps) {
  const { row, href, selected, now, count = 1, gone = null, onSelect } = props;
  return (
    <Link
      href={href}
      scroll={false}
      {...(onSelect === undefined ? {} : { onClick: (event) => onSelect(row.id, event) })}
      aria-current={selected ? "true" : undefined}
      className={clsx(
        "relative flex min-h-[calc(var(--row)-1px)] flex-wrap items-center gap-x-4 gap-y-1 px-4 py-(--row-pad) -outline-offset-2",
        selected ? SELECTED : "hover:bg-hover",
        gone !== null && "opacity-60",
      )}
    >
      <span className="w-20 shrink-0 @max-[20.5rem]:w-auto">
        <TierBadge tier={row.tier} />
      </span>
      <Words row={row} count={count} note={gone ?? props.note ?? null} />
      <span className="tabular ms-auto shrink-0 text-end text-small whitespace-nowrap @max-[20.5rem]:flex @max-[20.5rem]:gap-2 compact:leading-4">
        {props.aside ?? <Due row={row} now={now} each={count > 1} />}
      </span>
    </Link>
  );
});

const SELECTED = "bg-selection before:absolute before:inset-y-0 before:start-0 before:w-[3px] before:bg-accent";

interface WordsProps {
  readonly row: QueueRowFace;
  readonly count: number;
  readonly note: string | null;
}

function Words({ row, count, note }: WordsProps) {
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 @max-[20.5rem]:order-1 @max-[20.5rem]:basis-full">
      <span className="text-body font-strong [overflow-wrap:anywhere] text-ink compact:text-note compact:leading-[1.125rem]">
        {count > 1 && <Folded count={count} />}
        <bdi>{wholeNames(row.headline)}</bdi>
      </span>
      <span className="basis-full text-small text-ink-3 compact:text-tiny">
        <bdi>{row.agent.name}</bdi>
        {note !== null && (
          <>
            {" · "}
            <span className="text-ink-2">{note}</span>
          </>
        )}
      </span>
    </span>
  );
}

function Folded({ count }: { readonly count: number }) {
  const t = useWords("desk");
  return (
    <span className="me-1.5 rounded-badge bg-sunk px-1.5 py-px text-small font-medium text-ink-2">
      <span aria-hidden="true">×{count}</span>
      <span className="sr-only">{t("row.alike", { count })}</span>
    </span>
  );
}

function Due({ row, now, each }: { readonly row: QueueRowFace; readonly now: number; readonly each: boolean }) {
  const [t, ui] = [useWords("desk"), useWords("ui")];
  return (
    <>
      <span className="block text-ink-2">
        {t.rich("row.due", { left: <RelativeTime at={row.expiresAt} now={now} form="left" />, hidden: srOnly })}
      </span>
      <span className="block text-ink-3">
        {t.rich(each ? "row.takesEach" : "row.takes", {
          time: predictionWords(ui, row.predictedSeconds, row.lane),
          hidden: srOnly,
        })}
      </span>
    </>
  );
}
