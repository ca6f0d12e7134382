"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";

import { cardsApi } from "../../lib/client/cards-api";
import type { EarlierDecisions as Earlier } from "../../lib/contract/together";
import { Button } from "../ui/button";
import { Link } from "../ui/link";
import { ExactTime } from "../ui/exact-time";
import { useWords } from "../words/words-provider";

export interface EarlierDecisionsProps {
  /** Of the proposal on the card. */
  readonly id: string;
}

/** How people decided what is like this. Only when asked for: seen first, it would decide in the reader's place. */
export function EarlierDecisions({ id }: EarlierDecisionsProps) {
  const t = useWords("card");
  const [found, setFound] = useState<Earlier | "asked" | "failed" | null>(null);
  const [told, button] = [useRef<HTMLDivElement>(null), useRef<HTMLButtonElement>(null)];
  const asking = found === "asked";
  const ask = (): void => {
    if (asking) return;
    setFound("asked");
    cardsApi.earlier(id).then(
      (earlier) => {
        // The button goes with the answer: the focus goes on to where that is, unless it was taken elsewhere meanwhile.
        const waited = document.activeElement === button.current;
        flushSync(() => {
          setFound(earlier);
        });
        if (waited) told.current?.focus();
      },
      () => {
        setFound("failed");
      },
    );
  };
  return (
    <section aria-labelledby="evidence-earlier" aria-busy={asking}>
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 id="evidence-earlier" className="text-small font-semibold text-ink-2">
          {t("earlier.title")}
        </h3>
        {(found === null || typeof found === "string") && (
          <Button ref={button} size="small" aria-disabled={asking} onClick={ask}>
            {t(asking ? "earlier.asked" : "earlier.show")}
          </Button>
        )}
      </div>
      <div ref={told} tabIndex={-1} aria-live="polite" className="text-note text-ink-3">
        {(found === null || asking) && t("earlier.note")}
        {found === "failed" && t("earlier.failed")}
        {found !== null && typeof found === "object" && <Told earlier={found} />}
      </div>
    </section>
  );
}

function Told({ earlier }: { readonly earlier: Earlier }) {
  const t = useWords("card");
  const { rows, ...counts } = earlier;
  if (rows.length === 0) return <p>{t("earlier.none", { looked: counts.looked })}</p>;
  return (
    <>
      <p className="text-ink-2">{t("earlier.counts", counts)}</p>
      <ul className="mt-1.5 divide-y divide-rule border-y border-rule">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
            <Link
              href={`/proposals/${row.id}`}
              className="min-w-0 flex-1 basis-48 [overflow-wrap:anywhere] text-ink hover:underline"
            >
              <bdi>{row.headline}</bdi>
            </Link>
            {row.decision !== null && <span className="font-medium text-ink-2">{t(`earlier.${row.decision.type}`)}</span>}
            {row.decidedAt !== null && <ExactTime at={row.decidedAt} className="tabular" />}
          </li>
        ))}
      </ul>
    </>
  );
}
