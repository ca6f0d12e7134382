import type { DecideInput, DecideResult, QueuePage, QueueRow } from "../contract/people";
import type { Problem } from "../contract/problem";
import { UNATTENDED_HEADER } from "../contract/unattended";
import type { Doing, Queue } from "../domain/words";

const BASE = "/api/v1/people";
/**
 * Resolves once the last decision was answered. Two requests may arrive in any order, and one that gives the card back would end the time for which it was
 * open before the decision counts it.
 */
let decided: Promise<unknown> = Promise.resolve();

/** A refusal as the server worded it. `code` is stable; `detail` is for people. */
export class PeopleApiError extends Error {
  override readonly name = "PeopleApiError";
  readonly code: string;
  readonly status: number;
  readonly context: Readonly<Record<string, string | number | boolean | null>>;
  readonly issues: readonly { readonly path: string; readonly says: string }[];

  constructor(problem: Pick<Problem, "code" | "status" | "detail"> & Partial<Problem>) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.context = problem.context ?? {};
    this.issues = problem.issues ?? [];
  }
}

/**
 * Reads JSON; `unattended` where no person asked, so that it keeps no session alive. Throws {@link PeopleApiError}; an unreachable server has code
 * `unavailable`.
 */
export async function get<Body>(path: string, signal?: AbortSignal, unattended = false): Promise<Body> {
  const headers = { accept: "application/json", ...(unattended ? { [UNATTENDED_HEADER]: "1" } : {}) };
  return answer<Body>(await reach(path, { headers, ...(signal === undefined ? {} : { signal }) }));
}

/** Sends JSON and reads it; with `keepalive` also where the page goes meanwhile. Throws {@link PeopleApiError}. */
export async function post<Body>(path: string, body: unknown, keepalive = false): Promise<Body> {
  const headers = { "content-type": "application/json", accept: "application/json" };
  return answer<Body>(await reach(path, { method: "POST", headers, body: JSON.stringify(body), keepalive }));
}

/** Sends a request. Throws {@link PeopleApiError} with code `unavailable` where the server cannot be reached. */
export async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${BASE}${path}`, { ...init, credentials: "same-origin" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new PeopleApiError({ code: "unavailable", status: 503, detail: "the server cannot be reached" });
  }
}

/** The JSON of an answer. Throws {@link PeopleApiError} for a refusal. */
export async function answer<Body>(response: Response): Promise<Body> {
  const body: unknown = await response.json().catch(() => null);
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- our own server's answer, checked against the contract in its tests
  if (response.ok) return body as Body;
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- problem+json by contract; anything else falls to the default below
  const problem = body as Problem | null;
  throw new PeopleApiError(
    problem ?? { code: "unavailable", status: response.status, detail: `the server answered ${String(response.status)}` },
  );
}

export interface QueueParameters {
  readonly queue: Queue;
  readonly agent: string | null;
  readonly sort: "stake" | "age" | "due" | "agent";
  /** What was given to this person; in `waiting` and `done`, what they decided. */
  readonly mine: boolean;
  /** Words that are searched for; null without. */
  readonly text: string | null;
  /** Whether look-alikes are one line: of the screen alone. */
  readonly fold: boolean;
  /** Rows a page; the server's own number when left out. */
  readonly limit?: number;
}

/** The people's side of the API, for the browser: what deciding a card needs. What reads other cards and many at once is `cardsApi`, which is loaded later. */
export const peopleApi = {
  queue: (parameters: QueueParameters, cursor: string | null, signal?: AbortSignal, unattended?: boolean): Promise<QueuePage> => {
    const { queue, agent, sort, mine, text, limit } = parameters;
    const asked = { queue, agent, sort, cursor, mine: mine ? "yes" : null, text: text === "" ? null : text };
    return get(`/queue?${query({ ...asked, limit: limit === undefined ? null : String(limit) })}`, signal, unattended);
  },
  last: (): Promise<{ readonly items: readonly QueueRow[] }> => get("/last"),
  lease: (
    proposal: string,
    version: number,
    doing: Doing,
  ): Promise<{
    readonly since: number;
    readonly until: number;
    readonly heldBy: { readonly id: string; readonly name: string } | null;
  }> => post("/lease", { proposal, version, doing }),
  dropLease: (proposal: string): Promise<unknown> => decided.then(() => post("/lease/release", { proposal }, true)),
  decide: (input: DecideInput): Promise<DecideResult> => {
    const answered = post<DecideResult>("/decide", input);
    decided = answered.catch(() => undefined);
    return answered;
  },
  later: (proposal: string): Promise<{ readonly row: QueueRow }> => post("/later", { proposal }),
} as const;

function query(parameters: Readonly<Record<string, string | null>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== null) search.set(name, value);
  return search.toString();
}
