/** So many of the last approved figures are kept of one agent, action and unit. */
export const FIGURES_KEPT = 20;
/** With fewer, nothing is usual yet. */
export const FIGURES_NEEDED = 5;

/** The unit of money: 48 EUR and 48 JPY have nothing in common, and what names no currency is compared with its like alone. */
export function moneyUnit(currency: string | null): string {
  return currency === null ? "money" : `money ${currency}`;
}

/** The figures with one more at their end, and the oldest left out where they are too many. Zero and what is no number teach nothing. */
export function withFigure(figures: readonly number[], figure: number): readonly number[] {
  return Number.isFinite(figure) && figure > 0 ? [...figures, figure].slice(-FIGURES_KEPT) : figures;
}

/** What is usual: the median, which one slip that was approved does not move; null while too little is known. */
export function usualOf(figures: readonly number[]): number | null {
  if (figures.length < FIGURES_NEEDED) return null;
  const ordered = [...figures].sort((a, b) => a - b);
  const half = ordered.length / 2;
  const [low, high] = [ordered[Math.ceil(half) - 1], ordered[Math.floor(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
