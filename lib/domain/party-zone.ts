import type { JsonObject } from "./json";
import { plainKey } from "./policy/derived-amount";
import type { Payload } from "./proposal";

/** What a zone is called in a payload, without case and separators. */
const NAMES: ReadonlySet<string> = new Set(["timezone", "tz", "zone", "timezoneid", "ianazone"]);
const LENGTH_MAX = 64;

/**
 * The time zone (IANA name) of whoever an action affects, where its payload names one: in the arguments, or in the record before or after, or
 * one level within. Null for anything that is no zone: what an agent writes is not trusted to be one.
 */
export function partyZone({ action, before, after }: Pick<Payload, "action" | "before" | "after">): string | null {
  for (const part of [action.arguments, after, before]) {
    const found = part === null ? null : zoneIn(part, true);
    if (found !== null) return found;
  }
  return null;
}

function zoneIn(object: JsonObject, deeper: boolean): string | null {
  for (const [key, value] of Object.entries(object)) {
    if (typeof value === "string" && NAMES.has(plainKey(key))) {
      const zone = asZone(value);
      if (zone !== null) return zone;
    } else if (deeper && isObject(value)) {
      const within = zoneIn(value, false);
      if (within !== null) return within;
    }
  }
  return null;
}

function isObject(value: JsonObject[string] | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asZone(text: string): string | null {
  // `CET` or `+02:00` may be one to this machine and none to a browser: a place is one everywhere.
  if (text.length > LENGTH_MAX || !/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/u.test(text)) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
