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

/** A value longer than this is prose: it gets a row of its own below the others. */
const CELL_LENGTH = 64;
/** Words that half a phone does not hold. */
const WIDE = /\S{19}/u;
const WIDE_HERO = /\S{13}/u;

/** The decisive facts in a ruled grid, always in the same places. */
export function FactGrid({ facts }: FactGridProps) {
  if (facts.length === 0) return null;
  const short = facts.filter((fact) => !isLong(fact));
  const rows = phoneRows(short);
  return (
    <dl className="facts" data-short={short.length}>
      {short.map((fact, index) => (
        <div key={fact.label} data-row={rows[index]}>
          <FactCell fact={fact} />
        </div>
      ))}
      {facts.filter(isLong).map((fact) => (
        <div key={fact.label} data-prose>
          <FactCell fact={fact} prose />
        </div>
      ))}
    </dl>
  );
}

/**
 * On a phone two facts stand side by side; a name that would be broken there has a row of its own, and so has what is left alone: no ground shows
 * through.
 */
function phoneRows(facts: readonly Fact[]): readonly ("own" | "begun" | undefined)[] {
  let beside = false;
  return facts.map((_, at) => {
    if (beside) {
      beside = false;
      return undefined;
    }
    beside = at + 1 < facts.length && !facts.slice(at, at + 2).some(isWide);
    return beside ? "begun" : "own";
  });
}

function isWide({ hero, value }: Fact): boolean {
  return (hero ? WIDE_HERO : WIDE).test(spansText(value));
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
        <Spans spans={spansIn(f, fact.value)} names />
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
