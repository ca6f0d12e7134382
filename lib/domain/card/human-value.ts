import type { Json } from "../json";
import { humanField } from "./human-words";

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/u;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(Z|[+-]\d{2}:\d{2})?$/u;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const ENUM = /^[a-z]+(?:_[a-z]+){1,3}$/u;
/** Fields whose snake-case values are words of a closed list, not somebody's identifier. */
const ENUM_FIELD = /(?:^|_)(?:status|state|stage|type|kind|cabin|class|category|priority|plan|role|reason|mode|source|level)$/iu;
const DEPTH_MAX = 8;

/**
 * `value` as a person says it: `2024-05-27` → `27 May 2024`, `true` → `yes`, `basic_economy` in an enum field → `basic economy`.
 * Complete: every part of a list or object is spelled out, however long; what is not recognised stays exactly as sent.
 */
export function humanValue(value: Json | undefined, field: string, depth = 0): string {
  if (value === undefined || value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return humanString(value, field);
  if (depth > DEPTH_MAX) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    const nested = items.some((item) => typeof item === "object" && item !== null);
    return items.length === 0 ? "none" : items.map((item) => humanValue(item, field, depth + 1)).join(nested ? "; " : ", ");
  }
  const entries = Object.entries(value).map(([key, child]) => {
    const text = humanValue(child, key, depth + 1);
    return `${humanField(key)} ${typeof child === "object" && child !== null ? `(${text})` : text}`;
  });
  return entries.length === 0 ? "empty" : entries.join(", ");
}

/** `27 May 2024` for an ISO calendar date that exists, null for anything else. */
export function humanDate(text: string): string | null {
  const [, year = "", month = "", day = ""] = DATE.exec(text) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined || !isCalendarDay(Number(year), Number(month), Number(day))) return null;
  return `${String(Number(day))} ${name} ${year}`;
}

function humanString(text: string, field: string): string {
  if (text === "") return "empty";
  const date = humanDate(text) ?? humanInstant(text);
  if (date !== null) return date;
  return ENUM_FIELD.test(field) && ENUM.test(text) ? text.replaceAll("_", " ") : text;
}

function humanInstant(text: string): string | null {
  const [, day, hour, minute, second, zone] = DATE_TIME.exec(text) ?? [];
  const date = day === undefined ? null : humanDate(day);
  if (date === null) return null;
  const seconds = second === undefined || second === "00" ? "" : `:${second}`;
  return `${date}, ${String(hour)}:${String(minute)}${seconds}${zoneWords(zone)}`;
}

function zoneWords(zone: string | undefined): string {
  if (zone === undefined) return "";
  return zone === "Z" ? " UTC" : ` UTC${zone}`;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= length;
}
