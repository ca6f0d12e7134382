import { humanDate } from "../human-value";
import type { SaidPart } from "../said";

/** The recorded world's clock: "The current time is 2024-05-15 15:00:00 EST" (the airline's policy). */
export const NOW = "2024-05-15T15:00:00-05:00";
export const NOW_MS = Date.parse(NOW);
export const TODAY = NOW.slice(0, 10);
const ZONE = NOW.slice(-6);
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The airline's currency; its records carry bare numbers of dollars. */
export const CURRENCY = "USD";
export const EXTRA_BAG_CENTS = 5_000n;
export const INSURANCE_CENTS = 3_000n;
export const PASSENGERS_MAX = 5;

/** Milliseconds of a time in the airline's records, which carry no zone of their own; null when it is not one. */
export function instantOf(text: string): number | null {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/u.test(text) ? Date.parse(`${text}${ZONE}`) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** `27 May` for a day of the recorded year, `27 May 2025` for another; the text itself when it is no date. */
export function dayText(date: string): string {
  const text = humanDate(date);
  if (text === null) return date;
  return date.startsWith(TODAY.slice(0, 4)) ? text.slice(0, -5) : text;
}

/** Whole days from the recorded today to `date`; negative in the past, null when it is no date. */
export function daysUntil(date: string): number | null {
  if (humanDate(date) === null) return null;
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${TODAY}T00:00:00Z`)) / DAY_MS);
}

/** `in 12 days`, `today`, `2 days ago`. */
export function fromToday(date: string): SaidPart {
  const days = daysUntil(date);
  if (days === null) return { key: "airline.dateUnknown" };
  if (days === 0) return { key: "airline.in.today" };
  if (days === 1 || days === -1) return { key: days === 1 ? "airline.in.tomorrow" : "airline.in.yesterday" };
  return days > 0 ? { key: "face.in.days", values: { count: days } } : { key: "face.ago.days", values: { count: -days } };
}

/** Whole hours since a recorded time, null when it is not one or lies ahead. */
export function hoursSince(text: string): number | null {
  const at = instantOf(text);
  return at === null || at > NOW_MS ? null : Math.floor((NOW_MS - at) / HOUR_MS);
}
