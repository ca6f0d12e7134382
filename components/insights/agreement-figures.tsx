import { PANELS } from "../../lib/domain/measure/insights/definitions";
import type { Figure } from "../../lib/domain/measure/insights/figure";
import type { PanelRow } from "../../lib/domain/measure/insights/panels";
import { SMALL_N } from "../../lib/domain/measure/intervals";
import { formatCount } from "../ui/format-number";
import { Link } from "../ui/link";
import { figureWords, restWords } from "./insight-words";
import { TableTwin } from "./panel-table";

/** How far people agree over all kinds, figure by figure; the kinds stand in the table. */
export function AgreementFigures({ rows }: { readonly rows: readonly PanelRow[] }) {
  const [all] = rows;
  return (
    <>
      <dl className="divide-y divide-rule border-y border-rule">
        {PANELS.agreement.columns.map((name, column) => (
          <div key={name} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
            <dt className="min-w-0 flex-1 basis-40 text-note text-ink-2">{name}</dt>
            <dd className="tabular flex flex-wrap items-baseline justify-end gap-x-2 text-right">
              <span className="text-note font-strong">{valueWords(all?.figures[column])}</span>
              <span className="text-small text-ink-3">{ofWords(all?.figures[column])}</span>
            </dd>
          </div>
        ))}
      </dl>
      <TableTwin id="agreement" rows={rows} />
    </>
  );
}

function valueWords(figure: Figure | undefined): string {
  return figure === undefined ? "–" : figureWords(figure);
}

function ofWords(figure: Figure | undefined): string | null {
  if (figure === undefined) return null;
  if (figure.of === 0) return "none yet";
  if (figure.type === "share") return restWords(figure);
  if (figure.unit === "coefficient" && figure.value === null) {
    return figure.of < SMALL_N ? `from ${formatCount(SMALL_N)} on` : "everybody said the same";
  }
  return `of ${formatCount(figure.of)}`;
}

/** To what people disagreed on: where a guideline is mended. */
export function DisagreementsLink() {
  return (
    <p className="mt-3 text-note">
      <Link href="/insights/disagreements" className="underline underline-offset-2">
        Cases we disagreed on
      </Link>
    </p>
  );
}
