import type { CallOrigin } from "../domain/same-origin";
import { mayChange, mayRead } from "../domain/same-origin";
import { AppError } from "../services/app-error";

/** Throws `cross_site` unless a change that rides on a cookie was asked for by our own pages: see {@link mayChange}. */
export function requireSameOrigin(headers: Pick<Headers, "get">, baseUrl: string): void {
  if (mayChange(callOrigin(headers), baseUrl)) return;
  throw new AppError(
    "cross_site",
    `this change was not asked for by the dashboard itself: open it at ${new URL(baseUrl).origin}`,
  );
}

/** Throws `cross_site` for a person's call that another site's page may have sent: changes need our own origin, reads no other one. */
export function refuseCrossSite(request: Request, baseUrl: string): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    requireSameOrigin(request.headers, baseUrl);
    return;
  }
  if (mayRead(callOrigin(request.headers))) return;
  throw new AppError("cross_site", "this call must come from a page of this dashboard: open it and try again there");
}

function callOrigin(headers: Pick<Headers, "get">): CallOrigin {
  return { origin: headers.get("origin"), host: headers.get("host"), fetchSite: headers.get("sec-fetch-site") };
}
