"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";

import { measureApi } from "../../lib/client/measure-api";
import type { Shadow } from "../../lib/contract/what-if";
import { cellWords } from "../../lib/domain/policy/matrix-words";
import type { Treatment } from "../../lib/domain/words";
import { Button } from "../ui/button";
import { formatCount } from "../ui/format-number";

const PAGE = 5;

/** What a saved draft would have done with everything proposed since it was saved, beside the policy in force. */
export function DraftShadow({ name, at }: { readonly name: string; readonly at: number }) {
  const [shown, setShown] = useState(PAGE);
  const { data, error } = useQuery({
    queryKey: ["policy-shadow", name, at],
    queryFn: ({ signal }) => measureApi.shadow(name, signal),
    staleTime: 30_000,
    retry: 1,
  });
  if (error !== null) return <p className="mt-1 text-small text-removed">It could not be counted: {error.message}</p>;
  if (data === undefined) return <p className="mt-1 text-small text-ink-3">Counting…</p>;
  return (
    <>
      <p className="tabular mt-1 text-small text-ink-2">{shadowWords(data)}</p>
      {data.worst.length > 0 && (
        <ul className="mt-1.5 divide-y divide-rule border-y border-rule text-small">
          {data.worst.slice(0, shown).map((line) => (
            <li key={line.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5">
              <Link
                href={`/proposals/${line.id}`}
                className="min-w-0 flex-1 basis-40 [overflow-wrap:anywhere] text-ink hover:underline"
              >
                {line.headline}
              </Link>
              <span className="text-ink-2">
                {treatmentWords(line.before)} → {treatmentWords(line.after)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {shown < data.worst.length && (
        <Button
          size="small"
          className="mt-2"
          onClick={() => {
            setShown(shown + PAGE);
          }}
        >
          Show more
        </Button>
      )}
    </>
  );
}

function shadowWords({ proposals, more, fewer, policyVersion, unreplayable }: Shadow): string {
  if (proposals === 0) return "Nothing was proposed since.";
  const since = `${formatCount(proposals)} ${proposals === 1 ? "proposal" : "proposals"} since`;
  const lost = unreplayable === 0 ? "" : ` ${formatCount(unreplayable)} cannot be judged again.`;
  if (more + fewer === 0) return `${since}: it would have asked about the same ones as v${String(policyVersion)}.${lost}`;
  return `${since}: it would have asked ${formatCount(more)} more and ${formatCount(fewer)} fewer than v${String(policyVersion)}.${lost}`;
}

function treatmentWords(treatment: Treatment): string {
  return treatment === "audit" ? "runs, audited" : cellWords(treatment);
}
