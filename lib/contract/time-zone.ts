import * as z from "zod";

/** True for a time zone that this server knows. */
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    // Not the name of a zone.
    return false;
  }
}

/** The IANA name of a time zone, or none. */
export const TimeZone = z.string().max(64).refine(isZone, { error: "is no time zone" }).optional();
