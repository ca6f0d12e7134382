import type { Context } from "../context";
import { loadLiveSettings } from "./live-settings";

/** Settings that change faster than a call can keep up with are nobody's usual day. */
const TRIES = 5;

/**
 * Runs an attempt that relies on the live settings, and passes it the ledger entry up to which they are known: give it to the commit as
 * `settingsAsOf`. When another process changed them meanwhile the commit is refused, the settings are loaded, and it is attempted again.
 */
export async function withSettings<Result>(ctx: Context, attempt: (settingsAsOf: number) => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(ctx.live.asOf);
    } catch (error) {
      if (!haveSettingsMoved(error) || tries === TRIES) throw error;
      await loadLiveSettings(ctx);
    }
  }
}

/** True for the store's word that another process changed the settings: nothing was written. */
export function haveSettingsMoved(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "settings_moved";
}
