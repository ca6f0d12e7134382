/** The types of ledger entries that change what every process keeps in memory: the policy, the ladder, standing approvals, the kill switches and the workspace's mode. */
export const SETTINGS_EVENTS = [
  "policy.saved",
  "stop.set",
  "stop.cleared",
  "workspace.set",
  "ladder.moved",
  "ladder.set",
  "grant.given",
  "grant.revoked",
] as const;
