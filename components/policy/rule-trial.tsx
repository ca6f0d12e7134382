"use client";

import Link from "next/link";
import { useState } from "react";

import type { TriedRule } from "../../lib/client/measure-api";
import type { TryRuleInput } from "../../lib/contract/what-if";
import { Button } from "../ui/button";
import { formatCount } from "../ui/format-number";
import { ProgressBar } from "../ui/progress-bar";
import { useTriedRule } from "./use-tried-rule";

const PAGE = 6;

/** What the rule would have matched among the newest proposals, while it is written. Arguments stay on the server. */
export function RuleTrial({ input }: { readonly input: TryRuleInput }) {
  const { tried, failure, progress, pending } = useTriedRule(input);
  return (
    <section aria-labelledby="trial-title" aria-busy={pending} className="rounded-control border border-rule bg-sunk px-3.5 py-3">
      <h3 id="trial-title" className="text-note font-semibold">
        On past proposals
      </h3>
      <p role="status" className="mt-0.5 text-note text-ink-2">
        {statusWords(input, tried, failure, pending)}
      </p>
      {progress !== null && progress.total > 0 && (
        <ProgressBar
          className="mt-2"
          label="Trying it"
          value={progress.done}
          max={progress.total}
          says={`${formatCount(progress.done)} of ${formatCount(progress.total)}`}
        />
      )}
      {failure === null && tried !== null && tried.worst.length > 0 && <Matches key={trialKey(tried)} tried={tried} />}
    </section>
  );
}

function trialKey({ matched, faults, changed, worst }: TriedRule): string {
  return `${String(matched)} ${String(faults)} ${String(changed)} ${worst[0]?.id ?? ""}`;
}

function Matches({ tried }: { readonly tried: TriedRule }) {
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <ul className="mt-2 max-h-64 divide-y divide-rule overflow-y-auto border-y border-rule text-small">
        {tried.worst.slice(0, shown).map((line) => (
          <li key={line.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5">
            <Link
              href={`/proposals/${line.id}`}
              target="_blank"
              className="min-w-0 flex-1 basis-40 [overflow-wrap:anywhere] text-ink hover:underline"
            >
              {line.headline}
            </Link>
            <span className="text-ink-2">
              {line.fault !== null && <span className="font-medium text-removed">{line.fault}: </span>}
              {line.before === line.after ? `stays: ${line.after}` : `${line.before} → ${line.after}`}
            </span>
          </li>
        ))}
      </ul>
      {shown < tried.worst.length && (
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

function statusWords(input: TryRuleInput, tried: TriedRule | null, failure: string | null, pending: boolean): string {
  if (input.match.trim() === "") return "Say which actions it is about, and it is tried on what was proposed before.";
  if (failure !== null) return `Not tried: ${failure}`;
  if (tried === null) return pending ? "Trying it…" : "";
  const { looked, fitting, matched, faults, changed } = tried;
  if (looked === 0) return "Nothing was proposed yet.";
  const of = `the newest ${formatCount(looked)} proposals`;
  if (fitting === 0) return `None of ${of} has such an action.`;
  const parts = [
    `matches ${formatCount(matched)} of ${of}`,
    ...(faults === 0 ? [] : [`cannot be answered for ${formatCount(faults)}, which brings a person`]),
    `changes what happens to ${formatCount(changed)}`,
  ];
  const words = parts.join("; ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
