"use client";

import type { ReactNode } from "react";

import { useWords } from "../words/words-provider";

export interface TableFoldProps {
  readonly columns: readonly string[];
  /** Its rows. */
  readonly children: ReactNode;
}

/** The figures of a drawing as a table, folded until asked for: its twin for whoever cannot see it, or wants to know exactly. */
export function TableFold({ columns, children }: TableFoldProps) {
  const t = useWords("ui");
  return (
    <details className="mt-1 text-small">
      <summary className="cursor-pointer text-ink-3">{t("table")}</summary>
      <table className="tabular mt-2 w-full">
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
    </details>
  );
}
