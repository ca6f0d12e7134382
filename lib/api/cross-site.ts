import { requireSameOrigin } from "../auth/same-origin";
import { AppError } from "../services/app-error";

/**
 * Refuses a person's call that another site's page may have sent (README §5, trust.md P9): a change needs our own `Origin` and fetch metadata;
 * a read is refused when the browser says that it comes from elsewhere.
 */
export function refuseCrossSite(request: Request, baseUrl: string): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    requireSameOrigin(request.headers, baseUrl);
    return;
  }
  const site = request.headers.get("sec-fetch-site");
  if (site === null || site === "same-origin" || site === "none") return;
  throw new AppError("cross_site", "this call must come from a page of this dashboard: open it and try again there");
}
