export interface FigureHeadProps {
  /** What the rows are of. */
  readonly first: string;
  readonly columns: readonly { readonly name: string; readonly words: string }[];
}

/** The head of a table of figures: what the rows are of, then a column a figure. */
export function FigureHead({ first, columns }: FigureHeadProps) {
  return (
    <thead className="text-ink-3">
      <tr>
        <th scope="col" className="py-1 pe-3 font-normal">
          {first}
        </th>
        {columns.map(({ name, words }) => (
          <th key={name} scope="col" className="py-1 ps-3 text-end font-normal whitespace-nowrap">
            {words}
          </th>
        ))}
      </tr>
    </thead>
  );
}
