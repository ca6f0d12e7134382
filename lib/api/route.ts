import type * as z from "zod";
import { refuseCrossSite } from "../auth/same-origin";
import type { Endpoint } from "../contract/endpoint";
import { LIMITS } from "../contract/proposal";
import { UNATTENDED_HEADER } from "../contract/unattended";
import { isLoopbackAddress, isLoopbackUrl } from "../domain/loopback";
import type { AgentActor, PersonActor } from "../services/actor";
import { AppError } from "../services/app-error";
import { requireScope } from "../services/require-scope";
import type { Answer } from "./answer";
import type { ApiParts } from "./api-parts";
import { issuesOf } from "./issues";
import { readBody, strictJson } from "./read-body";
import { readQuery } from "./read-query";

/** One request on its way to its handler. */
export interface Incoming {
  readonly request: Request;
  readonly id: string | undefined;
  readonly requestId: string;
  /** The address at the other end of the socket; null where the door does not tell. */
  readonly peer: string | null;
}

/** A call that an endpoint answers: declared in the contract, carried out by `answer`. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly answer: (parts: ApiParts, incoming: Incoming) => Promise<Answer>;
}

/** What every handler gets. */
export interface Call<Query> extends Incoming {
  readonly parts: ApiParts;
  readonly query: Query;
  /** The id in the path. Whether it is one is for the service to say: a malformed id and someone else's look alike. */
  readonly id: string;
}

export interface BodyOf<Body> {
  readonly value: Body;
  /** As it was sent, decoded. */
  readonly raw: string;
}

type Takes<Query> = Endpoint & { readonly query: z.ZodObject & z.ZodType<Query> };
type TakesBody<Body> = Endpoint & { readonly method: "POST"; readonly body: z.ZodType<Body>; readonly query?: never };
type TakesNothing = Endpoint & { readonly query?: never };

type Handler<Actor, Query> = (call: Call<Query>, actor: Actor) => Promise<Answer>;
type BodyHandler<Actor, Body> = (call: Call<undefined>, actor: Actor, body: BodyOf<Body>) => Promise<Answer>;

/** A call of an agent, authenticated by its key and nothing else, with the declared scope. */
export function forAgents(endpoint: TakesNothing, handle: Handler<AgentActor, undefined>): Route {
  return {
    endpoint,
    answer: async (parts, incoming) => handle(callOf(parts, incoming, endpoint), await agent(parts, incoming, endpoint)),
  };
}

/** The same with a query. */
export function forAgentsWithQuery<Query>(endpoint: Takes<Query>, handle: Handler<AgentActor, Query>): Route {
  return {
    endpoint,
    answer: async (parts, incoming) => {
      const actor = await agent(parts, incoming, endpoint);
      return handle(callWithQuery(parts, incoming, endpoint), actor);
    },
  };
}

/** The same with a JSON body. Nothing of the body is read before the caller is known. */
export function forAgentsWithBody<Body>(endpoint: TakesBody<Body>, handle: BodyHandler<AgentActor, Body>): Route {
  return {
    endpoint,
    answer: async (parts, incoming) => {
      const actor = await agent(parts, incoming, endpoint);
      return handle(callOf(parts, incoming, endpoint), actor, await jsonBody(incoming.request, endpoint));
    },
  };
}

/** A call of a signed-in person, from a page of this dashboard. */
export function forPeople(endpoint: TakesNothing, handle: Handler<PersonActor, undefined>): Route {
  return {
    endpoint,
    answer: async (parts, incoming) => handle(callOf(parts, incoming, endpoint), await person(parts, incoming)),
  };
}

/** The same with a query. */
export function forPeopleWithQuery<Query>(endpoint: Takes<Query>, handle: Handler<PersonActor, Query>): Route {
  return {
    endpoint,
    answer: async (parts, incoming) => {
      const actor = await person(parts, incoming);
      return handle(callWithQuery(parts, incoming, endpoint), actor);
    },
  };
}

/** The same with a JSON body. */
export function forPeopleWithBody<Body>(endpoint: TakesBody<Body>, handle: BodyHandler<PersonActor, Body>): Route {
  return {
    endpoint,
    answer: async (parts, incoming) => {
      const actor = await person(parts, incoming);
      return handle(callOf(parts, incoming, endpoint), actor, await jsonBody(incoming.request, endpoint));
    },
  };
}

/** A call that needs nobody to be known. */
export function forAnyone(endpoint: TakesNothing, handle: (call: Call<undefined>) => Promise<Answer>): Route {
  return { endpoint, answer: (parts, incoming) => handle(callOf(parts, incoming, endpoint)) };
}

/** A call for whoever scrapes: on a server for its own machine alone anyone there may, else a key with the declared scope. */
export function forScrapers(endpoint: TakesNothing, handle: (call: Call<undefined>) => Promise<Answer>): Route {
  return {
    endpoint,
    answer: async (parts, incoming) => {
      const near = incoming.peer !== null && isLoopbackAddress(incoming.peer) && isLoopbackUrl(parts.ctx.baseUrl);
      if (!near) await agent(parts, incoming, endpoint);
      return handle(callOf(parts, incoming, endpoint));
    },
  };
}

async function agent(parts: ApiParts, { request }: Incoming, { scope }: Endpoint): Promise<AgentActor> {
  const actor = await parts.auth.authenticateAgent(parts.ctx, request.headers.get("authorization"));
  if (scope !== null) requireScope(actor, scope);
  return actor;
}

function person(parts: ApiParts, { request }: Incoming): Promise<PersonActor> {
  refuseCrossSite(request, parts.ctx.baseUrl);
  const { headers } = request;
  return parts.auth.authenticatePerson(parts.ctx, headers.get("cookie"), headers.has(UNATTENDED_HEADER));
}

function callOf(parts: ApiParts, incoming: Incoming, endpoint: TakesNothing): Call<undefined> {
  readQuery(incoming.request.url, endpoint.query);
  const { request, id = "", requestId, peer } = incoming;
  return { request, id, requestId, peer, parts, query: undefined };
}

function callWithQuery<Query>(parts: ApiParts, incoming: Incoming, endpoint: Takes<Query>): Call<Query> {
  const query = readQuery<Query>(incoming.request.url, endpoint.query);
  if (query === undefined) throw new Error(`INVARIANT: ${endpoint.id} has a query`);
  const { request, id = "", requestId, peer } = incoming;
  return { request, id, requestId, peer, parts, query };
}

async function jsonBody<Body>(request: Request, endpoint: TakesBody<Body>): Promise<BodyOf<Body>> {
  const { text } = await readBody(request, { bytesMax: endpoint.bodyBytes ?? LIMITS.bodyBytes, takesLines: false });
  return { value: parseBody(endpoint.body, strictJson(text)), raw: text };
}

/** The value as the schema has it, or `invalid_request` with every place that does not fit. */
export function parseBody<Body>(schema: z.ZodType<Body>, value: unknown): Body {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new AppError("invalid_request", "the body does not fit: see `issues`", { issues: issuesOf(read.error) });
}
