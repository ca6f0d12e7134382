import { decode, encode } from "next-auth/jwt";

import type { PersonId, SessionId } from "../domain/ids";
import { isId } from "../domain/ids";
import { SESSION_MS } from "../services/settings/session-lifetime";

/** `__Host-` where the browser accepts it: bound to this host, to https and to the whole site (RFC 6265bis §4.1.3.2). */
export function sessionCookieName(baseUrl: string): string {
  return isSecure(baseUrl) ? "__Host-countersign.session" : "countersign.session";
}

/** True when people open the dashboard over https. */
export function isSecure(baseUrl: string): boolean {
  return baseUrl.startsWith("https:");
}

/** All that the cookie says: whether it still holds is looked up in the database on every request. */
export interface SessionClaim {
  readonly personId: PersonId;
  readonly sessionId: SessionId;
}

/** The cookie's value: an encrypted token (JWE, A256GCM) with the two ids and an end. */
export function sealSession(claim: SessionClaim, secret: string): Promise<string> {
  return encode({ token: { sub: claim.personId, sid: claim.sessionId }, secret, maxAge: SESSION_MS / 1000 });
}

/** The ids in a `Cookie` header's session cookie, or null when it is absent, forged, ended or sealed with another secret. */
export async function openSession(cookieHeader: string | null, name: string, secret: string): Promise<SessionClaim | null> {
  const token = cookieHeader === null ? null : cookieValue(cookieHeader, name);
  if (token === null || token.length > 4096) return null;
  try {
    return claimOf(await decode({ token, secret }));
  } catch {
    // The library throws for every token that it cannot open; to us each is the same: not signed in.
    return null;
  }
}

/** The ids in an opened token, or null when they are not ids. */
export function claimOf(token: Readonly<Record<string, unknown>> | null): SessionClaim | null {
  const personId = token?.["sub"];
  const sessionId = token?.["sid"];
  if (typeof personId !== "string" || typeof sessionId !== "string") return null;
  return isId("person", personId) && isId("session", sessionId) ? { personId, sessionId } : null;
}

function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const [key, value] = [pair.slice(0, pair.indexOf("=")).trim(), pair.slice(pair.indexOf("=") + 1).trim()];
    if (key === name && pair.includes("=")) return value;
  }
  return null;
}
