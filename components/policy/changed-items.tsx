"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { measureApi } from "../../lib/client/measure-api";
import { OUTCOME_BUCKETS, type OutcomeBucket } from "../../lib/domain/measure/history-columns";
import { TierBadge } from "../card/tier-badge";
import { formatCount } from "../ui/format-number";
import { Link } from "../ui/link";
import type { WhatIf } from "./use-what-if";

const SHOWN = 6;
const WORDS: Readonly<Record<OutcomeBucket, string>> = {
  unchecked: "never checked",
  fine: "fine",
  edited: "edited by a person",
  rejected: "rejected by a person",
  overturned: "overturned later",
  incident: "incident or refund",
};

/** The items that would change lane: how many, what became of them, and the worst of them by name. */
export function ChangedItems({ whatIf: { figures, prepared } }: { readonly whatIf: WhatIf }) {
  const { columns } = prepared;
  const ids = figures.worst.slice(0, SHOWN).map((index) => columns.ids[index] ?? "");
  const { data } = useQuery({
    queryKey: ["what-if-lines", ...ids],
    queryFn: ({ signal }) => measureApi.lines(ids, signal),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const [less, more] = [total(figures.loosened), total(figures.tightened)];
  if (less + more === 0) return <p className="text-note text-ink-3">No past item would change lane.</p>;
  const lines = ids.length === 0 ? [] : (data?.items ?? []).filter(({ id }) => ids.includes(id));
  return (
    <div className="text-note">
      <ul className="divide-y divide-rule border-y border-rule">
        {lines.map((line) => (
          <li key={line.id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 py-2">
            <TierBadge tier={line.tier} />
            <Link href={`/proposals/${line.id}`} className="min-w-0 flex-1 basis-48 [overflow-wrap:anywhere] hover:underline">
              {line.headline}
            </Link>
            <span className="text-small text-ink-3">
              {line.agent.name} · {WORDS[bucketAt(columns.outcome[columns.ids.indexOf(line.id)])]}
            </span>
          </li>
        ))}
        {less > 0 && <Summary label={`${formatCount(less)} no longer looked at first`} counts={figures.loosened} />}
        {more > 0 && <Summary label={`${formatCount(more)} looked at where they ran alone`} counts={figures.tightened} />}
      </ul>
    </div>
  );
}

function Summary({ label, counts }: { readonly label: string; readonly counts: readonly number[] }) {
  const parts = OUTCOME_BUCKETS.flatMap((bucket, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [`${formatCount(count)} ${WORDS[bucket]}`];
  });
  return (
    <li className="flex flex-wrap gap-x-3 py-2">
      <span className="font-strong">{label}</span>
      <span className="tabular text-ink-2">{parts.toReversed().join(", ")}</span>
    </li>
  );
}

function bucketAt(index: number | undefined): OutcomeBucket {
  return OUTCOME_BUCKETS[index ?? 0] ?? "unchecked";
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
