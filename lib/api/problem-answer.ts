import type { Problem } from "../contract/problem";
import type { ErrorCode } from "../domain/error-codes";
import { ERROR_CODES } from "../domain/error-codes";
import { AppError, isAppError } from "../services/app-error";
import type { Log } from "../services/context";
import type { Answer } from "./answer";

/** Seconds after which a retry may help, where the refusal itself does not know. */
const RETRY_AFTER: Partial<Record<ErrorCode, number>> = {
  too_many_attempts: 30,
  too_many_pending: 30,
  too_many_waits: 5,
  // A server that ends or a connection that breaks is over in a moment, and agents wait for their answers meanwhile.
  unavailable: 1,
  internal: 5,
  stopped: 60,
  leased: 10,
};

const ISSUES_MAX = 20;

/** The problem document (RFC 9457) of a refusal. Holds no stack, no cause and no value of the caller's. */
export function toProblem(error: AppError, requestId: string): Problem {
  const { status, title } = ERROR_CODES[error.code];
  return {
    type: `/docs/api#${error.code}`,
    title,
    status,
    detail: error.detail,
    code: error.code,
    requestId,
    ...(error.issues.length === 0 ? {} : { issues: error.issues.slice(0, ISSUES_MAX).map((issue) => ({ ...issue })) }),
    ...(Object.keys(error.context).length === 0 ? {} : { context: { ...error.context } }),
  };
}

/** A refusal as an answer. What was not foreseen becomes `internal`, and its cause goes to the log under the same request id. */
export function problemAnswer(thrown: unknown, requestId: string, log: Log): Answer {
  const error = expected(thrown);
  const { status, retryable } = ERROR_CODES[error.code];
  if (status >= 500) log.error({ requestId, code: error.code, err: thrown }, "a call failed");
  const after = error.retryAfter ?? RETRY_AFTER[error.code] ?? 1;
  return {
    status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      ...(retryable ? { "retry-after": String(after) } : {}),
      ...(error.code === "unauthenticated" ? { "www-authenticate": 'Bearer realm="countersign"' } : {}),
      ...(error.code === "payload_too_large" ? { connection: "close" } : {}),
    },
    body: JSON.stringify(toProblem(error, requestId)),
  };
}

/** Any failure as the one error: the store's `unavailable` keeps its code, the rest says nothing about itself. */
export function expected(thrown: unknown): AppError {
  if (isAppError(thrown)) return thrown;
  if (thrown instanceof Error && "code" in thrown && thrown.code === "unavailable") {
    return new AppError("unavailable", "the database takes no writes now: send it again, nothing was half done");
  }
  return new AppError("internal", "something failed here: send it again, and quote the request id if it persists");
}
