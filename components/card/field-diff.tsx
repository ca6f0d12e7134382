"use client";

import clsx from "clsx";

import type { FieldChange, Span } from "../../lib/domain/card/card";
import { ArrowRight } from "../ui/icons";
import { useWords } from "../words/words-provider";
import { Spans } from "./spans";

export interface FieldDiffProps {
  readonly subject: string;
  readonly rows: readonly FieldChange[];
  /** What the two columns hold, for screen readers: before and after unless given. */
  readonly headers?: { readonly before: string; readonly after: string };
}

/** An old value longer than this would be squeezed to a few letters a line beside two other columns on a phone. */
const NARROW_BEFORE = 22;
/** Letters that a visible mark takes: `U+202E`. */
const MARK = 6;

/**
 * Field, before, after: a table, so that a screen reader can walk it by column. On a narrow card long values go below
 * their field; the explicit roles keep it a table there too.
 */
export function FieldDiff({ subject, rows, headers }: FieldDiffProps) {
  const t = useWords("card");
  if (rows.length === 0) return null;
  const stacks = rows.some((row) => lengthOf(row.before) > NARROW_BEFORE);
  return (
    <table
      role="table"
      className={clsx(
        "mt-1.5 max-w-full border-collapse text-start text-body",
        stacks ? "@max-md:block" : "@max-md:w-full @max-md:table-fixed",
      )}
    >
      <caption className="sr-only">{t("diff.caption", { subject })}</caption>
      {!stacks && (
        <colgroup>
          <col className="@max-md:w-[30%]" />
          <col className="@max-md:w-[26%]" />
          <col />
        </colgroup>
      )}
      <thead className="sr-only" role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {t("diff.field")}
          </th>
          <th scope="col" role="columnheader">
            {headers?.before ?? t("diff.before")}
          </th>
          <th scope="col" role="columnheader">
            {headers?.after ?? t("diff.after")}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className={stacks ? "@max-md:block" : undefined}>
        {rows.map((row, index) => (
          <Row key={`${row.path}:${index.toString()}`} row={row} stacks={stacks} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, stacks }: { readonly row: FieldChange; readonly stacks: boolean }) {
  const t = useWords("card");
  const context = row.change === "context";
  const stays = context || row.change === "kept" || row.change === "sent";
  const cell = stacks ? "@max-md:block @max-md:w-full" : "";
  return (
    <tr role="row" className={clsx("align-top", stacks && "@max-md:block @max-md:pb-2")}>
      <th
        scope="row"
        role="rowheader"
        title={row.path}
        className={clsx(
          "py-[3px] pe-2 text-note leading-5 font-medium text-ink-2 @md:w-[8.25rem] @md:min-w-[8.25rem] @md:pe-4",
          cell,
        )}
      >
        <bdi className="[overflow-wrap:anywhere]">{row.field}</bdi>
      </th>
      <td role="cell" className={clsx("py-[3px] pe-2 @md:min-w-[7.4rem] @md:pe-3", context ? "text-ink-3" : "text-ink-2", cell)}>
        {row.before.length === 0 ? <None /> : <Spans spans={row.before} />}
      </td>
      <td role="cell" className={clsx("relative py-[3px] ps-[1.375rem]", context ? "text-ink-3" : "text-ink-2", cell)}>
        {!stays && (
          <ArrowRight
            aria-hidden="true"
            className="absolute start-0 top-1.5 size-3.5 text-ink-3 rtl:-scale-x-100"
            strokeWidth={1.75}
          />
        )}
        {row.after.length === 0 ? (
          <None />
        ) : stays ? (
          t("diff.stays", { change: row.change, count: row.field.split(" · ").length })
        ) : (
          <Spans spans={row.after} />
        )}
        {row.expected && <span className="text-note text-ink-3"> {t("diff.expected")}</span>}
      </td>
    </tr>
  );
}

function None() {
  const t = useWords("card");
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t("diff.nothing")}</span>
    </span>
  );
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + (span.type === "mark" ? MARK : span.text.length), 0);
}
