import { localeOf } from "../../lib/domain/language";
import type { Prices } from "../../lib/domain/policy/prices";
import { formatCount } from "../ui/format-number";
import type { Words } from "../words/make-words";

/** `By the prices of the policy: an hour of looking costs 60 EUR, an error 1, 10, 50, 500, 5,000 EUR by stakes.` Assumed ones are said to be. */
export function pricesWords(t: Words<"terms">, { currency, hour, harm }: Prices): string {
  const harms = harm.map((one) => formatCount(one, localeOf(t.language))).join(", ");
  return currency === null ? t("prices.assumed", { hour, harms }) : t("prices.own", { hour, harms, currency });
}
