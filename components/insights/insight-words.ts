import type { AmountFigure, Figure } from "../../lib/domain/measure/insights/figure";
import { SMALL_N } from "../../lib/domain/measure/intervals";
import { formatCount, formatShare } from "../ui/format-number";

const ONE = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const TWO = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const SIGNIFICANT = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });
/** What stands where nothing was counted. */
const NOTHING = "–";

/** A figure as it is read: `7.4 s`, `12 %`, and `2 of 7` where a percentage would say too much. */
export function figureWords(figure: Figure): string {
  if (figure.type === "amount") return amountWords(figure);
  const { count, of, share } = figure;
  if (share === null) return NOTHING;
  return of < SMALL_N ? `${formatCount(count)} of ${formatCount(of)}` : formatShare(share);
}

function amountWords({ value, unit, low, high }: AmountFigure): string {
  if (value === null) return NOTHING;
  switch (unit) {
    case "items":
      return formatCount(value);
    case "seconds":
      return secondsWords(value);
    case "per_hour":
      return formatCount(value);
    case "days":
      return `${ONE.format(value)}\u00A0days`;
    case "money":
    case "times":
      return significantWords(value);
    case "share":
      return formatShare(value);
    case "coefficient":
      return coefficientWords(value, low, high);
  }
}

/** `0.71 (0.52 to 0.86)`: a minus sign is one, and no digit more than the interval bears. */
function coefficientWords(value: number, low: number | undefined, high: number | undefined): string {
  const words = (one: number) => TWO.format(one).replace("-", "\u2212");
  if (low === undefined || high === undefined) return words(value);
  return `${words(value)} (${words(low)} to ${words(high)})`;
}

/** Two significant digits, `3.1`, `0.039` and `120`: what rests on assumed prices bears no more. */
function significantWords(value: number): string {
  return SIGNIFICANT.format(value);
}

/** `7.4 s`, `40 s`, `6 min`, `2.5 h`. */
function secondsWords(seconds: number): string {
  if (seconds < 90) return `${seconds < 10 ? ONE.format(seconds) : formatCount(seconds)}\u00A0s`;
  return seconds < 5_400 ? `${formatCount(seconds / 60)}\u00A0min` : `${ONE.format(seconds / 3_600)}\u00A0h`;
}

/** How sure a figure is, and of how many: `95 %: 84 to 93 %, of 1,204`; null where nothing more can be said. */
export function restWords(figure: Figure): string | null {
  if (figure.of === 0) return "nothing in this window";
  if (figure.type === "amount") return `of ${formatCount(figure.of)}`;
  if (figure.of < SMALL_N) return "too few for a percentage";
  const { low, high, of } = figure;
  return `95\u00A0%: ${formatShare(low)} to ${formatShare(high)}, of ${formatCount(of)}`;
}

/** What a checkpoint's looks were worth, as a sentence; null where the stakes are not known or nothing was spent. */
export function returnedWords({ value }: AmountFigure, found: number): string | null {
  if (value === null) return null;
  if (found === 0) return "These looks have found nothing bad yet.";
  const errors = found === 1 ? "one error found" : `${formatCount(found)} errors found`;
  return `These looks prevented about ${significantWords(value)} for each 1 spent (${errors}).`;
}
