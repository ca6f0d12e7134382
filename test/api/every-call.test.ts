import { describe, expect, test } from "vitest";

import { ROUTES } from "../../lib/api/create-api";
import type { Endpoint } from "../../lib/contract/endpoint";
import { ENDPOINTS } from "../../lib/contract/endpoints";
import { DEFAULT_POLICY } from "../../lib/domain/policy/default-policy";
import { can } from "../../lib/domain/permissions";
import { numberedId } from "../builders";
import { DOORS, aRefund, anApi, approved, problemOf, proposed, verdictOf } from "./api-under-test";
import type { ApiUnderTest } from "./api-under-test";

const SAFE_HEADERS = {
  "x-frame-options": "DENY",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
} as const;

function pathOf(endpoint: Endpoint, id: string = numberedId("proposal", 1)): string {
  return `${endpoint.path.replace("{id}", id)}${queryOf(endpoint.id, id)}`;
}

/** Of the readings that must be asked for something. */
function queryOf(endpointId: string, id: string): string {
  if (endpointId === "readPastLines") return `?ids=${id}`;
  return endpointId === "readPolicyShadow" ? "?draft=Kept" : "";
}

/** A body that fits, or nothing: enough to get past the door. */
function anyBody(endpoint: Endpoint): { json?: unknown } {
  return endpoint.method === "POST" ? { json: {} } : {};
}

async function head(api: ApiUnderTest): Promise<number> {
  return (await api.ctx.store.read.ledgerHead()).seq;
}

test("every declared call is carried out by exactly one route", () => {
  expect(ROUTES.map((route) => route.endpoint.id).sort()).toEqual(ENDPOINTS.map((endpoint) => endpoint.id).sort());
});

describe.each(DOORS)("at %s", (door) => {
  test("every call that needs somebody refuses an anonymous one, and one with the other side's credential", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("admin")];
    const verdicts: Record<string, string[]> = {};
    for (const endpoint of ENDPOINTS.filter(({ who }) => who === "agent" || who === "person")) {
      const other = endpoint.who === "agent" ? { person } : { agent, headers: { origin: api.ctx.baseUrl } };
      verdicts[endpoint.id] = await Promise.all(
        [{ headers: { origin: api.ctx.baseUrl } }, other].map(async (credential) =>
          verdictOf(await api.send(pathOf(endpoint), { ...anyBody(endpoint), ...credential })),
        ),
      );
    }
    expect(new Set(Object.values(verdicts).flat()), JSON.stringify(verdicts)).toEqual(new Set(["401 unauthenticated"]));
  });

  test("a key without the declared scope is refused, and one with it gets past the door", async () => {
    const api = await anApi(door);
    for (const endpoint of ENDPOINTS.filter(({ scope, path }) => scope !== null && path !== "/events")) {
      const scope = endpoint.scope ?? "read";
      const lacking = await api.agent({ scopes: [scope === "read" ? "propose" : "read"] });
      const having = await api.agent({ scopes: [scope] });
      const refused = await api.send(pathOf(endpoint), { ...anyBody(endpoint), agent: lacking });
      // On this machine the figures are open to anyone who can reach the socket.
      const open = endpoint.who === "metrics" && door !== "the framework's door";
      expect(await verdictOf(refused), endpoint.id).toBe(open ? "200 ok" : "403 forbidden");
      expect(await verdictOf(await api.send(pathOf(endpoint), { ...anyBody(endpoint), agent: having })), endpoint.id).not.toMatch(
        /^40[13]/,
      );
    }
  });

  test("an auditor reads and changes nothing", async () => {
    const api = await anApi(door);
    const auditor = await api.person("auditor");
    expect(can("auditor", "proposal.decide")).toBe(false);
    const proposal = numberedId("proposal", 1);
    const bodies: Readonly<Record<string, unknown>> = {
      takeLease: { proposal, version: 1 },
      decide: { proposal, version: 1, digest: "sha256:0", decision: { type: "approve" }, act: { type: "key" } },
      previewEdit: { proposal, version: 1, arguments: {} },
      giveReason: { proposal, reason: { code: "other", text: null } },
      drawBatch: { items: [{ proposal, version: 1, digest: "sha256:0" }] },
      approveBatch: { batch: "bat_0", digest: "sha256:0" },
      rejectAll: { items: [{ proposal, version: 1, digest: "sha256:0" }], reason: { code: "other", text: null } },
      addComment: { proposal, text: "Why?" },
      assign: { proposal, person: null },
      reportProblem: { proposal, kind: "incident", text: "it went wrong" },
      tryPolicyRule: { text: "{}", place: null, match: "*", when: null, sets: {} },
      recountWhatIf: { text: "{}", from: 0, until: 1, kind: null, agent: null },
    };
    for (const endpoint of ENDPOINTS.filter(({ who, method }) => who === "person" && method === "POST")) {
      const answer = await api.send(pathOf(endpoint), { person: auditor, json: bodies[endpoint.id] ?? { proposal } });
      expect(await verdictOf(answer), endpoint.id).toBe("403 forbidden");
    }
  });

  test("a method that a path does not answer is 405 with Allow, and OPTIONS names the methods", async () => {
    const api = await anApi(door);
    for (const endpoint of ENDPOINTS) {
      const refused = await api.send(pathOf(endpoint), { method: "DELETE" });
      expect(await verdictOf(refused), endpoint.id).toBe("405 method_not_allowed");
      expect(refused.headers.get("allow")?.split(", "), endpoint.id).toContain(endpoint.method);
      const options = await api.send(pathOf(endpoint), { method: "OPTIONS" });
      expect([options.status, options.headers.get("allow")], endpoint.id).toEqual([204, refused.headers.get("allow")]);
      expect(options.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("an unknown path is 404", async () => {
    const api = await anApi(door);
    for (const path of [
      "/",
      "",
      "/nothing",
      "/proposals/",
      "/proposals/x/y",
      "/people",
      "/people/unknown",
      "/../v1/x",
      "//proposals",
    ]) {
      expect(await verdictOf(await api.send(path)), path).toBe("404 not_found");
    }
  });

  test("every call refuses query parameters that it does not know, without repeating them", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("admin")];
    for (const endpoint of ENDPOINTS) {
      const credential = endpoint.who === "person" ? { person } : { agent };
      const path = pathOf(endpoint);
      const more = `${path.includes("?") ? "&" : "?"}${agent.key}=${agent.key}`;
      const answer = await api.send(`${path}${more}`, { ...anyBody(endpoint), ...credential });
      const text = await answer.clone().text();
      expect(await verdictOf(answer), endpoint.id).toBe("400 invalid_request");
      expect(text).not.toContain(agent.key);
    }
  });

  test("a key in the address is no credential", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    for (const name of ["key", "api_key", "access_token", "authorization"]) {
      expect(await verdictOf(await api.send(`/proposals?${name}=${agent.key}`))).toBe("401 unauthenticated");
    }
  });

  test("no GET and no HEAD changes anything, but an agent's first GET of its answer, which is recorded as delivered", async () => {
    const api = await anApi(door);
    const [agent, person] = [await api.agent(), await api.person("admin")];
    const subjects = { waiting: await proposed(api, agent), approved: await proposed(api, agent) };
    await approved(api, person, subjects.approved);
    await api.ctx.store.transact(function* (tx) {
      const text = JSON.stringify(DEFAULT_POLICY);
      yield* tx.savePolicyDraft({ name: "Kept", text, basedOn: 1, by: numberedId("person", 1), at: api.ctx.clock() });
      return { result: null, unchanged: true };
    });
    const start = await head(api);
    const changing: string[] = [];
    for (const endpoint of ENDPOINTS.filter(({ method, reply }) => method === "GET" && !isStream(reply))) {
      for (const [name, { id }] of Object.entries(subjects)) {
        for (const method of ["HEAD", "GET", "GET"]) {
          const before = await head(api);
          const credential = endpoint.who === "person" ? { person } : { agent };
          const answer = await api.send(pathOf(endpoint, id), { method, ...credential });
          const call = `${method} ${endpoint.id} of one that is ${name}`;
          expect(answer.ok, call).toBe(true);
          const text = await answer.text();
          if (method === "HEAD") expect(text).toBe("");
          if ((await head(api)) !== before) changing.push(call);
        }
      }
    }
    expect(changing).toEqual(["GET getProposal of one that is approved"]);
    expect((await api.ctx.store.read.ledgerAfter(start, 9)).map(({ type }) => type)).toEqual(["proposal.delivered"]);
  });

  test("every answer forbids framing, sniffing and keeping, refusals included, and names its call", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const answers = await Promise.all([
      api.send("/health/live"),
      api.send("/nothing"),
      api.send("/proposals", { method: "DELETE" }),
      api.send("/proposals", { method: "OPTIONS" }),
      api.send("/proposals", { agent, body: "{" }),
      api.send("/proposals", { agent }),
      api.send("/metrics", { agent }),
    ]);
    const ids = new Set(answers.map((answer) => answer.headers.get("x-request-id")));
    expect(ids.size).toBe(answers.length);
    for (const answer of answers) {
      for (const [name, value] of Object.entries(SAFE_HEADERS)) expect(answer.headers.get(name), answer.url).toBe(value);
      expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
  });

  test("a failure that nobody foresaw says nothing about itself, and its request id stands in the log", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const logged: unknown[] = [];
    Object.assign(api.ctx.log, { error: (fields: unknown) => logged.push(fields) });
    Object.assign(api.ctx.store.read, { proposalsOfAgent: () => Promise.reject(new Error("password=hunter2 at /srv/db.ts:3")) });
    const problem = await problemOf(await api.send("/proposals", { agent }));
    expect(problem.code).toBe("internal");
    expect(JSON.stringify(problem)).not.toMatch(/hunter2|\.ts/);
    expect(JSON.stringify(logged)).toContain(problem.requestId);
  });

  test("a database that takes no writes is 503 with a time to come back", async () => {
    const api = await anApi(door);
    const agent = await api.agent();
    const full = Object.assign(new Error("disk full"), { code: "unavailable" });
    Object.assign(api.ctx.store, { transact: () => Promise.reject(full) });
    const answer = await api.send("/proposals", { agent, json: aRefund() });
    expect([answer.headers.get("retry-after"), await verdictOf(answer)]).toEqual(["1", "503 unavailable"]);
  });
});

function isStream(reply: Endpoint["reply"]): boolean {
  return "mediaType" in reply && reply.mediaType === "text/event-stream";
}
