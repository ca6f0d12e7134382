import { dateLocaleOf } from "../words/date-locale";
import type { Words } from "../words/make-words";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A length of time in its largest fitting unit, rounded down so that nobody is promised time they do not have:
 * `52 s`, `4 min`, `3 h`, `11 days`. The space does not break.
 */
export function formatDuration(t: Words<"ui">, ms: number): string {
  const { unit, count } = lengthOf(ms);
  return t(`time.${unit}`, { count });
}

function lengthOf(ms: number): { readonly unit: "seconds" | "minutes" | "hours" | "days"; readonly count: string } {
  const length = Math.max(0, ms);
  if (length < MINUTE) return { unit: "seconds", count: whole(length / SECOND) };
  if (length < HOUR) return { unit: "minutes", count: whole(length / MINUTE) };
  if (length < 2 * DAY) return { unit: "hours", count: whole(length / HOUR) };
  return { unit: "days", count: whole(length / DAY) };
}

/** Where an instant lies from now, in words: `in 4 min`, `3 h ago`, `now` within five seconds. */
export function relativeTime(t: Words<"ui">, at: number, now: number): string {
  const distance = at - now;
  if (Math.abs(distance) < 5 * SECOND) return t("time.now");
  const { unit, count } = lengthOf(Math.abs(distance));
  return t(`time.${distance > 0 ? "in" : "ago"}.${unit}`, { count });
}

/** How often a relative time has to be written anew, in milliseconds. */
export function tickMs(at: number, now: number): number {
  const distance = Math.abs(at - now);
  if (distance < 2 * MINUTE) return SECOND;
  return distance < 2 * HOUR ? 10 * SECOND : MINUTE;
}

/** An instant in full, the month as a word: `3 Feb 2026, 14:05 UTC`. Without a zone, the reader's own. */
export function exactTime(t: Words<"ui">, at: number, zone?: string): string {
  return formatter(t, "full", zone).format(at);
}

/**
 * What stands in the tooltip of an instant: the reader's time first and, where their clocks differ from it then, the time of whoever is affected.
 * `3 Feb 2026, 14:05 CET · for them 3 Feb 2026, 08:05 GMT-5`.
 */
export function exactTimes(t: Words<"ui">, at: number, zone: string | undefined, theirs: string | null): string {
  const here = exactTime(t, at, zone);
  if (theirs === null) return here;
  const there = exactTime(t, at, theirs);
  // Two names for the same time of day are no news.
  return wall(here) === wall(there) ? here : t("time.theirs", { here, there });
}

function wall(exact: string): string {
  return exact.replace(/ \S+$/u, "");
}

/** The time of day with seconds, for a list whose day is known: `14:05:09`. */
export function clockTime(t: Words<"ui">, at: number, zone?: string): string {
  return formatter(t, "clock", zone).format(at);
}

/**
 * An instant as it stands, for whoever wants no words that change by themselves: the time of day, in the reader's zone. Null half a day and more
 * away, where the day would be in doubt; words for that change once an hour at most.
 */
export function stillTime(t: Words<"ui">, at: number, now: number, zone?: string): string | null {
  return Math.abs(at - now) < DAY / 2 ? clockTime(t, at, zone) : null;
}

const FULL: Intl.DateTimeFormatOptions = {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZoneName: "short",
};
const CLOCK: Intl.DateTimeFormatOptions = { timeStyle: "medium", hourCycle: "h23" };

/** Making one costs more than drawing a row, and every row of a list shows an instant: they are kept, one a locale, form and zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter({ language }: Words<"ui">, form: "full" | "clock", zone: string | undefined): Intl.DateTimeFormat {
  const locale = dateLocaleOf(language);
  const key = `${locale} ${form} ${zone ?? ""}`;
  const kept = formatters.get(key);
  if (kept !== undefined) return kept;
  const options = { ...(form === "full" ? FULL : CLOCK), ...(zone === undefined ? {} : { timeZone: zone }) };
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

function whole(value: number): string {
  return Math.floor(value).toString();
}
