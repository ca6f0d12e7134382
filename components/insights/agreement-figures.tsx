import { PANELS } from "../../lib/domain/measure/insights/definitions";
import type { Figure } from "../../lib/domain/measure/insights/figure";
import type { PanelRow } from "../../lib/domain/measure/insights/panels";
import { SMALL_N } from "../../lib/domain/measure/intervals";
import { Link } from "../ui/link";
import { words } from "../words/words";
import type { FigureTexts } from "./insight-words";
import { figureWords, restWords } from "./insight-words";
import { TableTwin } from "./panel-table";

/** How far people agree over all kinds, figure by figure; the kinds stand in the table. */
export async function AgreementFigures({ rows }: { readonly rows: readonly PanelRow[] }) {
  const t = await words("figures");
  const [all] = rows;
  return (
    <>
      <dl className="divide-y divide-rule border-y border-rule">
        {PANELS.agreement.map((name, column) => (
          <div key={name} className="flex flex-wrap items-baseline gap-x-3 py-1.5">
            <dt className="min-w-0 flex-1 basis-40 text-note text-ink-2">{t(`column.${name}`)}</dt>
            <dd className="tabular flex flex-wrap items-baseline justify-end gap-x-2 text-end">
              <span className="text-note font-strong">{figureWords(t, all?.figures[column])}</span>
              <span className="text-small text-ink-3">{ofWords(t, all?.figures[column])}</span>
            </dd>
          </div>
        ))}
      </dl>
      <TableTwin id="agreement" rows={rows} />
    </>
  );
}

function ofWords(t: FigureTexts, figure: Figure | undefined): string | null {
  if (figure === undefined) return null;
  if (figure.of === 0) return t("rest.noneYet");
  if (figure.type === "share") return restWords(t, figure);
  if (figure.unit === "coefficient" && figure.value === null) {
    return figure.of < SMALL_N ? t("rest.from", { least: SMALL_N }) : t("rest.same");
  }
  return t("rest.of", { of: figure.of });
}

/** To what people disagreed on: where a guideline is mended. */
export async function DisagreementsLink() {
  const t = await words("disagreements");
  return (
    <p className="mt-3 text-note">
      <Link href="/insights/disagreements" className="underline underline-offset-2">
        {t("title")}
      </Link>
    </p>
  );
}
