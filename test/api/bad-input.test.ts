import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";

import type { Endpoint } from "../../lib/contract/endpoint";
import { ENDPOINTS } from "../../lib/contract/endpoints";
import { LIMITS } from "../../lib/contract/proposal";
import { numberedId } from "../builders";
import type { ApiUnderTest, SendOptions } from "./api-under-test";
import { DOORS, aRefund, anApi, problemOf, verdictOf } from "./api-under-test";
import { SOUND, badBodies } from "./bad-bodies";

/** Proposals that do not fit, and where. */
const MISFITS: Readonly<Record<string, readonly [more: Record<string, unknown>, path: string]>> = {
  "no action": [{ action: undefined }, "/action"],
  "arguments as text": [{ action: { name: "a.b", arguments: "{}" } }, "/action/arguments"],
  "a name with a look-alike": [{ action: { name: "p\u0430yment.refund", arguments: {} } }, "/action/name"],
  "a name with a space": [{ action: { name: "a b", arguments: {} } }, "/action/name"],
  "an id of its own": [{ id: "prp_1" }, ""],
  "a status of its own": [{ status: "approved" }, ""],
  "a risk of its own": [{ risk: "low" }, ""],
  "a kind unknown": [{ kind: "sorcery" }, "/kind"],
  "certainty above 1": [{ confidence: 1.01 }, "/confidence"],
  "certainty as text": [{ confidence: "0.5" }, "/confidence"],
  "an expiry in the past": [{ expiresIn: -1 }, "/expiresIn"],
  "an expiry beyond 30 days": [{ expiresIn: LIMITS.expiresInSeconds + 1 }, "/expiresIn"],
  "an expiry of half a second": [{ expiresIn: 10.5 }, "/expiresIn"],
  "an address that runs": [{ target: { url: "javascript:alert(1)" } }, "/target/url"],
  "too many pieces of evidence": [{ evidence: Array(21).fill({ label: "a", text: "b" }) }, "/evidence"],
  "a title of 301": [{ title: "x".repeat(301) }, "/title"],
  "no decision allowed": [{ decisions: [] }, "/decisions"],
};

const OTHER_MEDIA = [
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/json; charset=latin1",
  "application/json, application/json",
  "application/jsonp",
  "application/x-ndjson",
  "text/json",
];
const JSON_MEDIA = ["application/json", 'application/json; charset="utf-8"', "Application/JSON;charset=UTF-8"];
const QUERIES = [
  "limit=0",
  "limit=101",
  "limit=-1",
  "limit=1e2",
  "limit=%zz",
  "status=held",
  "status=",
  "status=pending,",
  "status=pending&status=approved",
  "cursor=",
  `run=${"%00".repeat(201)}`,
];

const ID: string = numberedId("proposal", 1);
/** Every call that an agent, or a person, posts: a call that is declared later is held to the same. */
const postedBy = (who: Endpoint["who"]): readonly Endpoint[] =>
  ENDPOINTS.filter((endpoint) => endpoint.method === "POST" && endpoint.who === who);

/** What each bad body comes to at a call, and what it should. A call that takes no body reads none: it looks for its proposal and finds none. */
async function refusals(
  api: ApiUnderTest,
  endpoint: Endpoint,
  who: SendOptions,
): Promise<{ readonly got: Readonly<Record<string, string>>; readonly due: Readonly<Record<string, string>> }> {
  const cases = Object.entries(badBodies(endpoint));
  const path = endpoint.path.replace("{id}", ID);
  const got = await Promise.all(
    cases.map(async ([name, [body]]) => [name, await verdictOf(await api.send(path, { ...who, ...posted(body) }))] as const),
  );
  const takesNone = endpoint.body === undefined;
  const due = cases.map(([name, [, verdict]]) => [name, takesNone ? "404 not_found" : verdict] as const);
  return { got: Object.fromEntries(got), due: Object.fromEntries(due) };
}

/** A long body carries its digest, or it is refused for that. */
function posted(body: string | Uint8Array<ArrayBuffer>): SendOptions {
  const digest = createHash("sha256").update(body).digest("base64");
  return {
    method: "POST",
    body,
    headers: { "content-type": "application/json", "content-digest": `sha-256=:${digest}:` },
  };
}

const sha256 = (text: string): string => `sha-256=:${createHash("sha256").update(text).digest("base64")}:`;

async function ledgerEnd(api: ApiUnderTest): Promise<number> {
  return (await api.ctx.store.read.ledgerHead()).seq;
}

describe.each(DOORS)("at %s", (door) => {
  test.each(["agent", "person"] as const)(
    "no bad body gets past the door of any %s's call, and nothing is written",
    async (caller) => {
      const api = await anApi(door);
      const who = caller === "agent" ? { agent: await api.agent() } : { person: await api.person("admin") };
      const before = await ledgerEnd(api);
      for (const endpoint of postedBy(caller)) {
        const { got, due } = await refusals(api, endpoint, who);
        expect(got, endpoint.id).toEqual(due);
      }
      expect(await ledgerEnd(api)).toBe(before);
      expect({}).not.toHaveProperty("polluted");
    },
  );

  test("a proposal that does not fit is refused and told where", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    for (const [name, [more, path]] of Object.entries(MISFITS)) {
      const problem = await problemOf(await api.send("/proposals", { agent, json: { ...aRefund(), ...more } }));
      expect([problem.code, problem.issues?.map((issue) => issue.path)], name).toEqual([
        "invalid_request",
        expect.arrayContaining([path]),
      ]);
    }
  });

  test("a body says that it is JSON in UTF-8, or it is refused", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const verdict = async (type: string): Promise<string> =>
      verdictOf(await api.send("/proposals", { agent, body: SOUND, headers: { "content-type": type } }));
    for (const type of OTHER_MEDIA) expect(await verdict(type), type).toBe("415 unsupported_media_type");
    for (const type of JSON_MEDIA) expect(await verdict(type), type).toBe("201 ok");
  });

  test("an encoded body is refused, whatever is in it", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    for (const encoding of ["gzip", "br", "deflate, gzip"]) {
      const answer = await api.send("/proposals", { agent, body: SOUND, headers: { "content-encoding": encoding } });
      expect(await verdictOf(answer)).toBe("415 unsupported_media_type");
    }
  });

  test("a digest that is sent must fit, and above 64 kB one must be sent", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const long = JSON.stringify(
      aRefund({ evidence: Array.from({ length: 8 }, () => ({ label: "a", text: "x".repeat(9_000) })) }),
    );
    const verdict = async (body: string, digest?: string): Promise<string> =>
      verdictOf(await api.send("/proposals", { agent, body, headers: digest === undefined ? {} : { "content-digest": digest } }));
    expect(await verdict(SOUND, sha256(SOUND))).toBe("201 ok");
    expect(await verdict(SOUND, `sha-512=:AAAA:, ${sha256(SOUND)}`)).toBe("400 digest_mismatch");
    expect(await verdict(SOUND, sha256(`${SOUND} `))).toBe("400 digest_mismatch");
    expect(await verdict(SOUND, "md5=:AAAA:")).toBe("400 invalid_header");
    expect(await verdict(SOUND, "nonsense")).toBe("400 invalid_header");
    expect(await verdict(long)).toBe("400 invalid_header");
    expect(await verdict(long, sha256(long))).toBe("201 ok");
  });

  test("an Idempotency-Key is 1 to 255 visible ASCII characters", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const verdict = async (key: string): Promise<string> =>
      verdictOf(await api.send("/proposals", { agent, json: aRefund(), headers: { "idempotency-key": key } }));
    for (const key of ["", "x".repeat(256), "a b", "k\u00e9y"]) expect(await verdict(key), key).toBe("400 invalid_header");
    for (const key of ["x".repeat(255), "!~"]) expect(await verdict(key), key).toBe("201 ok");
  });

  test("a wait that is not whole seconds is refused, and an endless one is capped", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    for (const wait of ["-1", "1.5", "soon", "", "1e9", "0x10", "99999999999"]) {
      for (const [path, more] of [
        ["/proposals", { json: aRefund() }],
        [`/proposals/${ID}`, {}],
      ] as const) {
        const answer = await api.send(path, { agent, headers: { prefer: `wait=${wait}` }, ...more });
        expect(await verdictOf(answer), wait).toBe("400 invalid_header");
      }
    }
    expect(await verdictOf(await api.send(`/proposals/${ID}`, { agent, headers: { prefer: "wait=999999999" } }))).toBe(
      "404 not_found",
    );
    const other = await api.send("/proposals", {
      agent,
      json: aRefund(),
      headers: { prefer: "respond-async, handling=lenient" },
    });
    expect(await verdictOf(other)).toBe("201 ok");
  });

  test("a Last-Event-ID that this server cannot have sent is refused", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    for (const id of ["x", "-1", "1.5", "1e3", "9".repeat(16), "999999"]) {
      expect(await verdictOf(await api.send("/events", { agent, headers: { "last-event-id": id } })), id).toBe(
        "400 invalid_cursor",
      );
    }
  });

  test("a list is refused for a query that does not fit", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    for (const query of QUERIES) {
      expect(await verdictOf(await api.send(`/proposals?${query}`, { agent })), query).toBe("400 invalid_request");
    }
  });

  test("an id that is none is not found", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    for (const id of ["%00", "prp_", "..%2f..%2fx", "%F0%9F", "x".repeat(4000), "prp_%3Cscript%3E", ID.toUpperCase()]) {
      expect(await verdictOf(await api.send(`/proposals/${id}`, { agent })), id).toBe("404 not_found");
    }
  });
});
