import type { VersionExtras } from "../../db/store/types";

/** What makes an agent the same agent for evidence: another model or version starts a new observation (policy.md §4.2). */
export function fingerprintOf(extras: Pick<VersionExtras, "run">): string {
  return JSON.stringify([extras.run.model, extras.run.agentVersion]);
}
