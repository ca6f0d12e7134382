import { describe, expect, it } from "vitest";

import { aContext } from "../../test/context";
import { answerAuth } from "./auth-route";

const SECRET = "a secret of thirty-two characters";
const FORM = "application/x-www-form-urlencoded";

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The status and code of the answer to a request that must not get as far as the library. */
async function refused({ method = "POST", path, headers = {}, body }: Sent): Promise<string> {
  const ctx = await aContext();
  const before = await ctx.store.read.ledgerHead();
  const own = { origin: ctx.baseUrl, "content-type": FORM, ...headers };
  const request = new Request(`${ctx.baseUrl}/api/auth/${path}`, {
    method,
    headers: own,
    ...(body === undefined ? {} : { body }),
  });
  const nextauth = new URL(request.url).pathname.split("/").slice(3);
  const answer = await answerAuth(ctx, SECRET, request, { params: Promise.resolve({ nextauth }) });
  const problem: unknown = await answer.json();
  expect(problem).toMatchObject({ status: answer.status });
  expect(await ctx.store.read.ledgerHead()).toEqual(before);
  return typeof problem === "object" && problem !== null && "code" in problem ? `${answer.status} ${String(problem.code)}` : "";
}

describe("the sign-in door", () => {
  it.each<[string, Sent]>([
    ["the session call", { method: "GET", path: "session" }],
    ["the list of providers", { method: "GET", path: "providers" }],
    ["the library's own pages", { method: "GET", path: "signin" }],
    ["the library's own error page", { method: "GET", path: "error?error=x" }],
    ["the library's log", { path: "_log", body: "level=error" }],
    ["signing in by GET", { method: "GET", path: "callback/credentials?email=a&password=b" }],
    ["signing out by GET", { method: "GET", path: "signout" }],
    ["another provider", { path: "callback/google" }],
    ["a longer path", { path: "callback/credentials/x" }],
  ])("does not open to %s", async (_, sent) => {
    expect(await refused(sent)).toBe("404 not_found");
  });

  it.each<[string, Sent]>([
    ["JSON", { path: "callback/credentials", headers: { "content-type": "application/json" }, body: "{" }],
    ["JSON as another type", { path: "signout", headers: { "content-type": "text/plain" }, body: "{}" }],
    ["a form with files", { path: "signout", headers: { "content-type": "multipart/form-data; boundary=x" }, body: "--x--" }],
    ["a type that only begins like a form", { path: "signout", headers: { "content-type": `${FORM}x` }, body: "a=b" }],
  ])("takes forms and not %s", async (_, sent) => {
    expect(await refused(sent)).toBe("415 unsupported_media_type");
  });

  it("takes no password of a megabyte", async () => {
    const body = `email=a&password=${"x".repeat(1_000_000)}`;
    expect(await refused({ path: "callback/credentials", body })).toBe("413 payload_too_large");
  });

  it("takes no form from another site, with or without its name", async () => {
    const body = "email=a&password=b";
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }]) {
      expect(await refused({ path: "callback/credentials", headers, body })).toBe("403 cross_site");
      expect(await refused({ path: "signout", headers, body })).toBe("403 cross_site");
    }
  });

  it("answers a damaged cookie with a refusal and not with a failure", async () => {
    const headers = { cookie: "countersign.return=javascript%3Aalert(1)" };
    expect(await refused({ method: "GET", path: "csrf", headers })).toBe("400 invalid_header");
  });
});
