"use client";

import type { ReactNode } from "react";

import type { TriedRule } from "../../lib/client/measure-api";
import type { TryRuleInput } from "../../lib/contract/what-if";
import { english } from "../ui/english";
import { ProgressBar } from "../ui/progress-bar";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import { MovedProposals } from "./moved-proposals";
import { useTriedRule, type TriedRuleReading } from "./use-tried-rule";

const PAGE = 6;

/** What the rule would have matched among the newest proposals, while it is written. Arguments stay on the server. */
export function RuleTrial({ input }: { readonly input: TryRuleInput }) {
  const t = useWords("policyLists");
  const reading = useTriedRule(input);
  const { tried, failure, progress, pending } = reading;
  return (
    <section aria-labelledby="trial-title" aria-busy={pending} className="rounded-control border border-rule bg-sunk px-3.5 py-3">
      <h3 id="trial-title" className="text-note font-semibold">
        {t("trial")}
      </h3>
      <p role="status" className="mt-0.5 text-note text-ink-2">
        {statusWords({ t, input, reading })}
      </p>
      {progress !== null && progress.total > 0 && (
        <ProgressBar
          className="mt-2"
          label={t("trial.label")}
          value={progress.done}
          max={progress.total}
          says={t("trial.progress", { done: progress.done, total: progress.total })}
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

interface Status {
  readonly t: Words<"policyLists">;
  readonly input: TryRuleInput;
  readonly reading: TriedRuleReading;
}

function statusWords({ t, input, reading: { tried, failure, pending } }: Status): ReactNode {
  if (input.match.trim() === "") return t("trial.noActions");
  if (failure !== null) {
    return failure.says === null ? t("trial.unreached") : t.rich("trial.failed", { message: failure.says, why: english });
  }
  if (tried === null) return pending ? t("trial.pending") : "";
  const { looked, fitting, matched, faults, changed } = tried;
  if (looked === 0) return t("trial.nothing");
  if (fitting === 0) return t("trial.noneFits", { looked });
  return t("trial.counted", { looked, matched, faults, changed });
}
