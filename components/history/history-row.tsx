import clsx from "clsx";

import type { QueueRow } from "../../lib/contract/people";
import { formatDuration } from "../ui/format-time";
import { ExactTime } from "../ui/exact-time";
import { TierBadge } from "../card/tier-badge";
import { Check, CircleDashed, X } from "../ui/icons";
import { Link } from "../ui/link";
import { srOnly } from "../ui/sr-only";
import { Tag } from "../ui/tag";
import type { Words } from "../words/make-words";
import { words } from "../words/words";
import type { TravelFact } from "./history-words";
import { decisionWords, travelFacts } from "./history-words";

/** One proposal of the past: when, what, who decided and after how long, and how far the answer has travelled. The whole row is the link. */
export async function HistoryRow({ row, now }: { readonly row: QueueRow; readonly now: number }) {
  const t = await words("history");
  const facts = travelFacts(t, row, now);
  return (
    <li className="border-t border-rule first:border-t-0">
      <Link
        href={`/proposals/${row.id}`}
        className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-4 gap-y-1 px-4 py-2.5 -outline-offset-2 hover:bg-hover tight:flex tight:flex-col @min-[47rem]/history:grid-cols-[3.75rem_5.25rem_minmax(0,3fr)_minmax(0,2fr)_8rem] @min-[63rem]/history:grid-cols-[4.25rem_5.25rem_minmax(0,1fr)_14.5rem_10.5rem] compact:py-1.5"
      >
        <span className="text-small text-ink-3 @max-[47rem]/history:order-2 @max-[47rem]/history:text-end">
          {t.rich("proposedAt", {
            hidden: srOnly,
            when: <ExactTime at={row.createdAt} form="clock" className="tabular leading-5" />,
          })}
        </span>
        <span className="@max-[47rem]/history:order-1">
          <TierBadge tier={row.tier} />
        </span>
        <span className="min-w-0 @max-[47rem]/history:order-3 @max-[47rem]/history:col-span-2">
          <span className="block text-body font-strong [overflow-wrap:anywhere] text-ink">
            <bdi>{row.headline}</bdi>
          </span>
          <span className="block text-small [overflow-wrap:anywhere] text-ink-3">
            {row.test === true && <Tag className="me-1.5">{t("test")}</Tag>}
            <bdi>{row.agent.name}</bdi> ·{" "}
            <span translate="no" className="font-mono text-tiny">
              {row.actionName}
            </span>
          </span>
        </span>
        <span className="min-w-0 text-note @max-[47rem]/history:order-4 @max-[47rem]/history:col-span-2">
          <span
            dir="auto"
            className={clsx(
              "[overflow-wrap:anywhere] @min-[47rem]/history:block",
              row.decision === null ? "text-ink-3" : "text-ink-2",
            )}
          >
            {decisionWords(t, row)}
          </span>
          <After t={t} row={row} />
        </span>
        <span className="flex flex-wrap gap-x-3 text-small @max-[47rem]/history:order-5 @max-[47rem]/history:col-span-2 @min-[47rem]/history:flex-col">
          {facts.map((fact) => (
            <Fact key={fact.says} fact={fact} />
          ))}
        </span>
      </Link>
    </li>
  );
}

/** How long the agent waited for the decision; the exact moment is its tooltip. */
async function After({ t, row }: { readonly t: Words<"history">; readonly row: QueueRow }) {
  if (row.decidedAt === null || row.decision?.source !== "person") return null;
  return (
    <span className="tabular text-small text-ink-3 @min-[47rem]/history:block">
      <span className="@min-[47rem]/history:hidden"> · </span>
      {t.rich("after", {
        when: <ExactTime at={row.decidedAt} form="clock" />,
        length: formatDuration(await words("ui"), row.decidedAt - row.createdAt),
      })}
    </span>
  );
}

const ICON = { done: Check, open: CircleDashed, bad: X } as const;

function Fact({ fact }: { readonly fact: TravelFact }) {
  const Icon = ICON[fact.state];
  const ink = { done: "text-ink-2", open: "text-ink-3", bad: "font-medium text-removed" }[fact.state];
  return (
    <span className={clsx("inline-flex items-center gap-1.5", ink)}>
      <Icon aria-hidden="true" className={clsx("size-3.5 shrink-0", fact.state === "done" && "text-passed")} strokeWidth={2} />
      {fact.says}
    </span>
  );
}
