"use client";

import type { ReactNode } from "react";

import { useWords } from "../words/words-provider";
import { Fold } from "./fold";

export interface TableFoldProps {
  /** Of what the figures are: the name of the part that scrolls by itself where it is too wide. */
  readonly label: string;
  readonly columns: readonly string[];
  /** Its rows. */
  readonly children: ReactNode;
}

/** The figures of a drawing as a table, folded until asked for: its twin for whoever cannot see it, or wants to know exactly. */
export function TableFold({ label, columns, children }: TableFoldProps) {
  const t = useWords("ui");
  return (
    <Fold title={t("table")} className="mt-1 text-small text-ink-3">
      <div role="region" aria-label={label} tabIndex={0} className="mt-2 overflow-x-auto text-ink">
        <table className="tabular w-full">
          <thead className="text-ink-3">
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className="text-start font-normal">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </Fold>
  );
}
