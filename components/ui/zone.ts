export const ZONE_COOKIE = "zone";

/** The time zone a cookie names, UTC for anything that is not one. */
export function readZone(cookie: string | undefined): string {
  if (cookie === undefined || cookie.length > 64) return "UTC";
  try {
    const name = decodeURIComponent(cookie);
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    // Neither a zone nor well-formed: days are then counted in UTC.
    return "UTC";
  }
}
