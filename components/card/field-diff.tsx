import clsx from "clsx";
import { ArrowRight } from "lucide-react";

import type { FieldChange } from "../../lib/domain/card/card";
import { Spans } from "./spans";

export interface FieldDiffProps {
  readonly subject: string;
  readonly rows: readonly FieldChange[];
  /** What the two columns hold, for screen readers. */
  readonly headers?: { readonly before: string; readonly after: string };
}

/** Field, before, after: a table, so that a screen reader can walk it by column. */
export function FieldDiff({ subject, rows, headers = { before: "Before", after: "After" } }: FieldDiffProps) {
  return (
    <table className="mt-1.5 max-w-full border-collapse text-left text-body">
      <caption className="sr-only">Changes to {subject}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Field</th>
          <th scope="col">{headers.before}</th>
          <th scope="col">{headers.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Row key={`${row.path}:${index.toString()}`} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row }: { readonly row: FieldChange }) {
  const context = row.change === "context";
  return (
    <tr className="align-top">
      <th
        scope="row"
        title={row.path}
        className="py-[3px] pr-3 text-note leading-5 font-medium break-words text-ink-2 @max-md:max-w-[30cqw] @md:min-w-[7.5rem] @md:pr-4"
      >
        <bdi>{row.field}</bdi>
      </th>
      <td className={clsx("py-[3px] pr-3 text-ink-2 @md:min-w-[7rem]", context && "text-ink-3")}>
        {row.before.length === 0 ? <None /> : <Spans spans={row.before} />}
      </td>
      <td className={clsx("relative py-[3px]", context ? "text-ink-3" : "text-ink-2", "pl-7")}>
        {!context && <ArrowRight aria-hidden="true" className="absolute top-1.5 left-0 size-3.5 text-ink-3" strokeWidth={1.75} />}
        {context ? "unchanged" : row.after.length === 0 ? <None /> : <Spans spans={row.after} />}
      </td>
    </tr>
  );
}

function None() {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">nothing</span>
    </span>
  );
}
