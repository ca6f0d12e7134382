import type { CardInput } from "../card";
import { humanValue } from "../human-value";
import type { FaceKey, SaidPart } from "../said";
import { instantOf, sentValue } from "../sent-value";
import { visible } from "../spans";

const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/u;
const NOW = /^(?:now|immediately|at once|asap)$/iu;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** When a post goes out. */
export interface Schedule {
  /** For the headline: `now`, `24 Nov 2026`. */
  readonly day: string;
  /** In full: `24 Nov 2026, 09:00 UTC`; what cannot be read stands as it was sent. */
  readonly words: string;
  /** The same where it is our own words. */
  readonly said: FaceKey | null;
  /** `in 3 days`; null for now and for what cannot be read. */
  readonly away: SaidPart | null;
  readonly problem: "unread" | "no-zone" | "past" | null;
}

/** `text` against `at`, in milliseconds since the epoch; null and `now` mean at once, unless an argument is `unclear` about it. */
export function scheduleOf(text: string | null, unclear: boolean, at: number): Schedule {
  if (unclear) return { day: "later", words: "unclear", said: "post.unclear", away: null, problem: "unread" };
  if (text === null || NOW.test(text.trim())) return { day: "now", words: "now", said: "post.now", away: null, problem: null };
  const words = humanValue(text.replace(/\.\d{1,3}(?=Z|[+-]|$)/u, ""), "schedule");
  const zone = ISO.exec(text)?.[1];
  if (!ISO.test(text) || words === text) return { day: "later", words: text, said: null, away: null, problem: "unread" };
  const day = words.split(",")[0] ?? words;
  if (zone === undefined) return { day, words, said: null, away: null, problem: "no-zone" };
  const distance = Date.parse(text.replace(" ", "T")) - at;
  if (Number.isNaN(distance)) return { day: "later", words: text, said: null, away: null, problem: "unread" };
  return { day, words, said: null, away: awayText(distance), problem: distance < -MINUTE_MS ? "past" : null };
}

const ZONE = "timezone tz timezonename accounttimezone accountzone";

/** `26 Nov 2026, 10:00 there (Europe/Berlin)`: the hour where the account is, by the zone that was sent; null where none was. */
export function zoneNote(input: CardInput, text: string | null, { problem }: Schedule): SaidPart | null {
  const zone = sentValue(input, ZONE);
  const at = text === null || NOW.test(text.trim()) ? input.at : instantOf(text);
  if (typeof zone !== "string" || at === null || (problem !== null && problem !== "past")) return null;
  const time = timeIn(zone, at);
  return time === null ? null : { key: "post.inZone", values: { time, zone: visible(zone) } };
}

/** Null for a zone that is none. */
function timeIn(zone: string, at: number): string | null {
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+){0,6}$/u.test(zone)) return null;
  try {
    // Its digits alone are used: the month is written as everywhere on a card.
    const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" }).format(at);
    return humanValue(parts, "time");
  } catch (problem) {
    if (problem instanceof RangeError) return null;
    throw problem;
  }
}

function awayText(distance: number): SaidPart {
  const size = Math.abs(distance);
  const way = distance < 0 ? "ago" : "in";
  if (size >= 2 * DAY_MS) return { key: `face.${way}.days`, values: { count: Math.round(size / DAY_MS) } };
  if (size >= 2 * HOUR_MS) return { key: `face.${way}.hours`, values: { count: Math.round(size / HOUR_MS) } };
  return { key: `face.${way}.minutes`, values: { count: Math.round(size / MINUTE_MS) } };
}
