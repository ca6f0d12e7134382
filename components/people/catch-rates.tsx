import clsx from "clsx";

import { localeOf } from "../../lib/domain/language";
import type { Kind } from "../../lib/domain/words";
import { CANARIES_NEEDED } from "../../lib/domain/measure/anytime-bound";
import { clopperPearsonLower } from "../../lib/domain/measure/intervals";
import { formatShare } from "../ui/format-number";
import type { Words } from "../words/make-words";
import { words } from "../words/words";

export interface CatchRatesProps {
  readonly byKind: readonly { readonly kind: Kind; readonly shown: number; readonly caught: number }[];
  /** Whose they are, for the name of the table. */
  readonly label: string;
}

/** Where letters are so large that three columns have no room, what was caught stands below its kind; the roles keep it a table. */
const ROW = "tight:grid tight:grid-cols-[minmax(0,1fr)_auto]";

/** How many tests were caught, by kind: always "9 of 11", with what can be claimed from it once there are enough. */
export async function CatchRates({ byKind, label }: CatchRatesProps) {
  const [t, terms] = await Promise.all([words("people"), words("terms")]);
  if (byKind.length === 0) return <p className="text-note text-ink-3">{t("tests.none")}</p>;
  return (
    <table role="table" className="w-full text-note tight:block">
      <caption className="sr-only">{label}</caption>
      <thead role="rowgroup" className="tight:block">
        <tr role="row" className={clsx(ROW, "text-small text-ink-3")}>
          <th scope="col" role="columnheader" className="py-1 pe-3 text-start font-medium tight:col-span-2">
            {t("tests.kind")}
          </th>
          <th scope="col" role="columnheader" className="py-1 pe-3 text-end font-medium tight:text-start">
            {t("tests.caught")}
          </th>
          <th scope="col" role="columnheader" className="py-1 text-end font-medium">
            {t("tests.atLeast")}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="tight:block">
        {byKind.map(({ kind, shown, caught }) => (
          <tr key={kind} role="row" className={clsx(ROW, "border-t border-rule")}>
            <th scope="row" role="rowheader" className="py-1.5 pe-3 text-start font-normal tight:col-span-2">
              {terms(`kind.${kind}`)}
            </th>
            <td role="cell" className="tabular py-1.5 pe-3 text-end tight:text-start">
              {t("tests.share", { caught, shown })}
            </td>
            <td role="cell" className="tabular py-1.5 text-end text-ink-2">
              {atLeast(t, caught, shown)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function atLeast(t: Words<"people">, caught: number, shown: number): string {
  if (shown < CANARIES_NEEDED) return t("tests.later", { count: CANARIES_NEEDED });
  return formatShare(Math.floor(clopperPearsonLower(caught, shown) * 100) / 100, localeOf(t.language));
}
