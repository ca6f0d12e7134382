import { isLoopbackUrl } from "../domain/loopback";
import { AppError } from "../services/app-error";
import { isSecure } from "./session-cookie";

/**
 * Throws `cross_site` unless a change that rides on a cookie was asked for by our own pages (trust.md P9): `Origin` must be sent and be ours;
 * `Sec-Fetch-Site` must say `same-origin`, and may be missing only on plain http, where browsers do not send it.
 */
export function requireSameOrigin(headers: Pick<Headers, "get">, baseUrl: string): void {
  const site = headers.get("sec-fetch-site");
  const siteFits = site === null ? !isSecure(baseUrl) : site === "same-origin";
  if (siteFits && isOurs(headers.get("origin"), headers.get("host"), baseUrl)) return;
  throw new AppError(
    "cross_site",
    `this change was not asked for by the dashboard itself: open it at ${new URL(baseUrl).origin}`,
  );
}

/** One machine has several names (`localhost`, `127.0.0.1`): any of them is ours if the page was loaded under the very host that is called. */
function isOurs(origin: string | null, host: string | null, baseUrl: string): boolean {
  const ours = new URL(baseUrl);
  if (origin === ours.origin) return true;
  if (origin === null || !URL.canParse(origin) || !isLoopbackUrl(baseUrl) || !isLoopbackUrl(origin)) return false;
  const from = new URL(origin);
  return from.origin === origin && from.protocol === ours.protocol && from.port === ours.port && from.host === host;
}
