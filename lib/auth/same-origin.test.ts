import { describe, expect, it } from "vitest";

import { requireSameOrigin } from "./same-origin";

const HTTPS = "https://countersign.example";
const LOOPBACK = "http://127.0.0.1:4100";
const OTHER_NAME = { origin: "http://localhost:4100", host: "localhost:4100", "sec-fetch-site": "same-origin" };

function verdict(baseUrl: string, sent: Readonly<Record<string, string>>): string {
  try {
    requireSameOrigin(new Headers(sent), baseUrl);
    return "accepted";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : "crashed";
  }
}

describe("a change that rides on a cookie", () => {
  it.each([
    ["from our own page", HTTPS, { origin: HTTPS, "sec-fetch-site": "same-origin" }],
    ["from our own page on this machine", LOOPBACK, { origin: LOOPBACK, "sec-fetch-site": "same-origin" }],
    ["from our own page, plain http, no fetch metadata", LOOPBACK, { origin: LOOPBACK }],
    ["from another name of this machine that the page was loaded under", LOOPBACK, OTHER_NAME],
  ])("is accepted %s", (_, baseUrl, sent) => {
    expect(verdict(baseUrl, sent)).toBe("accepted");
  });

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ["without an origin", HTTPS, { "sec-fetch-site": "same-origin" }],
    ["without fetch metadata over https", HTTPS, { origin: HTTPS }],
    ["without either", LOOPBACK, {}],
    ["from a null origin", HTTPS, { origin: "null", "sec-fetch-site": "cross-site" }],
    ["from another site", HTTPS, { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
    ["from a sub-domain", HTTPS, { origin: "https://blog.countersign.example", "sec-fetch-site": "same-site" }],
    ["from our host over plain http", HTTPS, { origin: "http://countersign.example", "sec-fetch-site": "cross-site" }],
    ["from our host on another port", HTTPS, { origin: `${HTTPS}:8443`, "sec-fetch-site": "same-site" }],
    ["from a host that only begins like ours", HTTPS, { origin: `${HTTPS}.evil.example`, "sec-fetch-site": "same-origin" }],
    ["with our origin but another site's metadata", HTTPS, { origin: HTTPS, "sec-fetch-site": "cross-site" }],
    ["typed into the address bar", HTTPS, { origin: HTTPS, "sec-fetch-site": "none" }],
    ["from another name of this machine", LOOPBACK, { ...OTHER_NAME, host: "127.0.0.1:4100" }],
    ["from another port of this machine", LOOPBACK, { origin: "http://localhost:4200", host: "localhost:4200" }],
    ["from this machine to another host", HTTPS, { ...OTHER_NAME }],
  ])("is refused %s", (_, baseUrl, sent) => {
    expect(verdict(baseUrl, sent)).toBe("cross_site");
  });
});
