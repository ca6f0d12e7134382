import { localeOf } from "../../lib/domain/language";
import type { AmountFigure, Figure } from "../../lib/domain/measure/insights/figure";
import { SMALL_N } from "../../lib/domain/measure/intervals";
import { formatCount, formatShare, numberFormat } from "../ui/format-number";
import type { Words } from "../words/make-words";

export type FigureTexts = Words<"figures">;

/** What stands where nothing was counted. */
const NOTHING = "–";

/** A figure as it is read: `7.4 s`, `12 %`, and `2 of 7` where a percentage would say too much. */
export function figureWords(t: FigureTexts, figure: Figure | undefined): string {
  if (figure === undefined) return NOTHING;
  if (figure.type === "amount") return amountWords(t, figure);
  const { count, of, share } = figure;
  if (share === null) return NOTHING;
  return of < SMALL_N ? t("figure.ofSome", { count, of }) : formatShare(share, localeOf(t.language));
}

function amountWords(t: FigureTexts, { value, unit, low, high }: AmountFigure): string {
  if (value === null) return NOTHING;
  switch (unit) {
    case "items":
    case "per_hour":
      return formatCount(value, localeOf(t.language));
    case "seconds":
      return secondsWords(t, value);
    case "days":
      return t("figure.days", { value: tenths(value) });
    case "money":
    case "times":
      return significantWords(t, value);
    case "share":
      return formatShare(value, localeOf(t.language));
    case "coefficient":
      return coefficientWords(t, value, low, high);
  }
}

/** `0.71 (0.52 to 0.86)`: a minus sign is one, and no digit more than the interval bears. */
function coefficientWords(t: FigureTexts, value: number, low: number | undefined, high: number | undefined): string {
  const two = numberFormat(localeOf(t.language), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const words = (one: number) => two.format(one).replace("-", "\u2212");
  if (low === undefined || high === undefined) return words(value);
  return t("figure.between", { value: words(value), low: words(low), high: words(high) });
}

/** Two significant digits, `3.1`, `0.039` and `120`: what rests on assumed prices bears no more. */
function significantWords(t: FigureTexts, value: number): string {
  return numberFormat(localeOf(t.language), { maximumSignificantDigits: 2 }).format(value);
}

/** `7.4 s`, `40 s`, `6 min`, `2.5 h`. */
export function secondsWords(t: FigureTexts, seconds: number): string {
  if (seconds < 90) return t("figure.seconds", { value: seconds < 10 ? tenths(seconds) : Math.round(seconds) });
  if (seconds < 5_400) return t("figure.minutes", { value: Math.round(seconds / 60) });
  return t("figure.hours", { value: tenths(seconds / 3_600) });
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** How sure a figure is, and of how many: `95 %: 84 to 93 %, of 1,204`. */
export function restWords(t: FigureTexts, figure: Figure): string {
  const { of } = figure;
  if (of === 0) return t("rest.none");
  if (figure.type === "amount") return t("rest.of", { of });
  if (of < SMALL_N) return t("rest.few");
  const locale = localeOf(t.language);
  return t("rest.share", { low: formatShare(figure.low, locale), high: formatShare(figure.high, locale), of });
}

/** What a checkpoint's looks were worth, as a sentence; null where the stakes are not known or nothing was spent. */
export function returnedWords(t: FigureTexts, { value }: AmountFigure, found: number): string | null {
  if (value === null) return null;
  return found === 0 ? t("returned.nothing") : t("returned.about", { worth: significantWords(t, value), found });
}
