import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";

import { LIMITS } from "../../lib/contract/proposal";
import { numberedId } from "../builders";
import type { ApiUnderTest, SendOptions, TestAgent } from "./api-under-test";
import { DOORS, aRefund, anApi, problemOf, verdictOf } from "./api-under-test";

const SOUND = JSON.stringify(aRefund());
const withArguments = (text: string): string => `{"action":{"name":"x.y","arguments":${text}}}`;
const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
const sha256 = (text: string): string => `sha-256=:${createHash("sha256").update(text).digest("base64")}:`;

/** Bodies that no call takes, and what each is refused with (design: trust §9). */
const BODIES: Readonly<Record<string, readonly [body: string | Uint8Array<ArrayBuffer>, verdict: string]>> = {
  empty: ["", "400 invalid_json"],
  spaces: [" \n\t ", "400 invalid_json"],
  "a word": ["hello", "400 invalid_json"],
  null: ["null", "400 invalid_request"],
  "a number": ["1", "400 invalid_request"],
  "a string": ['"x"', "400 invalid_request"],
  "an array": ["[]", "400 invalid_request"],
  "cut short": [SOUND.slice(0, -1), "400 invalid_json"],
  "two values": [`${SOUND}${SOUND}`, "400 invalid_json"],
  "a trailing comma": ['{"a":1,}', "400 invalid_json"],
  "a comment": ["{/* hello */}", "400 invalid_json"],
  "a byte order mark": [`\ufeff${SOUND}`, "400 invalid_json"],
  "UTF-16": [Buffer.from(SOUND, "utf16le"), "400 invalid_json"],
  "ill-formed UTF-8": [Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]), "400 invalid_json"],
  "a lone surrogate": [withArguments('{"a":"\\ud800"}'), "400 invalid_json"],
  NUL: [withArguments('{"a":"\\u0000"}'), "400 invalid_json"],
  "a repeated key": [withArguments('{"amount":10,"amount":10000}'), "400 invalid_json"],
  "a repeated key, escaped": [withArguments('{"a":1,"\\u0061":2}'), "400 invalid_json"],
  "the prototype's key": [withArguments('{"__proto__":{"polluted":true}}'), "400 invalid_json"],
  "a constructor": [withArguments('{"constructor":{"prototype":{}}}'), "400 invalid_json"],
  "2^53 + 1": [withArguments('{"a":9007199254740993}'), "400 invalid_json"],
  "1e400": [withArguments('{"a":1e400}'), "400 invalid_json"],
  "-0": [withArguments('{"a":-0}'), "400 invalid_json"],
  NaN: [withArguments('{"a":NaN}'), "400 invalid_json"],
  "33 levels": [withArguments(`{"a":${nested(31)}}`), "400 invalid_json"],
  "100,000 levels": [nested(100_000), "400 invalid_json"],
  "1,001 keys": [
    withArguments(JSON.stringify(Object.fromEntries(Array.from({ length: 1001 }, (_, key) => [`k${String(key)}`, 1])))),
    "400 invalid_json",
  ],
  "a string of 64 kB + 1": [withArguments(JSON.stringify({ a: "x".repeat(65_537) })), "400 invalid_json"],
  "one byte too many": [`"${"x".repeat(LIMITS.bodyBytes - 1)}"`, "413 payload_too_large"],
  "an unknown field": [JSON.stringify({ ...aRefund(), approved: true }), "400 invalid_request"],
};

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
const WRITES = ["/proposals", "/check", "/findings", `/proposals/${ID}/redeem`, `/proposals/${ID}/outcome`];
const PEOPLE_WRITES = ["decide", "undo", "release", "reason", "renew", "later", "lease", "lease/release"];

/** A long body carries its digest, or it is refused for that. */
function options(agent: TestAgent, body: string | Uint8Array<ArrayBuffer>): SendOptions {
  const digest = createHash("sha256").update(body).digest("base64");
  return {
    agent,
    method: "POST",
    body,
    headers: { "content-type": "application/json", "content-digest": `sha-256=:${digest}:` },
  };
}

async function ledgerEnd(api: ApiUnderTest): Promise<number> {
  return (await api.ctx.store.read.ledgerHead()).seq;
}

describe.each(DOORS)("at %s", (door) => {
  test("no bad body gets past the door of any agent's call, and nothing is written", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const before = await ledgerEnd(api);
    for (const path of WRITES) {
      for (const [name, [body, verdict]] of Object.entries(BODIES)) {
        expect(await verdictOf(await api.send(path, options(agent, body))), `${path}: ${name}`).toBe(verdict);
      }
    }
    expect(await ledgerEnd(api)).toBe(before);
    expect({}).not.toHaveProperty("polluted");
  });

  test("no bad body gets past the door of any person's call", async () => {
    const api = await anApi(door);
    const person = await api.person("admin");
    for (const path of PEOPLE_WRITES) {
      for (const [name, [body, verdict]] of Object.entries(BODIES)) {
        const digest = createHash("sha256").update(body).digest("base64");
        const headers = { "content-type": "application/json", "content-digest": `sha-256=:${digest}:` };
        const answer = await api.send(`/people/${path}`, { person, method: "POST", body, headers });
        expect(await verdictOf(answer), `${path}: ${name}`).toBe(verdict);
      }
    }
  });

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
