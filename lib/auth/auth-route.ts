import NextAuth from "next-auth/next";
import { NextRequest } from "next/server";

import type { ErrorCode } from "../domain/error-codes";
import { ERROR_CODES } from "../domain/error-codes";
import { isAppError } from "../services/app-error";
import type { Context } from "../services/context";
import { authOptions } from "./next-auth";
import { requireSameOrigin } from "./same-origin";

/** The library's calls that are open; the others (session, providers, log) are not needed and stay shut. */
const OPEN: Readonly<Record<string, readonly string[]>> = { GET: ["csrf"], POST: ["callback/credentials", "signout"] };
/** A password of 1,024 characters, an address and a token, percent-encoded, fit easily. */
const BODY_BYTES_MAX = 32_768;

/** Not JSON: the library throws at one that is broken, or is not an object. */
const FORM = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** What Next.js hands a catch-all route. */
export interface AuthRouteSegment {
  readonly params: Promise<{ readonly nextauth: string[] }>;
}

/**
 * Answers sign-in and sign-out by next-auth, behind our own door: only the calls we use, only from our own pages, only small bodies. Query
 * parameters never reach the library, whose answer to an odd one is a 500.
 */
export async function answerAuth(ctx: Context, secret: string, request: Request, segment: AuthRouteSegment): Promise<Response> {
  const { nextauth } = await segment.params;
  const call = nextauth.join("/");
  if (OPEN[request.method]?.includes(call) !== true) return refusal("not_found", "there is no such call");
  if (hasOddReturnCookie(request)) return refusal("invalid_header", "a cookie of this site is damaged: clear the site's cookies");
  if (request.method === "POST" && !FORM.test(request.headers.get("content-type") ?? "")) {
    return refusal("unsupported_media_type", "send the fields of the form as application/x-www-form-urlencoded");
  }
  const bare = await readBounded(request);
  if (bare === null) return refusal("payload_too_large", "an address and a password are shorter than this");
  try {
    if (request.method !== "GET") requireSameOrigin(request.headers, ctx.baseUrl);
    const answer = await handler(ctx, secret)(bare, segment);
    return (await saysForged(answer)) ? refusal("cross_site", "the form has grown old: load the page again") : answer;
  } catch (error) {
    if (isAppError(error)) return refusal(error.code, error.detail);
    ctx.log.error({ err: error }, "the sign-in route failed");
    return refusal("internal", "signing in is not possible now: try again in a moment");
  }
}

function handler(ctx: Context, secret: string): (request: NextRequest, segment: AuthRouteSegment) => Promise<Response> {
  const made: unknown = NextAuth(authOptions(ctx, secret));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the library types its handler as `any`
  return made as (request: NextRequest, segment: AuthRouteSegment) => Promise<Response>;
}

/** The same request without its query and with its whole body read; null when that is too large. */
async function readBounded(request: Request): Promise<NextRequest | null> {
  const { origin, pathname } = new URL(request.url);
  const url = new URL(pathname, origin);
  const { method, headers } = request;
  if (request.body === null) return new NextRequest(url, { method, headers });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > BODY_BYTES_MAX) return null;
    chunks.push(chunk);
  }
  return new NextRequest(url, { method, headers, body: Buffer.concat(chunks) });
}

/** The library answers 200 and a way back when the token of the form does not fit its cookie; to a script that reads as success. */
async function saysForged(answer: Response): Promise<boolean> {
  if (answer.headers.get("location")?.includes("csrf=true") === true) return true;
  return answer.status === 200 && /[?&]csrf=true/.test(await answer.clone().text());
}

/** The library answers 500 when its own cookie holds something other than a web address. */
function hasOddReturnCookie(request: Request): boolean {
  const value = /countersign\.return=([^;]*)/.exec(request.headers.get("cookie") ?? "")?.[1] ?? "";
  return value !== "" && !/^https?(:|%3A)/i.test(value.trim());
}

function refusal(code: ErrorCode, detail: string): Response {
  const { status, title, retryable } = ERROR_CODES[code];
  return Response.json(
    { type: `/docs/api#${code}`, title, status, detail, code },
    {
      status,
      headers: {
        "content-type": "application/problem+json; charset=utf-8",
        "cache-control": "no-store",
        ...(retryable ? { "retry-after": "5" } : {}),
      },
    },
  );
}
