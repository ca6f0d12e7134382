const DURATION = /^([1-9]\d{0,3})([smhd])$/;
const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const DURATION_MS_MAX = 30 * 86_400_000;

/** Milliseconds in `90s`, `30m`, `4h` or `7d`; null for any other spelling and for more than 30 days. */
export function durationMs(text: string): number | null {
  const found = DURATION.exec(text);
  const unit = UNIT_MS[found?.[2] ?? ""];
  if (found === null || unit === undefined) return null;
  const ms = Number(found[1]) * unit;
  return ms <= DURATION_MS_MAX ? ms : null;
}
