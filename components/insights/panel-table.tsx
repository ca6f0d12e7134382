import type { PanelId } from "../../lib/domain/measure/insights/definitions";
import { PANELS } from "../../lib/domain/measure/insights/definitions";
import type { PanelRow } from "../../lib/domain/measure/insights/panels";
import { figureWords } from "./insight-words";
import { FigureHead } from "./figure-head";

export interface PanelTableProps {
  readonly id: PanelId;
  readonly rows: readonly PanelRow[];
}

/** The figures of a panel as a table. It scrolls by itself where it is too wide. */
export function PanelTable({ id, rows }: PanelTableProps) {
  const { title, rows: first, columns } = PANELS[id];
  return (
    <div
      role="region"
      aria-label={`${title}, as a table`}

      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="tabular w-full text-left text-small">
        <caption className="sr-only">{title}</caption>
        <FigureHead first={first} columns={columns} />
        <tbody>
          {rows.map(({ name, figures }) => (
            <tr key={name.join("|")} className="border-t border-rule">
              <th scope="row" className="py-1.5 pr-3 font-normal text-ink-2">
                {name.join(" · ")}
              </th>
              {figures.map((figure, column) => (
                <td key={columns[column]} className="py-1.5 pl-3 text-right whitespace-nowrap">
                  {figureWords(figure)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same behind a fold, as the twin of a plot. */
export function TableTwin(props: PanelTableProps) {
  return (
    <details className="mt-2 text-small">
      <summary className="cursor-pointer text-ink-3">As a table</summary>
      <div className="mt-2">
        <PanelTable {...props} />
      </div>
    </details>
  );
}
