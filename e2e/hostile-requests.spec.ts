import { request } from "@playwright/test";
import * as z from "zod";

import { sessionCookieName } from "../lib/auth/session-cookie";
import { aNote } from "./desk";
import { expect, signIn, test } from "./fixtures";
import { PASSWORD, emailOf } from "./test-server";

/** What next-auth answers, as it documents. */
const Csrf = z.object({ csrfToken: z.string() });
const GoesOn = z.object({ url: z.string() });

/** A word that stands on the desk and must not reach anybody who has not signed in. */
const CANARY = "Canary Holdings";
const SCREENS = ["/queue", "/focus", "/history", "/compose", "/policy", "/agents", "/people", "/ledger", "/account"];
const ELSEWHERE = [
  "//evil.example",
  "/\\evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "\\\\evil.example",
  "/%09/evil.example",
];

test("every answer forbids framing, errors and what the framework answers by itself included", async ({ server }) => {
  const client = await request.newContext({ baseURL: server.url });
  const paths = [
    "/",
    "/sign-in",
    "/setup",
    "/nothing",
    "/docs/api",
    "/_next/image?url=%2Fx.png&w=64&q=75",
    "/_next/static/nothing.js",
  ];
  for (const path of [...paths, ...SCREENS, "/icon.svg", "/api/auth/csrf", "/api/auth/nothing", "/api/v1/nothing", "/%E0%A4%A"]) {
    for (const method of ["GET", "HEAD", "POST", "PUT", "OPTIONS"]) {
      const answer = await client.fetch(path, { method, maxRedirects: 0 });
      const headers = answer.headers();
      expect(headers["x-frame-options"], `${method} ${path}`).toBe("DENY");
      expect(headers["content-security-policy"], `${method} ${path}`).toContain("frame-ancestors 'none'");
      expect(headers["cross-origin-opener-policy"], `${method} ${path}`).toBe("same-origin");
      expect(headers["x-powered-by"], `${method} ${path}`).toBeUndefined();
      expect(answer.status(), `${method} ${path}`).toBeLessThan(500);
    }
  }
  expect((await client.get("/_next/image?url=%2Ficon.svg&w=64&q=75")).status()).toBe(404);
  // What is too long to be read is refused before any of it is believed, and the next request is answered.
  for (const path of ["/queue", "/api/v1/health/live"]) {
    for (const headers of [{ "x-long": "x".repeat(16_384) }, { cookie: `a=${"x".repeat(20_000)}` }]) {
      const refused = await client.get(path, { headers, maxRedirects: 0 });
      expect(refused.status(), path).toBe(431);
      expect(refused.headers()["content-type"], path).toContain("application/problem+json");
      expect(refused.headers()["x-frame-options"], path).toBe("DENY");
    }
  }
  expect((await client.get("/api/v1/health/live", { headers: { "x-long": "x".repeat(15_000) } })).status()).toBe(200);
  await client.dispose();
});

test("no header that the framework acts on between its own parts shows a screen to a stranger", async ({
  agent,
  server,
  sessionOf,
}) => {
  const { id } = await agent.propose(aNote(CANARY));
  const insider = await request.newContext({ baseURL: server.url, storageState: await sessionOf("reviewer") });
  expect(await (await insider.get(`/proposals/${id}`)).text()).toContain(CANARY);
  await insider.dispose();
  const client = await request.newContext({ baseURL: server.url });
  const variants: readonly Record<string, string>[] = [
    {},
    { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
    { "x-middleware-subrequest": "src/middleware:src/middleware:src/middleware:src/middleware:src/middleware" },
    { "x-middleware-rewrite": "/queue", "x-nextjs-data": "1" },
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-segment-prefetch": "/_tree" },
    { "x-matched-path": "/queue", "x-now-route-matches": "1=queue" },
    { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    { cookie: "next-auth.session-token=x; __Host-next-auth.session-token=y" },
  ];
  for (const headers of variants) {
    for (const path of [
      ...SCREENS,
      `/proposals/${id}`,
      `/queue?open=${id}`,
      `/queue.rsc`,
      `/proposals/${id}.rsc`,
      "/queue?_rsc=1",
    ]) {
      const answer = await client.get(path, { headers, maxRedirects: 0 });
      const where = `${path} ${JSON.stringify(headers)}`;
      expect(await answer.text(), where).not.toContain(CANARY);
      expect(answer.headers()["location"] ?? server.url, where).not.toContain("evil.example");
      expect(answer.status(), where).toBeLessThan(500);
    }
  }
  await client.dispose();
  await agent.withdraw(id);
});

test("signing in leads to no other site, whatever address it was asked to go on to", async ({ server, sessionOf }) => {
  const here = new URL(server.url).host;
  const state = await sessionOf("admin");
  const signedIn = await request.newContext({ baseURL: server.url, storageState: state });
  const stranger = await request.newContext({ baseURL: server.url, extraHTTPHeaders: { origin: server.url } });
  for (const callbackUrl of ELSEWHERE) {
    const query = `callbackUrl=${encodeURIComponent(callbackUrl)}`;
    for (const client of [signedIn, stranger]) {
      for (const path of [
        `/sign-in?${query}`,
        `/api/auth/signin?${query}`,
        `/api/auth/signout?${query}`,
        `/api/auth/error?${query}`,
      ]) {
        const location = (await client.get(path, { maxRedirects: 0 })).headers()["location"];
        expect(new URL(location ?? "/", server.url).host, path).toBe(here);
      }
    }
    const { csrfToken } = Csrf.parse(await (await stranger.get("/api/auth/csrf")).json());
    const form = { email: emailOf("admin"), password: PASSWORD, csrfToken, callbackUrl, json: "true" };
    const answer = await stranger.post("/api/auth/callback/credentials", { form });
    const { url } = GoesOn.parse(await answer.json());
    expect(new URL(url, server.url).host, callbackUrl).toBe(here);
    expect(new URL(url, server.url).protocol, callbackUrl).toBe("http:");
  }
  await signedIn.dispose();
  await stranger.dispose();
});

test("signing in makes a session of its own: one that was planted before stays worth nothing", async ({ server }) => {
  const [first, second] = [
    await signIn(server.url, emailOf("auditor"), PASSWORD),
    await signIn(server.url, emailOf("auditor"), PASSWORD),
  ];
  const tokenOf = (state: typeof first) => state.cookies.find(({ name }) => name === sessionCookieName(server.url));
  const [planted, own] = [tokenOf(first), tokenOf(second)];
  expect(planted?.value).not.toBe(own?.value);
  for (const cookie of [planted, own]) expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  const client = await request.newContext({ baseURL: server.url });
  const name = planted?.name ?? "";
  const verdict = async (value: string) =>
    (await client.get("/api/v1/people/queue", { headers: { cookie: `${name}=${value}` } })).status();
  expect(await verdict("planted")).toBe(401);
  expect(await verdict((own?.value ?? "").slice(0, -2))).toBe(401);
  expect(await verdict(own?.value ?? "")).toBe(200);
  await client.dispose();
});
