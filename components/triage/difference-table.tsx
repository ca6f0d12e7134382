"use client";

import type { AlikeGroup } from "../../lib/contract/together";
import { Spans } from "../card/spans";
import { Button } from "../ui/button";
import { srOnly } from "../ui/sr-only";
import { useWords } from "../words/words-provider";

export interface DifferenceTableProps {
  readonly group: AlikeGroup;
  /** Those that have to be opened before all are approved. */
  readonly drawn: readonly string[];
  readonly opened: readonly string[];
  readonly onOpen: (id: string) => void;
}

/** What differs between look-alikes, one row each; the rest of each is the same. Wide ones scroll by themselves. */
export function DifferenceTable({ group, drawn, opened, onOpen }: DifferenceTableProps) {
  const t = useWords("deskPanels");
  const { batch, items, total } = group;
  const shown = batch.ids.flatMap((id, index) => {
    const item = items.find(({ row }) => row.id === id);
    return item === undefined ? [] : [{ row: item.row, cells: batch.rows[index] ?? [] }];
  });
  const rest = total - shown.length;
  return (
    <div className="overflow-x-auto border-y border-rule" tabIndex={0} role="region" aria-label={t("differ.label")}>
      <table className="w-full text-start text-note">
        <thead className="text-small text-ink-3">
          <tr className="border-b border-rule">
            <th scope="col" className="px-4 py-2 font-medium md:px-6">
              {t("differ.proposal")}
            </th>
            {batch.columns.map((column) => (
              <th key={column} lang="en" scope="col" className="px-3 py-2 font-medium">
                {column}
              </th>
            ))}
            <th scope="col" className="px-4 py-2 md:px-6">
              <span className="sr-only">{t("differ.look")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, cells }) => (
            <tr key={row.id} className="border-b border-rule align-top last:border-0">
              <th scope="row" className="max-w-[18rem] px-4 py-2 font-normal text-ink md:px-6">
                <bdi className="[overflow-wrap:anywhere]">{row.headline}</bdi>
                {drawn.includes(row.id) && (
                  <span className="ms-2 rounded-badge bg-sunk px-1.5 py-px text-small font-medium whitespace-nowrap text-ink-2">
                    {t(opened.includes(row.id) ? "differ.opened" : "differ.openFirst")}
                  </span>
                )}
              </th>
              {cells.map((spans, index) => (
                <td
                  key={batch.columns[index]}
                  className="tabular max-w-[16rem] px-3 py-2 font-medium text-ink [overflow-wrap:anywhere]"
                >
                  <Spans spans={spans} />
                </td>
              ))}
              <td className="px-4 py-1.5 text-end md:px-6">
                <Button size="small" className="max-md:h-11" onClick={() => onOpen(row.id)}>
                  {t.rich("differ.open", { headline: row.headline, hidden: srOnly })}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p className="border-t border-rule px-4 py-2 text-note text-ink-3 md:px-6">{t("differ.rest", { rest })}</p>}
    </div>
  );
}
