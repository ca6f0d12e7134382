/** The locale where none is named: what is not yet said in the language of whoever reads. */
const LOCALE = "en";

/** Making one costs more than writing a number with it: they are kept, one a locale and form. */
const kept = new Map<string, Intl.NumberFormat>();

/** The one way to write numbers so in a locale. */
export function numberFormat(locale: string, form: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = `${locale} ${JSON.stringify(form)}`;
  const format = kept.get(name) ?? new Intl.NumberFormat(locale, form);
  kept.set(name, format);
  return format;
}

function whole(locale: string): Intl.NumberFormat {
  return numberFormat(locale, { maximumFractionDigits: 0 });
}

/** `18,204`. Rounds to whole numbers. */
export function formatCount(count: number, locale = LOCALE): string {
  return whole(locale).format(count);
}

/**
 * An amount with its ISO 4217 code, always: `1,250.00 EUR`, never `€` alone. The currency's own decimals (ISO 4217),
 * more where the amount has more: nothing is rounded away. The space does not break.
 */
export function formatMoney(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  const figure = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: Math.max(digits, 8) });
  return `${figure.format(amount).replace("-", "−")}\u00A0${currency.toUpperCase()}`;
}

function minorDigits(currency: string): number {
  try {
    return new Intl.NumberFormat(LOCALE, { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    // Not a code of three letters: show it as it came, with the usual two decimals.
    return 2;
  }
}

/** A share between 0 and 1 as `12 %`, `0.4 %`, `<0.1 %`: never a rounded-down zero. */
export function formatShare(share: number, locale = LOCALE): string {
  const percent = share * 100;
  if (percent === 0 || percent >= 10) return `${whole(locale).format(percent)}\u00A0%`;
  const tenths = numberFormat(locale, { maximumFractionDigits: 1 });
  return percent < 0.1 ? `<${tenths.format(0.1)}\u00A0%` : `${tenths.format(percent)}\u00A0%`;
}
