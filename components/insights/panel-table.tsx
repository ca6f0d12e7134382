import type { PanelId } from "../../lib/domain/measure/insights/definitions";
import { PANELS } from "../../lib/domain/measure/insights/definitions";
import type { PanelRow } from "../../lib/domain/measure/insights/panels";
import { rowNameInEnglish } from "../../lib/domain/measure/insights/row-name";
import { Fold } from "../ui/fold";
import { words } from "../words/words";
import { FigureHead } from "./figure-head";
import { figureWords } from "./insight-words";
import { RowTitle } from "./row-title";

export interface PanelTableProps {
  readonly id: PanelId;
  readonly rows: readonly PanelRow[];
}

/** The figures of a panel as a table. It scrolls by itself where it is too wide. */
export async function PanelTable({ id, rows }: PanelTableProps) {
  const [t, kinds] = await Promise.all([words("figures"), words("terms")]);
  const title = t(`panel.${id}`);
  const columns = PANELS[id].map((name) => ({ name, words: t(`column.${name}`) }));
  return (
    <div
      role="region"
      aria-label={t("asTable", { title })}

      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="tabular w-full text-start text-small">
        <caption className="sr-only">{title}</caption>
        <FigureHead first={t(`panel.${id}.rows`)} columns={columns} />
        <tbody>
          {rows.map(({ name, figures }) => (
            <tr key={rowNameInEnglish(name)} className="border-t border-rule">
              <th scope="row" className="py-1.5 pe-3 font-normal text-ink-2">
                <RowTitle name={name} t={t} kinds={kinds} />
              </th>
              {figures.map((figure, column) => (
                <td key={columns[column]?.name} className="py-1.5 ps-3 text-end whitespace-nowrap">
                  {figureWords(t, figure)}
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
export async function TableTwin(props: PanelTableProps) {
  const t = await words("ui");
  return (
    <Fold title={t("table")} className="mt-2 text-small text-ink-3">
      <div className="mt-2 text-ink">
        <PanelTable {...props} />
      </div>
    </Fold>
  );
}
