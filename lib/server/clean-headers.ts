import type { IncomingMessage } from "node:http";
import { ADDRESS_HEADER } from "../auth/client-address";

/**
 * Headers by which the framework talks to itself, and those that we set: a client that sends one is pretending (CVE-2025-29927,
 * design: trust P7).
 */
const OURS = new Set([
  "content-security-policy",
  "content-security-policy-report-only",
  "x-nonce",
  ADDRESS_HEADER,
  "x-matched-path",
  "x-now-route-matches",
  "x-nextjs-data",
  "x-prerender-revalidate",
  "x-prerender-revalidate-if-generated",
  "next-resume",
]);
const OUR_PREFIXES = ["x-middleware-", "x-invoke-", "x-vercel-"];
/** What a proxy in front would say; believed only when the operator says that there is one. */
const PROXY_PREFIX = "x-forwarded-";
const PROXY_NAMES = new Set(["forwarded", "x-real-ip"]);

/** Takes out of a request what no client may say, and puts in what the pages may rely on. */
export function cleanHeaders(
  request: IncomingMessage,
  said: { readonly trustProxy: boolean; readonly nonce: string; readonly policy: string },
): void {
  const address = addressOf(request, said.trustProxy);
  const { headers, rawHeaders } = request;
  for (const name of Object.keys(headers)) {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the framework reads this very object
    if (isPretence(name, said.trustProxy)) delete headers[name];
  }
  const kept: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = "", value = ""] = rawHeaders.slice(at, at + 2);
    if (!isPretence(name.toLowerCase(), said.trustProxy)) kept.push(name, value);
  }
  request.rawHeaders = kept;
  headers["x-nonce"] = said.nonce;
  headers["content-security-policy"] = said.policy;
  if (address !== null) headers[ADDRESS_HEADER] = address;
}

function isPretence(name: string, trustProxy: boolean): boolean {
  if (OURS.has(name) || OUR_PREFIXES.some((prefix) => name.startsWith(prefix))) return true;
  return !trustProxy && (name.startsWith(PROXY_PREFIX) || PROXY_NAMES.has(name));
}

/** The peer's address; behind a trusted proxy the one that proxy saw, which it appends last. */
function addressOf({ headers, socket }: IncomingMessage, trustProxy: boolean): string | null {
  const forwarded = headers["x-forwarded-for"];
  const seen = trustProxy && typeof forwarded === "string" ? forwarded.split(",").at(-1)?.trim() : undefined;
  return seen ?? socket.remoteAddress ?? null;
}
