/** One measured figure. `ratio` is the value against the reference of the same run, or against the bar where the bar is absolute. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, and what that measured. */
  readonly reference: string;
  readonly ratio: number;
  readonly bar: number;
  readonly holds: boolean;
}

interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** A figure that must be at least `bar` times `of.value`, measured in the same run. */
export function atLeast(measured: Measured, of: { readonly says: string; readonly value: number }, bar: number): Row {
  const ratio = measured.value / of.value;
  return { ...measured, reference: `${of.says}: ${rounded(of.value)} ${measured.unit}`, ratio, bar, holds: ratio >= bar };
}

/** A figure that must be at most `bar` times `of.value`, measured in the same run. */
export function atMost(measured: Measured, of: { readonly says: string; readonly value: number }, bar: number): Row {
  const ratio = measured.value / of.value;
  return { ...measured, reference: `${of.says}: ${rounded(of.value)} ${measured.unit}`, ratio, bar, holds: ratio <= bar };
}

/** A figure with an absolute bar in its own unit. */
export function below(measured: Measured, bar: number, says = "absolute"): Row {
  // Against a bar of zero there is no ratio: all or nothing.
  const ratio = bar === 0 ? (measured.value > 0 ? Infinity : 0) : measured.value / bar;
  return { ...measured, reference: says, ratio, bar, holds: measured.value <= bar };
}

/** The value at `share` of the sorted figures: 0.5 is the median. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One line of the table. */
export function rowText(row: Row): string {
  const mark = row.holds ? "✓" : "✗";
  const value = `${rounded(row.value)} ${row.unit}`;
  return `${mark} ${row.name.padEnd(22)} ${value.padStart(18)}   ${row.ratio.toFixed(3)}× (bar ${String(row.bar)})   ${row.reference}`;
}

function rounded(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
