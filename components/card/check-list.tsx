import type { Check } from "../../lib/domain/card/card";
import { Callout } from "../ui/callout";
import { Check as CheckIcon, ChevronRight, CircleDashed } from "../ui/icons";

export interface CheckListProps {
  readonly checks: readonly Check[];
}

/** What the machine looked at: failures open and first, what could not be looked at by name, what passed as one line. */
export function CheckList({ checks }: CheckListProps) {
  const failed = checks.filter((check) => check.state === "failed");
  const notRun = checks.filter((check) => check.state === "not_run");
  const passed = checks.filter((check) => check.state === "passed");
  if (checks.length === 0) return null;
  return (
    <div role="group" aria-label="Checks" className="flex flex-col gap-2">
      {failed.map((check) => (
        <Callout key={check.id} tone="failed" title={check.says} hidden="Failed check">
          {check.because === null ? undefined : <p>{check.because}</p>}
        </Callout>
      ))}
      {notRun.length > 0 && <NotRun checks={notRun} />}
      {passed.length > 0 && <Passed checks={passed} />}
    </div>
  );
}

function NotRun({ checks }: CheckListProps) {
  return (
    <ul className="flex flex-col gap-0.5 text-note text-ink-2">
      {checks.map((check) => (
        <li key={check.id} className="flex items-start gap-1.5">
          <CircleDashed aria-hidden="true" className="mt-[3px] size-3.5 shrink-0 text-ink-3" strokeWidth={1.75} />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <span className="font-medium">Not checked whether</span> {clause(check.says)}
            {check.because !== null && <span className="text-ink-3">, {check.because}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A statement as a clause: `Names are known` → `names are known`, `SQL parses` stays. */
function clause(says: string): string {
  return /^\p{Lu}\p{Ll}/u.test(says) ? `${says.charAt(0).toLowerCase()}${says.slice(1)}` : says;
}

function Passed({ checks }: CheckListProps) {
  return (
    <details className="group text-note">
      <summary className="inline-flex min-h-6 items-center gap-1.5 rounded-badge font-semibold text-passed">
        <CheckIcon aria-hidden="true" className="size-3.5" strokeWidth={2.25} />
        {checks.length === 1 ? "1 check passed" : `${checks.length.toString()} checks passed`}
        <ChevronRight
          aria-hidden="true"
          className="size-3.5 text-ink-3 transition-transform group-open:rotate-90"
          strokeWidth={1.75}
        />
      </summary>
      <ul className="mt-1 ml-5 list-disc text-ink-2 marker:text-ink-3">
        {checks.map((check) => (
          <li key={check.id} className="[overflow-wrap:anywhere]">
            {check.says}
            {check.because !== null && <span className="text-ink-3">, {check.because}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
