import type { Prices } from "../../lib/domain/policy/prices";
import { formatCount } from "../ui/format-number";

/** `By the prices of the policy: an hour of looking costs 60 EUR, an error 1, 10, 50, 500, 5,000 EUR by stakes.` Assumed ones are said to be. */
export function pricesWords({ currency, hour, harm }: Prices): string {
  const from = currency === null ? "Assumed, since the policy names no prices" : "By the prices of the policy";
  const unit = currency === null ? "" : `\u00A0${currency}`;
  return `${from}: an hour of looking costs ${formatCount(hour)}${unit}, an error ${harm.map(formatCount).join(", ")}${unit} by stakes.`;
}
