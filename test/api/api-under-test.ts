import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import type * as z from "zod";

import * as frameworkDoor from "../../app/api/v1/[[...path]]/route";
import type { Api } from "../../lib/api/create-api";
import { createApi } from "../../lib/api/create-api";
import { apiListener } from "../../lib/api/node-listener";
import { authenticateAgent } from "../../lib/auth/authenticate-agent";
import { authenticatePerson } from "../../lib/auth/authenticate-person";
import { sealSession, sessionCookieName } from "../../lib/auth/session-cookie";
import { Problem } from "../../lib/contract/problem";
import type { ProposalInput } from "../../lib/contract/proposal";
import { Proposal } from "../../lib/contract/proposal";
import type { AgentId, KeyId } from "../../lib/domain/ids";
import type { Role } from "../../lib/domain/words";
import type { PersonActor } from "../../lib/services/actor";
import { createAgent } from "../../lib/services/agents/create-agent";
import { createKey } from "../../lib/services/keys/create-key";
import { shuffle } from "../../lib/shuffle";
import type { TestContext } from "../context";
import { COMMAND_LINE, aContext, aPerson } from "../context";
import { emptyPostgres } from "../postgres/empty-postgres";

export const DOORS = ["the server's door", "the framework's door", "the server's door over PostgreSQL"] as const;
export type Door = (typeof DOORS)[number];

const SECRET = "a secret of at least thirty-two characters";

export interface TestAgent {
  readonly key: string;
  readonly keyId: KeyId;
  readonly agentId: AgentId;
}

export interface TestPerson {
  readonly actor: PersonActor;
  readonly cookie: string;
}

export interface SendOptions {
  readonly method?: string;
  readonly agent?: TestAgent;
  readonly person?: TestPerson;
  /** Sent as JSON. */
  readonly json?: unknown;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The API over a fresh database, reached through one of its doors. */
export interface ApiUnderTest {
  readonly ctx: TestContext;
  readonly api: Api;
  /** Sends to a path under `/api/v1`. */
  send(path: string, options?: SendOptions): Promise<Response>;
  agent(options?: { readonly scopes?: readonly string[] }): Promise<TestAgent>;
  person(role: Role): Promise<TestPerson>;
  /** Says that the server is stopping, as the runtime does. */
  stop(): void;
}

/** Opens the API at a door; closed when the test ends. */
export async function anApi(door: Door): Promise<ApiUnderTest> {
  const ctx = await aContext(door === "the server's door over PostgreSQL" ? emptyPostgres : undefined);
  let serving = true;
  const api = createApi(
    ctx,
    {
      authenticateAgent,
      authenticatePerson: (context, cookie, unattended) => authenticatePerson(context, SECRET, cookie, unattended),
    },
    { cursorSecret: Buffer.from(SECRET), serving: () => serving, shuffle },
  );
  const reach = door === "the framework's door" ? framework(api, ctx) : await serverDoor(api, ctx);
  return {
    ctx,
    api,
    send: (path, options = {}) => reach(`/api/v1${path}`, init(ctx, options)),
    agent: (options = {}) => anAgent(ctx, options.scopes),
    person: async (role) => {
      const actor = await aPerson(ctx, role);
      const token = await sealSession({ personId: actor.personId, sessionId: actor.sessionId }, SECRET);
      return { actor, cookie: `${sessionCookieName(ctx.baseUrl)}=${token}` };
    },
    stop: () => {
      serving = false;
      ctx.hub.shutdown();
    },
  };
}

type Reach = (path: string, init: RequestInit) => Promise<Response>;

async function serverDoor(api: Api, ctx: TestContext): Promise<Reach> {
  const server = createServer({ requireHostHeader: false }, apiListener(api, ctx.log));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- a listening TCP server has such an address
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    ctx.hub.shutdown();
    server.closeAllConnections();
    server.close();
  });
  return (path, request) => fetch(`http://127.0.0.1:${String(port)}${path}`, { redirect: "manual", ...request });
}

function framework(api: Api, ctx: TestContext): Reach {
  Object.assign(globalThis, { [Symbol.for("countersign.runtime")]: Promise.resolve({ api }) });
  onTestFinished(() => {
    ctx.hub.shutdown();
  });
  const { DELETE, GET, HEAD, OPTIONS, POST } = frameworkDoor;
  const methods: Readonly<Record<string, (request: Request) => Promise<Response>>> = { DELETE, GET, HEAD, OPTIONS, POST };
  return (path, request) => {
    const answer = methods[request.method ?? "GET"];
    if (answer === undefined) throw new Error(`the framework does not pass ${String(request.method)} on`);
    return answer(new Request(`${ctx.baseUrl}${path}`, request));
  };
}

function init(ctx: TestContext, options: SendOptions): RequestInit {
  const { agent, person, json, body, signal } = options;
  const sent = json === undefined ? body : JSON.stringify(json);
  const method = options.method ?? (sent === undefined ? "GET" : "POST");
  const headers: Record<string, string> = {
    ...(sent === undefined ? {} : { "content-type": "application/json" }),
    ...(agent === undefined ? {} : { authorization: `Bearer ${agent.key}` }),
    ...(person === undefined ? {} : { cookie: person.cookie, ...(method === "GET" ? {} : { origin: ctx.baseUrl }) }),
    ...options.headers,
  };
  return { method, headers, ...(sent === undefined ? {} : { body: sent }), ...(signal === undefined ? {} : { signal }) };
}

let agents = 0;

async function anAgent(ctx: TestContext, scopes: readonly string[] | undefined): Promise<TestAgent> {
  agents += 1;
  // Octal digits as letters that nobody mixes up: names that look alike are refused.
  const name = agents.toString(8).replaceAll(/./g, (digit) => "bdfghkrt".charAt(Number(digit)));
  const { id } = await createAgent(ctx, COMMAND_LINE, { name: `agent-${name}` });
  const made = await createKey(ctx, COMMAND_LINE, { agentId: id, label: "test", ...(scopes === undefined ? {} : { scopes }) });
  return { key: made.secret, keyId: made.key.id, agentId: id };
}

/** A refund that the first policy sends to one person. */
export function aRefund(more: Partial<ProposalInput> = {}): ProposalInput {
  return {
    action: { name: "payment.refund", arguments: { order: "W2378156", amount: "48.00", currency: "EUR" } },
    kind: "payment",
    ...more,
  };
}

/** The JSON of an answer, exactly as the contract has it. */
export async function jsonOf<Value>(response: Response, schema: z.ZodType<Value>): Promise<Value> {
  const value: unknown = await response.json();
  return schema.parse(value);
}

/** The problem of an answer, which says its own status. */
export async function problemOf(response: Response): Promise<Problem> {
  const problem = await jsonOf(response, Problem);
  if (response.status !== problem.status)
    throw new Error(`answered ${String(response.status)} and says ${String(problem.status)}`);
  return problem;
}

/** `201 ok` or `409 stale`: what a table of cases compares. */
export async function verdictOf(response: Response): Promise<string> {
  if (response.ok) {
    await response.body?.cancel();
    return `${String(response.status)} ok`;
  }
  return `${String(response.status)} ${(await problemOf(response)).code}`;
}

/** Proposes and answers the proposal. */
export async function proposed(api: ApiUnderTest, agent: TestAgent, more: Partial<ProposalInput> = {}): Promise<Proposal> {
  return jsonOf(await api.send("/proposals", { agent, json: aRefund(more) }), Proposal);
}

/** Has a person approve it and release it at once. */
export async function approved(
  api: ApiUnderTest,
  person: TestPerson,
  proposal: Pick<Proposal, "id" | "version" | "digest">,
): Promise<void> {
  const { id, version, digest } = proposal;
  const decided = await api.send("/people/decide", {
    person,
    json: { proposal: id, version, digest, decision: { type: "approve" }, act: { type: "key" } },
  });
  if (!decided.ok) throw new Error(`not decided: ${await decided.text()}`);
  const released = await api.send("/people/release", { person, json: { proposal: id } });
  if (!released.ok) throw new Error(`not released: ${await released.text()}`);
}
