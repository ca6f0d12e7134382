"use client";

import type { Check } from "../../lib/domain/card/card";
import { localeOf } from "../../lib/domain/language";
import { Callout } from "../ui/callout";
import { Check as CheckIcon, ChevronRight, CircleDashed } from "../ui/icons";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import { wholeNames } from "./spans";

export interface CheckListProps {
  readonly checks: readonly Check[];
}

/** What the machine looked at: failures open and first, what could not be looked at by name, what passed as one line. */
export function CheckList({ checks }: CheckListProps) {
  const t = useWords("card");
  const c = useWords("checks");
  const failed = checks.filter((check) => check.state === "failed");
  const notRun = checks.filter((check) => check.state === "not_run");
  const passed = checks.filter((check) => check.state === "passed");
  if (checks.length === 0) return null;
  return (
    <div role="group" aria-label={t("checks")} className="flex flex-col gap-2">
      {failed.map((check) => (
        <Callout key={check.id} tone="failed" title={<bdi>{c.sentence(check.words.says)}</bdi>} hidden={t("checks.failed")}>
          {check.because === null ? undefined : (
            <p>
              <bdi>{wholeNames(becauseOf(c, check) ?? "")}</bdi>
            </p>
          )}
        </Callout>
      ))}
      {notRun.length > 0 && <NotRun checks={notRun} />}
      {passed.length > 0 && <Passed checks={passed} />}
    </div>
  );
}

function NotRun({ checks }: CheckListProps) {
  const t = useWords("card");
  const c = useWords("checks");
  return (
    <ul className="flex flex-col gap-0.5 text-note text-ink-2">
      {checks.map((check) => (
        <li key={check.id} className="flex items-start gap-1.5">
          <CircleDashed aria-hidden="true" className="mt-[3px] size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {t.rich("checks.notRun", {
              strong: (inside) => <span className="font-medium">{inside}</span>,
              what: <bdi>{clause(c, check)}</bdi>,
            })}
            <Because says={becauseOf(c, check)} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Why, with the values that say so: each sentence is isolated, so that none of them reorders what stands around it. */
function Because({ says }: { readonly says: string | null }) {
  if (says === null) return null;
  return (
    <span className="text-ink-3">
      , <bdi>{says}</bdi>
    </span>
  );
}

/** A sentence in the reader’s language, or values as they are. */
function becauseOf(c: Words<"checks">, { words, because }: Check): string | null {
  return words.because === null ? because : c.sentence(words.because);
}

/** A statement as a clause: `Names are known` → `names are known`, `SQL parses` stays. Elsewhere a noun may begin it, after a colon. */
function clause(c: Words<"checks">, { words }: Check): string {
  const says = c.sentence(words.says);
  if (!localeOf(c.language).startsWith("en")) return says;
  return /^\p{Lu}\p{Ll}/u.test(says) ? `${says.charAt(0).toLowerCase()}${says.slice(1)}` : says;
}

function Passed({ checks }: CheckListProps) {
  const t = useWords("card");
  const c = useWords("checks");
  return (
    <details className="group text-note">
      <summary className="inline-flex min-h-6 items-center gap-1.5 rounded-badge font-semibold text-passed">
        <CheckIcon aria-hidden="true" className="size-3.5" strokeWidth={2.25} />
        {t("checks.passed", { count: checks.length })}
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 text-ink-3 transition-transform group-open:rotate-90"
          strokeWidth={1.75}
        />
      </summary>
      <ul className="mt-1 ms-5 list-disc text-ink-2 marker:text-ink-3">
        {checks.map((check) => (
          <li key={check.id} className="[overflow-wrap:anywhere]">
            <bdi>{c.sentence(check.words.says)}</bdi>
            <Because says={becauseOf(c, check)} />
          </li>
        ))}
      </ul>
    </details>
  );
}
