/**
 * Every refusal the product can give, once: HTTP status, title, whether the same call may succeed later.
 * HTTP problems, server actions, OpenAPI, the docs page and the SDK's errors derive from this table.
 */
export const ERROR_CODES = {
  // input
  invalid_json: { status: 400, title: "The body is not acceptable JSON", retryable: false },
  invalid_request: { status: 400, title: "The request does not fit the schema", retryable: false },
  invalid_header: { status: 400, title: "A header is not acceptable", retryable: false },
  invalid_cursor: { status: 400, title: "The cursor was not issued by this server", retryable: false },
  invalid_arguments: { status: 422, title: "The arguments do not fit the action's schema", retryable: false },
  invalid_schema: { status: 422, title: "The argumentsSchema cannot be used", retryable: false },
  invalid_policy: { status: 422, title: "The policy cannot be used", retryable: false },
  payload_too_large: { status: 413, title: "The body is too large", retryable: false },
  unsupported_media_type: { status: 415, title: "The body must be application/json", retryable: false },
  digest_mismatch: { status: 400, title: "The body does not match its Content-Digest", retryable: false },
  method_not_allowed: { status: 405, title: "This path does not answer that method", retryable: false },
  not_found: { status: 404, title: "There is no such thing here", retryable: false },
  // who
  unauthenticated: { status: 401, title: "No valid credential was sent", retryable: false },
  forbidden: { status: 403, title: "This credential may not do that", retryable: false },
  cross_site: { status: 403, title: "The request did not come from this site", retryable: false },
  stale_sign_in: { status: 403, title: "Sign in again to do this", retryable: false },
  too_many_attempts: { status: 429, title: "Too many attempts", retryable: true },
  // pressure
  too_many_pending: { status: 429, title: "Too many proposals are waiting", retryable: true },
  too_many_waits: { status: 429, title: "Too many calls are waiting", retryable: true },
  unavailable: { status: 503, title: "The service cannot do this now", retryable: true },
  internal: { status: 500, title: "Something failed here", retryable: true },
  // idempotency
  idempotency_conflict: { status: 409, title: "The idempotency key was used for another action", retryable: false },
  idempotency_in_flight: { status: 409, title: "The first call with this key is still running", retryable: true },
  // lifecycle
  already_decided: { status: 409, title: "Someone decided first", retryable: false },
  stale: { status: 409, title: "The proposal changed since it was shown", retryable: false },
  not_pending: { status: 409, title: "The proposal is not waiting for a decision", retryable: false },
  not_approved: { status: 409, title: "The proposal is not approved", retryable: false },
  already_redeemed: { status: 409, title: "The receipt was already redeemed", retryable: false },
  not_redeemed: { status: 409, title: "The proposal was not redeemed with this redemption", retryable: false },
  outcome_recorded: { status: 409, title: "Another outcome is already recorded", retryable: false },
  receipt_invalid: { status: 409, title: "The receipt is not valid for this proposal", retryable: false },
  receipt_expired: { status: 409, title: "The receipt has lapsed", retryable: false },
  stopped: { status: 409, title: "A kill switch is on", retryable: true },
  blocked_now: { status: 409, title: "Policy blocks this action now", retryable: false },
  undo_closed: { status: 409, title: "The undo window is closed", retryable: false },
  decision_not_allowed: { status: 409, title: "This proposal does not take that decision", retryable: false },
  already_signed: { status: 409, title: "The same person cannot sign twice", retryable: false },
  separation_of_duties: { status: 403, title: "Another person must sign this", retryable: false },
  too_soon: { status: 428, title: "The card must be read before it is decided", retryable: true },
  act_required: { status: 428, title: "This decision needs a deliberate act", retryable: false },
  reason_required: { status: 422, title: "This decision needs a reason", retryable: false },
  wrong_match: { status: 409, title: "The chosen value is not the one on the card", retryable: false },
  batch_refused: { status: 409, title: "These cannot be approved together", retryable: false },
  leased: { status: 409, title: "Someone else is deciding this", retryable: true },
  // people and settings
  already_exists: { status: 409, title: "That already exists", retryable: false },
  setup_done: { status: 409, title: "The first admin already exists", retryable: false },
  last_admin: { status: 409, title: "A workspace needs an admin", retryable: false },
  weak_password: { status: 422, title: "The password is too easy to guess", retryable: false },
  policy_conflict: { status: 409, title: "The policy changed since you opened it", retryable: false },
  second_admin_required: { status: 403, title: "A second admin must agree", retryable: false },
} as const satisfies Record<string, { status: number; title: string; retryable: boolean }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** A refusal with its stable code, a sentence that says what to do, and what the caller may need to recover. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly detail: string;
  /** Machine-readable context, such as who decided first. Never a secret, never a stack. */
  readonly context?: Readonly<Record<string, string | number | boolean | null>>;
}
