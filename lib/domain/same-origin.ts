import { isLoopbackUrl } from "./loopback";

/** What a browser says of where a call comes from; null where the header was not sent. */
export interface CallOrigin {
  readonly origin: string | null;
  readonly host: string | null;
  readonly fetchSite: string | null;
}

/**
 * True when a change that rides on a cookie was asked for by our own pages (design: trust P9): `Origin` must be sent and be ours; `Sec-Fetch-Site`
 * must say `same-origin`, and may be missing only on plain http, where browsers do not send it.
 */
export function mayChange({ origin, host, fetchSite }: CallOrigin, baseUrl: string): boolean {
  const siteFits = fetchSite === null ? !baseUrl.startsWith("https:") : fetchSite === "same-origin";
  return siteFits && isOurs(origin, host, baseUrl);
}

/** True unless the browser says that a page of another site asks to read: what is typed into the address bar, or is no browser, may. */
export function mayRead({ fetchSite }: CallOrigin): boolean {
  return fetchSite === null || fetchSite === "same-origin" || fetchSite === "none";
}

/** One machine has several names (`localhost`, `127.0.0.1`): any of them is ours if the page was loaded under the very host that is called. */
function isOurs(origin: string | null, host: string | null, baseUrl: string): boolean {
  const ours = new URL(baseUrl);
  if (origin === ours.origin) return true;
  if (origin === null || !URL.canParse(origin) || !isLoopbackUrl(baseUrl) || !isLoopbackUrl(origin)) return false;
  const from = new URL(origin);
  return from.origin === origin && from.protocol === ours.protocol && from.port === ours.port && from.host === host;
}
