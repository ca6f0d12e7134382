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

/** Another process changed the policy, a kill switch or the workspace since the caller read them: load them again and start over. */
export class SettingsMoved extends Error {
  override readonly name = "SettingsMoved";
  readonly code = "settings_moved";

  constructor() {
    super("the settings changed meanwhile: load them and start over");
  }
}

/** True for an error that says the database cannot serve now. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "unavailable";
}
