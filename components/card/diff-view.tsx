import clsx from "clsx";

import type { Diff } from "../../lib/domain/card/card";
import { cardSentence } from "../../lib/domain/card/card-sentence";
import { diffRest } from "./diff-rest";
import { FieldDiff } from "./field-diff";
import { TextDiff } from "./text-diff";

export interface DiffViewProps {
  readonly id: string;
  readonly diff: Diff;
  /** Lines are code, a query or a command. */
  readonly technical: boolean;
}

/** What would be different afterwards: a sentence for those who listen, then the rows, then what is not shown. */
export function DiffView({ id, diff, technical }: DiffViewProps) {
  const rest = diffRest(diff);
  return (
    <div role="group" aria-labelledby={id}>
      <h3 id={id} className="text-small leading-5">
        <span className="font-semibold text-ink-2">What changes</span>{" "}
        <bdi className="ml-1 text-ink-3 [overflow-wrap:anywhere]">{diff.subject}</bdi>
      </h3>
      <p className="sr-only">{cardSentence({ diff })}</p>
      {diff.type === "fields" ? (
        <FieldDiff subject={diff.subject} rows={diff.rows} />
      ) : (
        <TextDiff lines={diff.lines} technical={technical} />
      )}
      {rest !== null && (
        <p className={clsx("mt-1 text-small", rest.urgent ? "font-semibold text-removed" : "text-ink-3")}>{rest.says}</p>
      )}
    </div>
  );
}
