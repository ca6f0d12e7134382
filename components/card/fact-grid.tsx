import clsx from "clsx";
import { TriangleAlert } from "lucide-react";

import type { Fact } from "../../lib/domain/card/card";
import { Spans } from "./spans";

export interface FactGridProps {
  readonly facts: readonly Fact[];
}

/** Columns on a wide card, by the number of facts. The first is wider: it may be the hero. */
const COLUMNS: Record<number, string> = {
  1: "@xl:grid-cols-1",
  2: "@xl:grid-cols-[1.25fr_1fr]",
  3: "@xl:grid-cols-[1.25fr_1fr_1fr]",
  4: "@xl:grid-cols-[1.25fr_1fr_1fr_1fr]",
};

/** The decisive facts in a ruled grid, always in the same places. */
export function FactGrid({ facts }: FactGridProps) {
  if (facts.length === 0) return null;
  return (
    <dl
      className={clsx(
        "grid grid-cols-2 gap-px border-y border-rule bg-rule @max-3xs:grid-cols-1",
        COLUMNS[facts.length] ?? "@xl:grid-cols-3",
      )}
    >
      {facts.map((fact, index) => (
        <div
          key={fact.label}
          className={clsx(
            "min-w-0 bg-panel px-3.5 pt-3 pb-[0.6875rem] odd:pl-4 forced-colors:border @xl:odd:pl-3.5",
            // The last of an odd number fills its row, so that no ground shows through.
            index === facts.length - 1 && index % 2 === 0 && "col-span-2 @max-3xs:col-span-1 @xl:col-span-1",
            facts.length === 5 && index === 4 && "@xl:col-span-2",
            (index === 0 || (facts.length === 5 && index === 3)) && "@xl:pl-6!",
          )}
        >
          <FactCell fact={fact} />
        </div>
      ))}
    </dl>
  );
}

function FactCell({ fact }: { readonly fact: Fact }) {
  return (
    <>
      <dt className="text-small text-ink-3">{fact.label}</dt>
      <dd
        className={clsx(
          "tabular",
          fact.hero ? "text-head" : "mt-0.5 text-body font-semibold",
          fact.technical && "font-mono",
          fact.technical && !fact.hero && "text-note",
        )}
      >
        <Spans spans={fact.value} />
      </dd>
      {fact.note !== null && (
        <dd
          className={clsx(
            "tabular text-small [overflow-wrap:anywhere]",
            fact.alarming ? "font-semibold text-removed" : "text-ink-3",
          )}
        >
          {fact.alarming && <TriangleAlert aria-label="Attention:" className="mr-1 inline size-3 align-[-1px]" strokeWidth={2} />}
          {fact.note}
        </dd>
      )}
    </>
  );
}
