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

/** How many tests were caught, by kind: always "9 of 11", with what can be claimed from it once there are enough. */
export async function CatchRates({ byKind, label }: CatchRatesProps) {
  const [t, terms] = await Promise.all([words("people"), words("terms")]);
  if (byKind.length === 0) return <p className="text-note text-ink-3">{t("tests.none")}</p>;
  return (
    <table className="w-full text-note">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr className="text-small text-ink-3">
          <th scope="col" className="py-1 pe-3 text-start font-medium">
            {t("tests.kind")}
          </th>
          <th scope="col" className="py-1 pe-3 text-end font-medium">
            {t("tests.caught")}
          </th>
          <th scope="col" className="py-1 text-end font-medium">
            {t("tests.atLeast")}
          </th>
        </tr>
      </thead>
      <tbody>
        {byKind.map(({ kind, shown, caught }) => (
          <tr key={kind} className="border-t border-rule">
            <th scope="row" className="py-1.5 pe-3 text-start font-normal">
              {terms(`kind.${kind}`)}
            </th>
            <td className="tabular py-1.5 pe-3 text-end">{t("tests.share", { caught, shown })}</td>
            <td className="tabular py-1.5 text-end text-ink-2">{atLeast(t, caught, shown)}</td>
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
