export interface FigureHeadProps {
  /** What the rows are of. */
  readonly first: string;
  readonly columns: readonly string[];
}

/** The head of a table of figures: what the rows are of, then a column a figure. */
export function FigureHead({ first, columns }: FigureHeadProps) {
  return (
    <thead className="text-ink-3">
      <tr>
        <th scope="col" className="py-1 pr-3 font-normal">
          {first}
        </th>
        {columns.map((column) => (
          <th key={column} scope="col" className="py-1 pl-3 text-right font-normal whitespace-nowrap">
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}
