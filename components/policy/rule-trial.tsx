"use client";

import type { TriedRule } from "../../lib/client/measure-api";
import type { TryRuleInput } from "../../lib/contract/what-if";
import { formatCount } from "../ui/format-number";
import { ProgressBar } from "../ui/progress-bar";
import { MovedProposals } from "./moved-proposals";
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
      {failure === null && tried !== null && (
        <MovedProposals key={trialKey(tried)} lines={tried.worst} page={PAGE} className="mt-2 max-h-64 overflow-y-auto" beside />
      )}
    </section>
  );
}

function trialKey({ matched, faults, changed, worst }: TriedRule): string {
  return `${String(matched)} ${String(faults)} ${String(changed)} ${worst[0]?.id ?? ""}`;
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
