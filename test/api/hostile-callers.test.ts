import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";

import { apiListener } from "../../lib/api/node-listener";
import { ProposalPage } from "../../lib/contract/proposal";
import { createKey } from "../../lib/services/keys/create-key";
import { revokeKey } from "../../lib/services/keys/revoke-key";
import { rotateKey } from "../../lib/services/keys/rotate-key";
import { COMMAND_LINE } from "../context";
import type { ApiUnderTest, TestAgent } from "./api-under-test";
import { DOORS, anApi, jsonOf, problemOf, proposed, verdictOf } from "./api-under-test";

const DAY_MS = 24 * 60 * 60_000;

/** What stands in `Authorization` and lets nobody in, made from a key that would (design: trust §9). */
const NO_CREDENTIALS: Readonly<Record<string, (key: string) => string>> = {
  "nothing at all": () => "",
  "the scheme alone": () => "Bearer",
  "the key alone": (key) => key,
  "another scheme": (key) => `Basic ${key}`,
  "the key as a password": (key) => `Basic ${Buffer.from(`agent:${key}`).toString("base64")}`,
  "one character less": (key) => `Bearer ${key.slice(0, -1)}`,
  "one character more": (key) => `Bearer ${key}0`,
  "a wrong checksum": (key) => `Bearer ${key.slice(0, -1)}${key.endsWith("0") ? "1" : "0"}`,
  "a changed secret": (key) => `Bearer ${key.slice(0, 12)}${key.charAt(12) === "0" ? "1" : "0"}${key.slice(13)}`,
  "other letters": (key) => `Bearer ${key.toUpperCase()}`,
  "another product's prefix": (key) => `Bearer ${key.replace("cs_live_", "sk_live_")}`,
  "no prefix": (key) => `Bearer ${key.replace("cs_live_", "")}`,
  "the prefix that lists show": (key) => `Bearer ${key.slice(0, 12)}`,
  "the key twice": (key) => `Bearer ${key} ${key}`,
  "two credentials in one header": (key) => `Bearer ${key}, Bearer ${key}`,
  "a list, as a doubled header arrives": (key) => `Bearer ${key},Bearer nobody`,
  "a quoted key": (key) => `Bearer "${key}"`,
  "a word of SQL": () => "Bearer ' or 1=1 --",
  "a very long one": (key) => `Bearer ${key.repeat(40)}`,
};

/** A cursor, changed. */
const FORGED: Readonly<Record<string, (cursor: string) => string>> = {
  "made up": () => "AAAA.AAAAAAAAAAAAAAAAAAAAAA",
  "without its tag": (cursor) => cursor.split(".")[0] ?? "",
  "with another tag": (cursor) => `${cursor.slice(0, -22)}${"A".repeat(22)}`,
  "with another place": (cursor) => `${Buffer.from('[0,1,"prp_x"]').toString("base64url")}${cursor.slice(-23)}`,
  "cut short": (cursor) => cursor.slice(0, -1),
  "with more behind it": (cursor) => `${cursor}A`,
  "as a number": () => "50",
  "as JSON": () => '{"offset":50}',
  "of spaces": () => "%20",
  "of NUL": () => "%00",
  "of 10 kB": () => "A".repeat(10_000),
};

async function listVerdict(api: ApiUnderTest, query: string, agent: TestAgent): Promise<string> {
  return verdictOf(await api.send(`/proposals?${query}`, { agent }));
}

describe.each(DOORS)("at %s", (door) => {
  test("whatever is not a whole, living key is no credential, and is not repeated in the answer", async () => {
    const api = await anApi(door);
    const { key } = await api.agent();
    for (const [name, forge] of Object.entries(NO_CREDENTIALS)) {
      const authorization = forge(key);
      const answer = await api.send("/proposals", { headers: { authorization } });
      expect(answer.headers.get("www-authenticate"), name).toMatch(/^Bearer/);
      const text = await answer.clone().text();
      expect(await verdictOf(answer), name).toBe("401 unauthenticated");
      expect(text, name).not.toContain(key.slice(8, 30));
    }
    expect((await api.send("/proposals", { headers: { authorization: `bearer   ${key}` } })).status).toBe(200);
  });

  test("a key ends with its day, with its revocation and with the overlap of its rotation, and says which to nobody else", async () => {
    const api = await anApi(door);
    const { agentId } = await api.agent();
    const made = () => createKey(api.ctx, COMMAND_LINE, { agentId, label: "test", expiresInDays: 1 });
    const detailOf = async (secret: string): Promise<string> => {
      const answer = await api.send("/proposals", { headers: { authorization: `Bearer ${secret}` } });
      return answer.ok ? "let in" : (await problemOf(answer)).detail;
    };
    const [expiring, revoked, rotated] = [await made(), await made(), await made()];
    const next = await rotateKey(api.ctx, COMMAND_LINE, { keyId: rotated.key.id, overlapHours: 1 });
    expect(await Promise.all([expiring, revoked, rotated, next].map(({ secret }) => detailOf(secret)))).toEqual(
      Array(4).fill("let in"),
    );
    await revokeKey(api.ctx, COMMAND_LINE, { keyId: revoked.key.id });
    expect(await detailOf(revoked.secret)).toMatch(/revoked/);
    api.ctx.pass(60 * 60_000);
    expect(await detailOf(rotated.secret)).not.toBe("let in");
    expect(await detailOf(next.secret)).toBe("let in");
    api.ctx.pass(DAY_MS);
    expect(await detailOf(expiring.secret)).toMatch(/expired/);
  });

  test("a cursor is good unchanged, for the list and the caller that it was given to", async () => {
    const api = await anApi(door);
    const [agent, other] = [await api.agent(), await api.agent()];
    for (const caller of [agent, agent, other, other]) await proposed(api, caller);
    const first = await jsonOf(await api.send("/proposals?limit=1", { agent }), ProposalPage);
    const cursor = first.next ?? "";
    expect(await listVerdict(api, `limit=1&cursor=${cursor}`, agent)).toBe("200 ok");
    expect(await listVerdict(api, `cursor=${cursor}`, other)).toBe("400 invalid_cursor");
    expect(await listVerdict(api, `status=pending&cursor=${cursor}`, agent)).toBe("400 invalid_cursor");
    expect(await listVerdict(api, `run=1&cursor=${cursor}`, agent)).toBe("400 invalid_cursor");
    for (const [name, forge] of Object.entries(FORGED)) {
      expect(await listVerdict(api, `cursor=${forge(cursor)}`, agent), name).toMatch(/^400 invalid_(cursor|request)$/);
    }
    const person = await api.person("reviewer");
    expect(await verdictOf(await api.send(`/people/queue?cursor=${cursor}`, { person }))).toBe("400 invalid_cursor");
    expect(await verdictOf(await api.send(`/people/history?cursor=${cursor}`, { person }))).toBe("400 invalid_cursor");
  });

  test("a query parameter that is repeated is refused, even with the same value", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("reviewer")];
    for (const query of ["limit=1&limit=1", "status=pending&status=pending", "run=a&%72un=b", "limit=1&limit="]) {
      expect(await listVerdict(api, query, agent), query).toBe("400 invalid_request");
    }
    for (const query of ["limit=1&limit=1", "queue=deep&queue=deep"]) {
      expect(await verdictOf(await api.send(`/people/queue?${query}`, { person })), query).toBe("400 invalid_request");
    }
  });

  test("headers that frameworks act on between themselves change nothing", async () => {
    const api = await anApi(door);
    for (const headers of [
      { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
      { rsc: "1", "next-router-prefetch": "1", "next-router-state-tree": "[]" },
      { "next-action": "0".repeat(42) },
      { "x-forwarded-for": "127.0.0.1", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
      { "x-http-method-override": "DELETE", "x-original-url": "/api/v1/health/live", "x-rewrite-url": "/" },
    ]) {
      expect(await verdictOf(await api.send("/proposals", { headers })), JSON.stringify(headers)).toBe("401 unauthenticated");
      const write = await api.send("/people/undo", { json: { proposal: "prp_x" }, headers });
      expect(await verdictOf(write)).toBe("403 cross_site");
    }
  });
});

test("two Authorization headers in one request let nobody in, whichever of them is good", async () => {
  const api = await anApi("the server's door");
  const { key } = await api.agent();
  const port = await listening(api);
  const good = `Authorization: Bearer ${key}`;
  for (const headers of [
    [good, "Authorization: Bearer nobody"],
    ["Authorization: Bearer nobody", good],
    [good, good],
  ]) {
    expect(await rawStatus(port, headers)).toMatch(/^HTTP\/1\.1 (400|401) /);
  }
  expect(await rawStatus(port, [good])).toMatch(/^HTTP\/1\.1 200 /);
});

test("whoever sends too much, and reads no answer before all of it is sent, is told so", async () => {
  const api = await anApi("the server's door");
  const { key } = await api.agent();
  const port = await listening(api);
  const body = Buffer.alloc(4 * 1024 * 1024, "x");
  const chunk = Buffer.concat([Buffer.from(`${body.byteLength.toString(16)}\r\n`), body, Buffer.from("\r\n0\r\n\r\n")]);
  const headers = ["Content-Type: application/json", `Authorization: Bearer ${key}`];
  for (const [length, sent] of [
    [`Content-Length: ${String(body.byteLength)}`, body],
    ["Transfer-Encoding: chunked", chunk],
  ] as const) {
    expect(await statusOnceSent(port, [...headers, length], sent)).toMatch(/^HTTP\/1\.1 413 /);
  }
});

/** The status line of the answer to a POST, of which nothing is read before all of it is sent. */
function statusOnceSent(port: number, headers: readonly string[], body: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let said = "";
    socket.on("error", reject);
    socket.on("close", () => {
      resolve(said.split("\r\n")[0] ?? "");
    });
    const head = ["POST /api/v1/proposals HTTP/1.1", "Host: localhost", ...headers, "Connection: close", "", ""].join("\r\n");
    socket.write(Buffer.concat([Buffer.from(head), body]), () => {
      socket.on("data", (chunk) => (said += chunk.toString("latin1")));
    });
  });
}

async function listening({ api, ctx }: ApiUnderTest): Promise<number> {
  const server = createServer(apiListener(api, ctx.log)).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** The status line of a GET that is written by hand: `fetch` would join what is sent twice. */
function rawStatus(port: number, headers: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let said = "";
    socket.on("error", reject);
    socket.on("data", (chunk) => (said += chunk.toString("latin1")));
    socket.on("close", () => {
      resolve(said.split("\r\n")[0] ?? "");
    });
    socket.write(["GET /api/v1/proposals HTTP/1.1", "Host: localhost", ...headers, "Connection: close", "", ""].join("\r\n"));
  });
}
