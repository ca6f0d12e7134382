const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A length of time in its largest fitting unit, rounded down so that nobody is promised time they do not have:
 * `52 s`, `4 min`, `3 h`, `11 days`. The space does not break.
 */
export function formatDuration(ms: number): string {
  const length = Math.max(0, ms);
  if (length < MINUTE) return `${whole(length / SECOND)}\u00A0s`;
  if (length < HOUR) return `${whole(length / MINUTE)}\u00A0min`;
  if (length < 2 * DAY) return `${whole(length / HOUR)}\u00A0h`;
  return `${whole(length / DAY)}\u00A0days`;
}

/** Where an instant lies from now, in words: `in 4 min`, `3 h ago`, `now` within five seconds. */
export function relativeTime(at: number, now: number): string {
  const distance = at - now;
  if (Math.abs(distance) < 5 * SECOND) return "now";
  return distance > 0 ? `in\u00A0${formatDuration(distance)}` : `${formatDuration(-distance)}\u00A0ago`;
}

/** How often a relative time has to be written anew, in milliseconds. */
export function tickMs(at: number, now: number): number {
  const distance = Math.abs(at - now);
  if (distance < 2 * MINUTE) return SECOND;
  return distance < 2 * HOUR ? 10 * SECOND : MINUTE;
}

/** An instant in full, the month as a word: `3 Feb 2026, 14:05 UTC`. Without a zone, the reader's own. */
export function exactTime(at: number, zone?: string): string {
  return formatter("full", zone).format(at);
}

/**
 * What stands in the tooltip of an instant: the reader's time first and, where their clocks differ from it then, the time of whoever is affected.
 * `3 Feb 2026, 14:05 CET · for them 3 Feb 2026, 08:05 GMT-5`.
 */
export function exactTimes(at: number, zone: string | undefined, theirs: string | null): string {
  const exact = exactTime(at, zone);
  if (theirs === null) return exact;
  const there = exactTime(at, theirs);
  // Two names for the same time of day are no news.
  return wall(exact) === wall(there) ? exact : `${exact} · for them ${there}`;
}

function wall(exact: string): string {
  return exact.replace(/ \S+$/u, "");
}

/** The time of day with seconds, for a list whose day is known: `14:05:09`. */
export function clockTime(at: number, zone?: string): string {
  return formatter("clock", zone).format(at);
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

/** Making one costs more than drawing a row, and every row of a list shows an instant: they are kept, one a form and zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(form: "full" | "clock", zone: string | undefined): Intl.DateTimeFormat {
  const key = `${form} ${zone ?? ""}`;
  const kept = formatters.get(key);
  if (kept !== undefined) return kept;
  const options = { ...(form === "full" ? FULL : CLOCK), ...(zone === undefined ? {} : { timeZone: zone }) };
  const made = new Intl.DateTimeFormat("en-GB", options);
  formatters.set(key, made);
  return made;
}

function whole(value: number): string {
  return Math.floor(value).toString();
}
