import { describe, expect, test } from "vitest";

import { ENDPOINTS } from "../../../lib/contract/endpoints";
import { DOORS, anApi, verdictOf } from "../api-under-test";

/** Ways in which another site's page can make a browser send a person's cookie (design: trust P9). */
const FOREIGN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "without Origin": { origin: "" },
  "from a sandboxed page": { origin: "null" },
  "from another site": { origin: "https://evil.example" },
  "from a sub-domain": { origin: "http://x.127.0.0.1:4100" },
  "from another port": { origin: "http://127.0.0.1:4101" },
  "from the same name over https": { origin: "https://127.0.0.1:4100" },
  "from a name that begins alike": { origin: "http://127.0.0.1:4100.evil.example" },
  "with a path in Origin": { origin: "http://127.0.0.1:4100/" },
  "from two origins": { origin: "http://127.0.0.1:4100, https://evil.example" },
  "when the browser says cross-site": { "sec-fetch-site": "cross-site" },
  "when the browser says same-site": { "sec-fetch-site": "same-site" },
  "typed into the address bar": { "sec-fetch-site": "none" },
};

describe.each(DOORS)("at %s", (door) => {
  test("no change is made for another site, however it asks", async () => {
    const api = await anApi(door);
    const person = await api.person("admin");
    for (const { id, path } of ENDPOINTS.filter(({ who, method }) => who === "person" && method === "POST")) {
      for (const [how, headers] of Object.entries(FOREIGN)) {
        expect(await verdictOf(await api.send(path, { person, json: {}, headers })), `${id} ${how}`).toBe("403 cross_site");
      }
      const form = { "content-type": "text/plain" };
      expect(await verdictOf(await api.send(path, { person, body: "{}", headers: form }))).toBe("415 unsupported_media_type");
    }
  });

  test("a page of this dashboard is let through", async () => {
    const api = await anApi(door);
    const person = await api.person("admin");
    for (const headers of [{}, { "sec-fetch-site": "same-origin" }]) {
      expect(await verdictOf(await api.send("/people/undo", { person, json: {}, headers }))).toBe("400 invalid_request");
    }
  });

  test("another site reads nothing either", async () => {
    const api = await anApi(door);
    const person = await api.person("admin");
    const headers = { "sec-fetch-site": "cross-site" };
    expect(await verdictOf(await api.send("/people/queue", { person, headers }))).toBe("403 cross_site");
    expect(await verdictOf(await api.send("/people/queue", { person, headers: { "sec-fetch-site": "same-origin" } }))).toBe(
      "200 ok",
    );
  });

  test("over https the browser's own word is required", async () => {
    const api = await anApi(door);
    const person = await api.person("admin");
    Object.assign(api.ctx, { baseUrl: "https://countersign.example" });
    const secure = { cookie: person.cookie.replace("countersign.session", "__Host-countersign.session") };
    const verdict = async (headers: Record<string, string>): Promise<string> =>
      verdictOf(await api.send("/people/undo", { person, json: {}, headers: { ...secure, ...headers } }));
    const origin = "https://countersign.example";
    expect(await verdict({ origin })).toBe("403 cross_site");
    expect(await verdict({ origin, "sec-fetch-site": "same-origin" })).toBe("400 invalid_request");
    expect(await verdict({ origin: "http://countersign.example", "sec-fetch-site": "same-origin" })).toBe("403 cross_site");
  });
});
