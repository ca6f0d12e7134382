import clsx from "clsx";
import type { ReactNode } from "react";

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Right-aligned with tabular figures. */
  readonly numeric?: boolean;
  /** This cell names its row, for screen readers. */
  readonly rowHeader?: boolean;
  /** Kept for wide screens. */
  readonly wide?: boolean;
  readonly className?: string;
}

export interface TableProps<Row> {
  /** What the table holds: read out, not shown. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly className?: string;
}

/** A real table with a caption and headers. Wider than its place, it scrolls within itself and can be reached by keyboard. */
export function Table<Row>({ caption, columns, rows, rowKey, className }: TableProps<Row>) {
  return (
    <div className={clsx("overflow-x-auto", className)} role="region" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse text-left text-note">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-rule text-small text-ink-3">
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column, "h-9 font-medium whitespace-nowrap")}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-rule last:border-0 hover:bg-hover">
              {columns.map((column) => {
                const Cell = column.rowHeader === true ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    {...(column.rowHeader === true ? { scope: "row" as const } : {})}
                    className={cellClass(column, clsx("py-2 align-top", column.rowHeader === true && "font-medium text-ink"))}
                  >
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass<Row>(column: Column<Row>, look: string): string {
  return clsx(
    "px-3 first:pl-4 last:pr-4",
    look,
    column.numeric === true && "tabular text-right",
    column.wide === true && "max-md:hidden",
    column.className,
  );
}
