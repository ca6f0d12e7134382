/**
 * The disk or the database cannot serve now; nothing was half-written, and the same call may succeed later. Told apart by `code`,
 * never by class: bundles may hold two copies of this module.
 */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
  readonly code = "unavailable";
}

/** A row broke a rule of the schema: a duplicate, a missing parent, a change to what is append-only. A mistake of the caller. */
export class StoreConstraint extends Error {
  override readonly name = "StoreConstraint";
  readonly code = "constraint";
}

/** True for an error that says the database cannot serve now. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "unavailable";
}
