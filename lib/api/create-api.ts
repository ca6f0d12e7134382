import type { Context as HonoContext } from "hono";
import { Hono } from "hono";
import { ENDPOINTS } from "../contract/endpoints";
import { AppError } from "../services/app-error";
import type { Context } from "../services/context";
import type { Answer, DoorBindings } from "./answer";
import { respond } from "./answer";
import type { ApiOptions, ApiParts, Auth } from "./api-parts";
import { Cursors } from "./cursors";
import { InFlight } from "./in-flight";
import { Metrics } from "./metrics";
import { PeopleFeed } from "./people-feed";
import { problemAnswer } from "./problem-answer";
import type { Route } from "./route";
import { agentEventRoutes } from "./routes/agent-events";
import { batchRoutes } from "./routes/batch";
import { peopleDecideRoutes } from "./routes/people-decide";
import { peopleTogetherRoutes } from "./routes/people-together";
import { peopleEventRoutes } from "./routes/people-events";
import { exportRoutes } from "./routes/export";
import { peopleInsightRoutes } from "./routes/people-insights";
import { peopleMeasureRoutes } from "./routes/people-measure";
import { peopleQueueRoutes } from "./routes/people-queue";
import { proposalRoutes } from "./routes/proposals";
import { runningRoutes } from "./routes/running";
import { serviceRoutes } from "./routes/service";
import { Waits } from "./waits";

export const API_ROOT = "/api/v1";

/** Open waits: of one key, of one person, and in all on either side (design: trust P12). */
const WAITS = { ofKey: 100, ofAgents: 2000, ofPerson: 20, ofPeople: 1000 } as const;

/** Every route, in no order that matters: the more exact path wins. */
export const ROUTES: readonly Route[] = [
  ...batchRoutes,
  ...proposalRoutes,
  ...runningRoutes,
  ...agentEventRoutes,
  ...serviceRoutes,
  ...peopleQueueRoutes,
  ...peopleMeasureRoutes,
  ...peopleInsightRoutes,
  ...peopleDecideRoutes,
  ...peopleTogetherRoutes,
  ...peopleEventRoutes,
  ...exportRoutes,
];

type Bindings = { Bindings: DoorBindings };

/** The HTTP API over one context. */
export interface Api {
  /** Answers one request; `bindings` come from the server's own door. Never rejects. */
  readonly fetch: (request: Request, bindings?: DoorBindings) => Response | Promise<Response>;
  readonly parts: ApiParts;
  close(): void;
}

/** Makes the API. Every failure is answered as a problem document, 404 and 405 included; none shows a stack or a cause. */
export function createApi(ctx: Context, auth: Auth, options: ApiOptions): Api {
  const parts = partsOf(ctx, auth, options);
  const app = new Hono<Bindings>();
  for (const route of ROUTES) {
    const path = `${API_ROOT}${route.endpoint.path.replaceAll(/\{([a-z]+)\}/g, ":$1")}`;
    app.on(route.endpoint.method, path, (c) => answerRoute(parts, route, c));
  }
  app.notFound((c) => {
    const requestId = nextRequestId();
    return respond(noRoute(ctx, c.req.method, c.req.path, requestId), requestId, c.env);
  });
  app.onError((error, c) => {
    const requestId = nextRequestId();
    return respond(problemAnswer(error, requestId, ctx.log), requestId, c.env);
  });
  return {
    fetch: (request, bindings) => app.fetch(request, bindings ?? {}),
    parts,
    close: () => {
      parts.metrics.close();
    },
  };
}

function partsOf(ctx: Context, auth: Auth, options: ApiOptions): ApiParts {
  const agentWaits = new Waits({ perHolder: WAITS.ofKey, inAll: WAITS.ofAgents });
  const peopleWaits = new Waits({ perHolder: WAITS.ofPerson, inAll: WAITS.ofPeople });
  return {
    ctx,
    auth,
    serving: options.serving ?? (() => true),
    shuffle: options.shuffle,
    cursors: new Cursors(options.cursorSecret),
    inFlight: new InFlight(),
    agentWaits,
    peopleWaits,
    peopleFeed: new PeopleFeed(ctx),
    metrics: new Metrics(ctx, () => ({ agents: agentWaits.open, people: peopleWaits.open })),
  };
}

async function answerRoute(parts: ApiParts, route: Route, c: HonoContext<Bindings>): Promise<Response> {
  const requestId = nextRequestId();
  const began = performance.now();
  const incoming = {
    request: c.req.raw,
    id: c.req.param("id"),
    requestId,
    peer: c.env.incoming?.socket.remoteAddress ?? null,
  };
  let answer: Answer;
  try {
    answer = await route.answer(parts, incoming);
  } catch (error) {
    answer = problemAnswer(error, requestId, parts.ctx.log);
  }
  if (!waited(answer)) parts.metrics.called(route.endpoint.id, answer.status, (performance.now() - began) / 1000);
  return respond(answer, requestId, c.env);
}

function waited({ body, headers }: Answer): boolean {
  return body instanceof ReadableStream || "preference-applied" in headers;
}

const PATHS = new Map<string, Set<string>>();
for (const { path, method } of ENDPOINTS) {
  PATHS.set(path, (PATHS.get(path) ?? new Set(["OPTIONS"])).add(method));
  if (method === "GET") PATHS.get(path)?.add("HEAD");
}
const PATTERNS = [...PATHS].map(([path, methods]) => ({
  pattern: new RegExp(`^${API_ROOT}${path.replaceAll(/\{[a-z]+\}/g, "[^/]+")}$`),
  exact: !path.includes("{"),
  allow: [...methods].sort().join(", "),
}));

/** 404 for a path that is none of ours, 405 with `Allow` for a method that it does not answer; OPTIONS names the methods. */
function noRoute({ log }: Context, method: string, path: string, requestId: string): Answer {
  const matching = PATTERNS.filter(({ pattern }) => pattern.test(path));
  const known = matching.find(({ exact }) => exact) ?? matching[0];
  if (known === undefined) {
    return problemAnswer(new AppError("not_found", "there is no such call: see /docs/api"), requestId, log);
  }
  if (method === "OPTIONS") return { status: 204, headers: { allow: known.allow }, body: null };
  const refusal = problemAnswer(new AppError("method_not_allowed", `this path answers ${known.allow}`), requestId, log);
  return { ...refusal, headers: { ...refusal.headers, allow: known.allow } };
}

let calls = 0;
const process36 = Math.floor(performance.timeOrigin).toString(36);

/** Tells calls of one process apart, and processes by when they began. Names a line of the log, grants nothing. */
function nextRequestId(): string {
  calls += 1;
  return `req_${process36}_${calls.toString(36)}`;
}
