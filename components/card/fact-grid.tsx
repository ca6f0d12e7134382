"use client";

import clsx from "clsx";

import type { Fact } from "../../lib/domain/card/card";
import { spansText } from "../../lib/domain/card/headline-text";
import { TriangleAlert } from "../ui/icons";
import { useWords } from "../words/words-provider";
import { saidIn, spansIn } from "./said-in";
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
/** A value longer than this is prose: it gets a row of its own below the others. */
const CELL_LENGTH = 64;

/** The decisive facts in a ruled grid, always in the same places. */
export function FactGrid({ facts }: FactGridProps) {
  if (facts.length === 0) return null;
  const short = facts.filter((fact) => !isLong(fact));
  const long = facts.filter(isLong);
  return (
    <dl
      className={clsx(
        "grid grid-cols-2 gap-px border-y border-rule bg-rule @max-3xs:grid-cols-1",
        COLUMNS[Math.max(1, short.length)] ?? "@xl:grid-cols-3",
      )}
    >
      {short.map((fact, index) => (
        <div key={fact.label} className={clsx(CELL, cellPlace(index, short.length))}>
          <FactCell fact={fact} />
        </div>
      ))}
      {long.map((fact) => (
        <div key={fact.label} className={clsx(CELL, "col-span-full ps-4 @xl:ps-6 @xl:pe-6")}>
          <FactCell fact={fact} prose />
        </div>
      ))}
    </dl>
  );
}

const CELL = "min-w-0 bg-panel px-3.5 pt-3 pb-[0.6875rem] forced-colors:border";

function cellPlace(index: number, count: number): string {
  const firstOfRow = index === 0 || (count === 5 && index === 3);
  return clsx(
    index % 2 === 0 && "@max-xl:ps-4",
    firstOfRow && "@xl:ps-6",
    // The last of an odd number fills its row, so that no ground shows through.
    index === count - 1 && index % 2 === 0 && "@max-xl:col-span-full",
    count === 5 && index === 4 && "@xl:col-span-2",
  );
}

function isLong(fact: Fact): boolean {
  return !fact.hero && spansText(fact.value).length > CELL_LENGTH;
}

function FactCell({ fact, prose = false }: { readonly fact: Fact; readonly prose?: boolean }) {
  const t = useWords("card");
  const f = useWords("face");
  const { label, note } = fact.words;
  return (
    <>
      <dt className="text-small text-ink-3">
        <bdi>{saidIn(f, label)}</bdi>
      </dt>
      <dd
        className={clsx(
          "tabular",
          fact.hero ? "text-head" : "mt-0.5",
          !fact.hero && (prose ? "text-body" : "text-body font-semibold"),
          fact.technical && "font-mono",
          fact.technical && !fact.hero && "text-note",
        )}
      >
        <Spans spans={spansIn(f, fact.value)} flags={fact.technical} />
      </dd>
      {note !== null && (
        <dd
          className={clsx(
            "tabular text-small [overflow-wrap:anywhere]",
            fact.alarming ? "font-semibold text-removed" : "text-ink-3",
          )}
        >
          {fact.alarming && (
            <>
              <TriangleAlert aria-hidden="true" className="me-1 inline size-3 align-[-1px]" strokeWidth={2} />
              <span className="sr-only">{t("attention")}: </span>
            </>
          )}
          <bdi>{saidIn(f, note)}</bdi>
        </dd>
      )}
    </>
  );
}
