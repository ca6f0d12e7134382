import type { ErrorCode, Refusal } from "../domain/error-codes";

/**
 * The one error services throw for an expected failure. Told apart by `code`, never by `instanceof`: the server and the framework's bundler
 * load separate copies of this class.
 */
export class AppError extends Error implements Refusal {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly detail: string;
  readonly context: Readonly<Record<string, string | number | boolean | null>>;
  readonly issues: readonly { readonly path: string; readonly says: string }[];
  /** Seconds after which a retry may succeed; null when unknown. */
  readonly retryAfter: number | null;

  constructor(
    code: ErrorCode,
    detail: string,
    more: {
      readonly context?: Refusal["context"];
      readonly issues?: readonly { readonly path: string; readonly says: string }[];
      readonly retryAfter?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    super(`${code}: ${detail}`, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.detail = detail;
    this.context = more.context ?? {};
    this.issues = more.issues ?? [];
    this.retryAfter = more.retryAfter ?? null;
  }
}

/** Throws a domain refusal as the services' error. */
export function raise(refusal: Refusal): never {
  throw new AppError(refusal.code, refusal.detail, refusal.context === undefined ? {} : { context: refusal.context });
}

/** True for an {@link AppError} of any module copy. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === "AppError" && "code" in error && "detail" in error;
}
