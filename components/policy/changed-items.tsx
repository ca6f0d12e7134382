"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { measureApi } from "../../lib/client/measure-api";
import { OUTCOME_BUCKETS, type OutcomeBucket } from "../../lib/domain/measure/history-columns";
import { CHANGES } from "../../lib/domain/measure/what-if";
import { TierBadge } from "../card/tier-badge";
import { Link } from "../ui/link";
import { useWords } from "../words/words-provider";
import type { WhatIf } from "./use-what-if";

const SHOWN = 6;

/** The items that would be treated otherwise: how many, what became of them, and the worst of them by name. */
export function ChangedItems({ whatIf: { figures, prepared } }: { readonly whatIf: WhatIf }) {
  const t = useWords("whatIf");
  const { columns } = prepared;
  const ids = figures.worst.slice(0, SHOWN).map((index) => columns.ids[index] ?? "");
  const { data } = useQuery({
    queryKey: ["what-if-lines", ...ids],
    queryFn: ({ signal }) => measureApi.lines(ids, signal),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const changes = CHANGES.flatMap((change) => {
    const count = total(figures[change]);
    return count === 0 ? [] : [{ change, count }];
  });
  if (changes.length === 0) return <p className="text-note text-ink-3">{t("changed.none")}</p>;
  const lines = ids.length === 0 ? [] : (data?.items ?? []).filter(({ id }) => ids.includes(id));
  return (
    <div className="text-note">
      <ul className="divide-y divide-rule border-y border-rule">
        {lines.map((line) => (
          <li key={line.id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5 py-2">
            <TierBadge tier={line.tier} />
            <Link href={`/proposals/${line.id}`} className="min-w-0 flex-1 basis-48 [overflow-wrap:anywhere] hover:underline">
              <bdi>{line.headline}</bdi>
            </Link>
            <span className="text-small text-ink-3">
              <bdi>{line.agent.name}</bdi> · {t(`bucket.${bucketAt(columns.outcome[columns.ids.indexOf(line.id)])}`)}
            </span>
          </li>
        ))}
        {changes.map(({ change, count }) => (
          <Summary key={change} label={t(`changed.${change}`, { count })} counts={figures[change]} />
        ))}
      </ul>
    </div>
  );
}

function Summary({ label, counts }: { readonly label: string; readonly counts: readonly number[] }) {
  const t = useWords("whatIf");
  const parts = OUTCOME_BUCKETS.flatMap((bucket, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? [] : [t(`buckets.${bucket}`, { count })];
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
