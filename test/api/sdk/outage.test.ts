import { createServer } from "node:http";
import type { Server } from "node:http";
import { expect, onTestFinished, test, vi } from "vitest";

import { apiListener } from "../../../lib/api/node-listener";
import { Countersign, CountersignError, Unavailable } from "../../../sdk/src/index";
import type { CountersignOptions } from "../../../sdk/src/index";
import { freePort } from "../../free-port";
import type { ApiUnderTest } from "../api-under-test";
import { anApi, approved } from "../api-under-test";

const REFUND = {
  action: { name: "payment.refund", arguments: { order: "W2378156", amount: "48.00", currency: "EUR" } },
  kind: "payment",
} as const;

/** The API on a port of its own, which can go away and come back there. */
async function aServer(more: Partial<CountersignOptions> = {}) {
  const api = await anApi("the server's door");
  const port = await freePort();
  let server: Server | null = null;
  const start = async (): Promise<void> => {
    const made = createServer(apiListener(api.api, api.ctx.log));
    await new Promise<void>((resolve) => made.listen(port, "127.0.0.1", resolve));
    server = made;
  };
  const stop = async (): Promise<void> => {
    const stopping = server;
    server = null;
    if (stopping === null) return;
    const stopped = new Promise((resolve) => stopping.close(resolve));
    stopping.closeAllConnections();
    await stopped;
  };
  await start();
  onTestFinished(stop);
  const [url, agent] = [`http://127.0.0.1:${String(port)}`, await api.agent()];
  const failed = { calls: 0 };
  const client = new Countersign({
    url,
    apiKey: agent.key,
    fetch: async (input, init) => {
      try {
        return await fetch(input, init);
      } catch (error) {
        failed.calls += 1;
        throw error;
      }
    },
    ...more,
  });
  return { api, client, start, stop, failed };
}

async function untilWaiting(api: ApiUnderTest): Promise<void> {
  while (api.api.parts.agentWaits.open === 0) await new Promise((resolve) => setImmediate(resolve));
}

test("a wait goes on through a server that stops and starts again, and receives what was decided meanwhile", async () => {
  const { api, client, start, stop, failed } = await aServer();
  const person = await api.person("reviewer");
  const proposal = await client.propose(REFUND);
  const waiting = client.wait(proposal.id);
  await untilWaiting(api);
  await stop();
  await approved(api, person, proposal);
  // More than one call tries by itself, which is where waiting used to end.
  await vi.waitUntil(() => failed.calls > 4, { timeout: 30_000, interval: 20 });
  await start();
  expect(await waiting).toMatchObject({ id: proposal.id, status: "approved" });
});

test("to propose, the server must answer: without it the call fails at once and nothing runs", async () => {
  const { client, stop, failed } = await aServer({ retries: 0 });
  await stop();
  const ran: unknown[] = [];
  const guarded = client.guard("payment.refund", (args) => ran.push(args));
  await expect(guarded({ order: "W1" })).rejects.toBeInstanceOf(Unavailable);
  expect([failed.calls, ran]).toEqual([1, []]);
});

test("a wait ends once the server has been away for as long as was said, and at once when it is aborted", async () => {
  const { client, stop } = await aServer({ retries: 0, outageMs: 1 });
  const { id } = await client.propose(REFUND);
  await stop();
  await expect(client.wait(id)).rejects.toMatchObject({ code: "unavailable" });
  const patient = await aServer({ retries: 0 });
  const other = await patient.client.propose(REFUND);
  await patient.stop();
  const abort = new AbortController();
  const waiting = patient.client.wait(other.id, { signal: abort.signal });
  await vi.waitUntil(() => patient.failed.calls > 0, { timeout: 30_000 });
  abort.abort(new Error("the agent has to go"));
  await expect(waiting).rejects.toThrow("the agent has to go");
});

test("a wait ends with a refusal that will not change", async () => {
  const { client } = await aServer();
  await expect(client.wait("prp_00000000000000000000000000")).rejects.toMatchObject({ status: 404 });
});

test("an answer that the server could not give keeps the id under which its log has it", async () => {
  const problem = { code: "unavailable", detail: "the disk is full", requestId: "req_7" };
  const client = new Countersign({
    url: "http://127.0.0.1",
    apiKey: "none",
    retries: 0,
    fetch: () => Promise.resolve(Response.json(problem, { status: 503 })),
  });
  const error = await client.propose(REFUND).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(Unavailable);
  expect(error instanceof CountersignError && [error.status, error.requestId, error.message]).toEqual([
    503,
    "req_7",
    "the disk is full",
  ]);
});

test.each([
  ["a page of something else", 200, "<html>Welcome</html>"],
  ["its page for what is not there", 404, "<html>Not found</html>"],
  ["a refusal that is not ours", 401, '{"error":"no token"}'],
])("a wait at a wrong address ends at once, where what answers is %s", async (_, status, body) => {
  let calls = 0;
  const answer = () => Promise.resolve(new Response(body, { status }));
  const client = new Countersign({
    url: "http://127.0.0.1",
    apiKey: "none",
    fetch: () => {
      calls += 1;
      return answer();
    },
  });
  await expect(client.wait("prp_1")).rejects.toMatchObject({ code: "not_countersign", status });
  expect(calls).toBe(1);
});

test("a wait ends at once where nobody knows the host, unless the server was reached before", async () => {
  const { client: reached } = await aServer();
  const unknown = new TypeError("fetch failed", { cause: Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" }) });
  const options = { url: "http://countersign.wrong", apiKey: "none", retries: 0 };
  const client = new Countersign({ ...options, fetch: () => Promise.reject(unknown) });
  await expect(client.wait("prp_1")).rejects.toMatchObject({ code: "unavailable" });
  const { id } = await reached.propose(REFUND);
  let calls = 0;
  const moved = new Countersign({
    ...options,
    fetch: async () => {
      calls += 1;
      if (calls > 1) throw unknown;
      return Response.json(await reached.get(id));
    },
  });
  const abort = new AbortController();
  const waiting = moved.wait(id, { signal: abort.signal }).catch((error: unknown) => error);
  await vi.waitUntil(() => calls > 1, { timeout: 30_000 });
  abort.abort(new Error("still waiting"));
  expect(await waiting).toEqual(new Error("still waiting"));
});
