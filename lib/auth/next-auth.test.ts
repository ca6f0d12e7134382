import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { aContext } from "../../test/context";
import { authOptions, ownUrl } from "./next-auth";

const BASE = "https://countersign.example";

describe("the address to go on to after signing in", () => {
  it.each([
    ["/queue", `${BASE}/queue`],
    ["https:evil.example", `${BASE}/evil.example`],
    ["queue?x=1#y", `${BASE}/queue?x=1#y`],
    [`${BASE}/proposals/prp_1`, `${BASE}/proposals/prp_1`],
  ])("may be %s", (url, target) => {
    expect(ownUrl(url, BASE)).toBe(target);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "http://countersign.example/queue",
    "https://countersign.example.evil.example/",
    "https://countersign.example@evil.example/",
    "https://user:word@countersign.example/",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "/\t/evil.example",
    "https://[",
  ])("is our own front page for %s", (url) => {
    expect(ownUrl(url, BASE)).toBe(BASE);
  });

  it("is always one of ours, as a browser reads it", () => {
    const hostile = fc.oneof(fc.webUrl(), fc.string(), fc.string({ unit: fc.constantFrom("/", "\\", ":", "@", ".", "\t", "e") }));
    fc.assert(
      fc.property(hostile, (url) => {
        expect(new URL(ownUrl(url, BASE), "https://elsewhere.example").origin).toBe(BASE);
      }),
    );
  });
});

describe("the token in the cookie", () => {
  it("holds two ids and nothing of the person", async () => {
    const ctx = await aContext();
    const { callbacks } = authOptions(ctx, "a secret of thirty-two characters");
    const [id, sessionId] = [ctx.newId("person"), ctx.newId("session")];
    const user = { id, sessionId, name: "Ada", email: "ada@example.com" };
    const token = { name: "Ada", email: "ada@example.com", sub: id };
    expect(await callbacks?.jwt?.({ token, user, account: null })).toEqual({ sub: id, sid: sessionId });
  });

  it("cookies are out of reach of scripts and of other sites, and bound to the host over https", async () => {
    const ctx = { ...(await aContext()), baseUrl: BASE };
    const { cookies, useSecureCookies } = authOptions(ctx, "a secret of thirty-two characters");
    expect(useSecureCookies).toBe(true);
    for (const cookie of Object.values(cookies ?? {})) {
      expect(cookie.name).toMatch(/^__Host-countersign\./);
      expect(cookie.options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: true });
    }
  });
});
