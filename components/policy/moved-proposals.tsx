"use client";

import clsx from "clsx";
import { useState } from "react";

import type { Handling } from "../../lib/domain/policy/cell-treatment";
import { Button } from "../ui/button";
import { Link } from "../ui/link";
import type { Words } from "../words/make-words";
import { useWords } from "../words/words-provider";
import { treatmentWords } from "./grid-words";

/** One proposal of the past, and what would happen to it. */
export interface MovedProposal {
  readonly id: string;
  readonly headline: string;
  /** What happened, and what would. */
  readonly before: Handling;
  readonly after: Handling;
  /** Why a condition had no answer for it; null or absent where it had one. */
  readonly fault?: string | null;
}

export interface MovedProposalsProps {
  /** Worst first. */
  readonly lines: readonly MovedProposal[];
  /** How many are shown, and how many more at each asking. */
  readonly page: number;
  readonly className?: string;
  /** Opened beside the page, where leaving it would lose what is being written. */
  readonly beside?: boolean;
}

/** Proposals of the past that would be treated otherwise, each with what happened and what would. */
export function MovedProposals({ lines, page, className, beside = false }: MovedProposalsProps) {
  const [t, terms] = [useWords("policy"), useWords("terms")];
  const [shown, setShown] = useState(page);
  if (lines.length === 0) return null;
  return (
    <>
      <ul className={clsx("divide-y divide-rule border-y border-rule text-small", className)}>
        {lines.slice(0, shown).map((line) => (
          <li key={line.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-1.5">
            <Link
              href={`/proposals/${line.id}`}
              {...(beside ? { target: "_blank" } : {})}
              className="min-w-0 flex-1 basis-40 [overflow-wrap:anywhere] text-ink hover:underline"
            >
              <bdi>{line.headline}</bdi>
            </Link>
            <span className="text-ink-2">
              {typeof line.fault === "string" && (
                <span lang="en" className="font-medium text-removed">
                  {line.fault}:{" "}
                </span>
              )}
              {movedWords(t, treatmentWords(terms, line.before), treatmentWords(terms, line.after))}
            </span>
          </li>
        ))}
      </ul>
      {shown < lines.length && (
        <Button
          size="small"
          className="mt-2"
          onClick={() => {
            setShown(shown + page);
          }}
        >
          {t("moved.more")}
        </Button>
      )}
    </>
  );
}

function movedWords(t: Words<"policy">, before: string, after: string): string {
  return before === after ? t("moved.stays", { after }) : `${before} → ${after}`;
}
