/** Languages come later; until then one locale, so that the server and the browser write the same. */
const LOCALE = "en";

const WHOLE = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });

/** `18,204`. Rounds to whole numbers. */
export function formatCount(count: number): string {
  return WHOLE.format(count);
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
export function formatShare(share: number): string {
  const percent = share * 100;
  if (percent === 0 || percent >= 10) return `${WHOLE.format(percent)}\u00A0%`;
  if (percent < 0.1) return "<0.1\u00A0%";
  return `${new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 }).format(percent)}\u00A0%`;
}

/** How long a card takes: `~8 s`, and `about 40 s` or `about 3 min` where it is more than a glance. */
export function formatPrediction(seconds: number, lane: "quick" | "deep"): string {
  if (lane === "quick") return `~${WHOLE.format(Math.max(1, seconds))}\u00A0s`;
  if (seconds < 90) return `about ${WHOLE.format(Math.max(5, Math.round(seconds / 5) * 5))}\u00A0s`;
  return `about ${WHOLE.format(Math.round(seconds / 60))}\u00A0min`;
}
