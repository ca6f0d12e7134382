import { StoreConstraint, StoreUnavailable } from "./store/failures";

/**
 * Conditions in which the server refuses or breaks off work that was right (PostgreSQL, appendix A): connection exceptions, aborted
 * transactions, read-only transactions, serialization failures and deadlocks, resources that ran out, operators' interventions,
 * system errors, locks not available in time, and internal errors.
 */
const UNAVAILABLE = /^(08|25(?!P02)|40|53|55|57|58|F0|XX)/u;
/** A rule of the schema was broken, or a value is one that no column can hold. */
const CONSTRAINT = /^(22|23|54000)/u;
/** Worth another try at once: another transaction came between, or the connection is gone. */
const PASSING = /^(08|40001$|40P01$|55P03$|57P0[123]$)/u;

/** The five-character condition of a server's error; null for one that never came from a server. */
export function conditionOf(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" && /^[0-9A-Z]{5}$/u.test(code) && !NODE_CODES.has(code) ? code : null;
}

/** Node's own codes that look like conditions. */
const NODE_CODES = new Set(["EPIPE", "EBUSY", "EPERM", "EXDEV"]);

/** A connection that broke, in the words of the operating system or of the driver. An address that leads nowhere is said at once. */
const BROKEN =
  /^(ECONNRESET$|EPIPE$|ETIMEDOUT$|Connection terminated|Client has encountered a connection error|Client was closed|timeout e|Query read timeout)/u;

/** A driver's error in the store's words. What has no condition is a connection that failed: nothing else comes without one. */
export function translate(error: unknown): Error {
  if (error instanceof StoreUnavailable || error instanceof StoreConstraint) return error;
  const condition = conditionOf(error);
  const says = error instanceof Error ? error.message : String(error);
  if (condition === null) return new StoreUnavailable(`the database cannot be reached: ${says}`, { cause: error });
  if (CONSTRAINT.test(condition)) return new StoreConstraint(says, { cause: error });
  if (UNAVAILABLE.test(condition)) return new StoreUnavailable(`the database cannot serve now: ${condition}`, { cause: error });
  return error instanceof Error ? error : new Error(says);
}

/** True when the same work may succeed if it is simply tried again: what broke off, not what could never begin. */
export function isPassing(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const condition = conditionOf(cause);
  if (condition !== null) return PASSING.test(condition);
  if (!(cause instanceof Error)) return false;
  return BROKEN.test("code" in cause ? String(cause.code) : cause.message);
}
