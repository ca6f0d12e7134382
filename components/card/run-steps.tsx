"use client";

import type { RunSteps as Steps } from "../../lib/contract/together";
import type { StepOutcome } from "../../lib/domain/step-outcome";
import { ExactTime } from "../ui/exact-time";
import { Link } from "../ui/link";
import { useWords } from "../words/words-provider";

/** Nothing came of these: what rests on them may rest on nothing. */
const CAME_TO_NOTHING: ReadonlySet<StepOutcome> = new Set([
  ...(["failed", "unknown", "reverted", "lapsed", "rejected", "blocked", "expired", "withdrawn", "superseded"] as const),
]);

export interface RunStepsProps {
  /** How many there are, 6 for more than 5: so much room is kept while they are read. */
  readonly count: number;
  /** Null while they are read. */
  readonly found: Steps | "failed" | null;
}

/** What the run asked for before this, and what became of it: a later step may rest on one that was rejected, or that still waits. */
export function RunSteps({ count, found }: RunStepsProps) {
  const t = useWords("card");
  if (count === 0) return null;
  const steps = typeof found === "object" ? (found?.steps ?? null) : null;
  return (
    <section aria-labelledby="run-steps" aria-busy={found === null}>
      <h3 id="run-steps" className="mb-2 text-small font-semibold text-ink-2">
        {t("steps.title")}
      </h3>
      {found === "failed" && (
        <p role="alert" className="text-note text-ink-2">
          {t("steps.failed")}
        </p>
      )}
      {found !== "failed" && (
        <ol className="divide-y divide-rule border-y border-rule text-note">
          {steps === null
            ? Array.from({ length: Math.min(count, 5) }, (_, place) => <li key={place} aria-hidden="true" className="h-8" />)
            : steps.map(({ id, headline, outcome, at }) => (
                <li key={id} className="flex min-h-8 flex-wrap items-baseline gap-x-3 py-1.5">
                  <Link
                    href={`/proposals/${id}`}
                    className="min-w-0 flex-1 basis-48 [overflow-wrap:anywhere] text-ink hover:underline"
                  >
                    <bdi>{headline}</bdi>
                  </Link>
                  <span className={CAME_TO_NOTHING.has(outcome) ? "font-semibold text-removed" : "font-medium text-ink-2"}>
                    {t("steps.outcome", { outcome })}
                  </span>
                  <ExactTime at={at} className="tabular text-ink-3" />
                </li>
              ))}
        </ol>
      )}
      {typeof found === "object" && found?.more === true && <p className="mt-1.5 text-note text-ink-3">{t("steps.more")}</p>}
    </section>
  );
}
