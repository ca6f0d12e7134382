/** A day of the calendar as `2026-11-22`. */
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The day on which an instant falls in a time zone (IANA name), as `2026-11-22`. */
export function dayOf(at: number, zone: string): string {
  const part = partsIn(at, zone);
  return `${String(part("year")).padStart(4, "0")}-${two(part("month"))}-${two(part("day"))}`;
}

/**
 * The instant, in milliseconds, at which a day begins in a time zone; null for a text that is no day between 1970 and 9999. Where clocks are
 * put forward at midnight, the day begins at its first instant that exists.
 */
export function startOfDay(day: string, zone: string): number | null {
  const utc = midnightUtc(day);
  if (utc === null) return null;
  const first = utc - offsetAt(utc, zone);
  const start = utc - offsetAt(first, zone);
  // The offset may change between the guess and midnight: whichever instant already belongs to the day is the earlier truth.
  const candidates = [Math.min(first, start), Math.max(first, start)];
  return candidates.find((at) => dayOf(at, zone) === day) ?? start;
}

/** The instant, in milliseconds, at which the day that `at` falls in began in a time zone (IANA name). */
export function dayBegan(at: number, zone: string): number {
  return startOfDay(dayOf(at, zone), zone) ?? at;
}

/** The day after, as `2026-11-23`; null for what is no day. */
export function nextDay(day: string): string | null {
  const utc = midnightUtc(day);
  return utc === null ? null : dayOf(utc + DAY_MS, "UTC");
}

function midnightUtc(day: string): number | null {
  const [, year = "", month = "", date = ""] = DAY.exec(day) ?? [];
  if (year === "" || Number(year) < 1970) return null;
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(date));
  return dayOf(utc, "UTC") === day ? utc : null;
}

/** How far the zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const part = partsIn(at, zone);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - Math.floor(at / 1000) * 1000;
}

function partsIn(at: number, zone: string): (type: Intl.DateTimeFormatPartTypes) => number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  return (type) => Number(parts.find((part) => part.type === type)?.value ?? "0");
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
