import { CountersignError, Unavailable, type Issue } from "./errors.js";

export interface HttpOptions {
  readonly url: string;
  readonly apiKey: string;
  readonly fetch: typeof fetch;
  /** Further tries after a failure that says it may pass. */
  readonly retries: number;
  /** Milliseconds for one call, beside the time it asks the server to wait. */
  readonly timeoutMs: number;
}

export interface Call {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Seconds the server is asked to hold the answer. */
  readonly waitSeconds?: number;
  readonly signal?: AbortSignal | undefined;
  /** Told the headers of the answer that succeeded. */
  readonly onHeaders?: (headers: Headers) => void;
}

const RETRYABLE = new Set([408, 429, 502, 503, 504]);
const IN_FLIGHT = "idempotency_in_flight";
/** A longer body must carry its digest (RFC 9530): what stands between has been seen to cut long bodies short. */
const DIGEST_ABOVE_BYTES = 64 * 1024;
const encoder = new TextEncoder();

/**
 * One call of the HTTP API, tried again where the server says that may help. Every POST that makes something carries an idempotency key, so
 * trying again never makes it twice. Throws {@link CountersignError} with the server's code, or {@link Unavailable}.
 */
export async function call<Body>(options: HttpOptions, request: Call): Promise<Body> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await once<Body>(options, request);
    if (answer.ok) return answer.body;
    if (attempt >= options.retries || !answer.retry || request.signal?.aborted === true) throw answer.error;
    await pause(answer.afterMs ?? 250 * 2 ** attempt * (0.5 + Math.random()), request.signal);
  }
}

type Answer<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly error: CountersignError; readonly retry: boolean; readonly afterMs: number | null };

async function once<Body>(options: HttpOptions, request: Call): Promise<Answer<Body>> {
  const timeout = AbortSignal.timeout(options.timeoutMs + (request.waitSeconds ?? 0) * 1000);
  const signal = request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal]);
  try {
    const body = request.body === undefined ? null : JSON.stringify(request.body);
    const response = await options.fetch(new URL(`/api/v1${request.path}`, options.url), {
      method: request.method,
      headers: { ...headersOf(options, request), ...(body === null ? {} : await contentDigest(body)) },
      signal,
      ...(body === null ? {} : { body }),
    });
    const answer: unknown = await response.json().catch(() => null);
    if (isNoCountersign(response.status, answer)) {
      return { ok: false, error: noCountersign(options.url, response.status), retry: false, afterMs: null };
    }
    if (response.ok) request.onHeaders?.(response.headers);
    // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the server's contract, which its own tests hold it to
    if (response.ok) return { ok: true, body: answer as Body };
    return refusal(response, answer);
  } catch (cause) {
    if (request.signal?.aborted === true) throw cause;
    const error = new Unavailable(`the server at ${options.url} cannot be reached: the action did not run`, { cause });
    return { ok: false, error, retry: true, afterMs: null };
  }
}

/** True for an answer that no Countersign gives: no object at all, or a refusal without a code. What a proxy says of a server that is away may pass. */
function isNoCountersign(status: number, answer: unknown): boolean {
  if (status >= 500 || RETRYABLE.has(status)) return false;
  if (typeof answer !== "object" || answer === null) return true;
  return status >= 400 && !("code" in answer);
}

function noCountersign(url: string, status: number): CountersignError {
  const message = `what answers at ${url} is no Countersign (${String(status)}): is the address right? The action did not run`;
  return new CountersignError("not_countersign", message, { status });
}

/** True where the name of the host is not known at all: a misspelt address, unless the server was reached before. */
export function isUnknownHost(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if ("code" in cause && cause.code === "ENOTFOUND") return true;
  }
  return false;
}

function headersOf({ apiKey }: HttpOptions, request: Call): Record<string, string> {
  return {
    authorization: `Bearer ${apiKey}`,
    accept: "application/json",
    ...(request.body === undefined ? {} : { "content-type": "application/json" }),
    ...(request.waitSeconds === undefined ? {} : { prefer: `wait=${String(request.waitSeconds)}` }),
    ...request.headers,
  };
}

async function contentDigest(body: string): Promise<Record<string, string>> {
  const bytes = encoder.encode(body);
  if (bytes.byteLength <= DIGEST_ABOVE_BYTES) return {};
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return { "content-digest": `sha-256=:${btoa(String.fromCharCode(...hash))}:` };
}

/** The beginning of a text, never ending in half a character: the server refuses those. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
}

function refusal(
  response: Response,
  body: unknown,
): { ok: false; error: CountersignError; retry: boolean; afterMs: number | null } {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- an object, checked here
  const problem = typeof body === "object" && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const code = typeof problem["code"] === "string" ? problem["code"] : "unavailable";
  const detail = typeof problem["detail"] === "string" ? problem["detail"] : `the server answered ${String(response.status)}`;
  const requestId = typeof problem["requestId"] === "string" ? problem["requestId"] : undefined;
  const after = Number(response.headers.get("retry-after"));
  const issues = issuesOf(problem["issues"]);
  const more = { status: response.status, issues, ...(requestId === undefined ? {} : { requestId }) };
  const said = [detail, ...issues.slice(0, ISSUES_SAID).map(({ path, says }) => `${path}: ${says}`)].join("; ");
  const error = response.status >= 500 ? new Unavailable(said, more) : new CountersignError(code, said, more);
  return {
    ok: false,
    error,
    retry: RETRYABLE.has(response.status) || code === IN_FLIGHT,
    afterMs: Number.isFinite(after) && after > 0 ? Math.min(after, 30) * 1000 : null,
  };
}

/** Those that a log should show with the message; all of them are on the error. */
const ISSUES_SAID = 3;

function issuesOf(given: unknown): readonly Issue[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((issue: unknown) => (isIssue(issue) ? [{ path: issue.path, says: issue.says }] : []));
}

function isIssue(issue: unknown): issue is Issue {
  if (typeof issue !== "object" || issue === null || !("path" in issue) || !("says" in issue)) return false;
  return typeof issue.path === "string" && typeof issue.says === "string";
}

/** True for a failure that says nothing of the proposal and may be over at the next try. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof CountersignError)) return false;
  return error instanceof Unavailable || error.code === IN_FLIGHT || RETRYABLE.has(error.status ?? 0);
}

/** Waits, and ends early with the signal's reason. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      reject(signal?.reason instanceof Error ? signal.reason : new Error("aborted"));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      resolve();
    }, ms);
    if (signal?.aborted === true) end();
    else signal?.addEventListener("abort", end, { once: true });
  });
}
