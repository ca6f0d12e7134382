"use client";

import clsx from "clsx";

import type { Diff } from "../../lib/domain/card/card";
import { useWords } from "../words/words-provider";
import { diffRest } from "./diff-rest";
import { diffSentence } from "./diff-sentence";
import { FieldDiff } from "./field-diff";
import { saidIn } from "./said-in";
import { TextDiff } from "./text-diff";

export interface DiffViewProps {
  readonly id: string;
  readonly diff: Diff;
  /** Lines are code, a query or a command. */
  readonly technical: boolean;
  /** The language tag of its prose; null where it is not known. */
  readonly language: string | null;
}

/** What would be different afterwards: a sentence for those who listen, then the rows, then what is not shown. */
export function DiffView({ id, diff, technical, language }: DiffViewProps) {
  const t = useWords("card");
  const subject = saidIn(useWords("face"), diff.words.subject);
  const rest = diffRest(t, diff);
  return (
    <div role="group" aria-labelledby={id}>
      <h3 id={id} className="text-small leading-5">
        <span className="font-semibold text-ink-2">{t("changes")}</span>{" "}
        <bdi className="ms-1 text-ink-3 [overflow-wrap:anywhere]">{subject}</bdi>
      </h3>
      <p className="sr-only">{diffSentence(t, subject, diff)}</p>
      {diff.type === "fields" ? (
        <FieldDiff subject={subject} rows={diff.rows} />
      ) : (
        <TextDiff lines={diff.lines} technical={technical} language={language} />
      )}
      {rest !== null && (
        <p className={clsx("mt-1 text-small", rest.urgent ? "font-semibold text-removed" : "text-ink-3")}>{rest.says}</p>
      )}
    </div>
  );
}
