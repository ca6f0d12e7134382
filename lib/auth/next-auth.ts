import type { AuthOptions, CookieOption } from "next-auth";
import Credentials from "next-auth/providers/credentials";

import { isAppError } from "../services/app-error";
import type { Context } from "../services/context";
import { SESSION_MS } from "../services/settings/session-lifetime";
import type { SignedIn } from "../services/sign-in";
import { signIn } from "../services/sign-in";
import { signOut } from "../services/sign-out";
import { clientAddress } from "./client-address";
import { claimOf, isSecure, sessionCookieName } from "./session-cookie";

declare module "next-auth" {
  interface User {
    sessionId?: string;
  }
}

const SESSION_SECONDS = SESSION_MS / 1000;

/**
 * How next-auth signs people in: by e-mail address and password, into a token that holds two ids and nothing else. The token only names the
 * session; whether it still holds is looked up on every request, because a token by itself cannot be revoked (design: trust A2).
 */
export function authOptions(ctx: Context, secret: string): AuthOptions {
  return {
    secret,
    useSecureCookies: isSecure(ctx.baseUrl),
    cookies: cookies(ctx.baseUrl),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    jwt: { maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: (sent, request) => authorize(ctx, sent, request.headers ?? {}),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => {
        const claim = claimOf({ sub: user.id, sid: user.sessionId }) ?? claimOf(token);
        return claim === null ? {} : { sub: claim.personId, sid: claim.sessionId };
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url }) => ownUrl(url, ctx.baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        const claim = claimOf(token);
        if (claim !== null) await signOut(ctx, claim.sessionId);
      },
    },
    logger: {
      error: (code, metadata) => ctx.log.error({ code, err: errorIn(metadata) }, "sign-in failed in the library"),
      warn: (code) => ctx.log.warn({ code }, "sign-in warned in the library"),
      debug: () => undefined,
    },
  };
}

/** What is thrown here reaches the browser as text: an expected refusal as `code: detail`, anything else as a constant. */
async function authorize(
  ctx: Context,
  sent: Readonly<Record<string, unknown>> | undefined,
  headers: Readonly<Record<string, unknown>>,
): Promise<{ readonly id: string; readonly sessionId: string }> {
  const agent = headers["user-agent"];
  try {
    const { personId, sessionId }: SignedIn = await signIn(ctx, {
      email: text(sent?.["email"]),
      password: text(sent?.["password"]),
      address: clientAddress(headers),
      userAgent: typeof agent === "string" ? agent : null,
    });
    return { id: personId, sessionId };
  } catch (error) {
    if (isAppError(error)) throw error;
    ctx.log.error({ err: error }, "sign-in failed");
    throw new Error("unavailable: signing in is not possible now, try again in a moment", { cause: error });
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/**
 * The address to go on to: always one of ours, so that a link to the sign-in page cannot lead away (`//evil`, `/\evil`, `javascript:`).
 * It is read the way a browser reads it.
 */
export function ownUrl(url: string, baseUrl: string): string {
  const { origin } = new URL(baseUrl);
  if (!URL.canParse(url, origin)) return origin;
  const target = new URL(url, origin);
  return target.origin === origin && target.username === "" && target.password === "" ? target.href : origin;
}

function cookies(baseUrl: string): NonNullable<AuthOptions["cookies"]> {
  const secure = isSecure(baseUrl);
  const prefix = secure ? "__Host-" : "";
  const named = (name: string): CookieOption => ({ name, options: { httpOnly: true, sameSite: "lax", path: "/", secure } });
  return {
    sessionToken: named(sessionCookieName(baseUrl)),
    callbackUrl: named(`${prefix}countersign.return`),
    csrfToken: named(`${prefix}countersign.csrf`),
  };
}

function errorIn(metadata: unknown): unknown {
  return metadata instanceof Error ? metadata.message : typeof metadata;
}
