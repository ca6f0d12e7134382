/** The types of ledger entries that change what every process keeps in memory: the policy, the ladder, standing approvals, the kill switches and the workspace's mode. */
export const SETTINGS_EVENTS = [
  "policy.saved",
  "policy.rollout_paused",
  "policy.rollout_continued",
  "policy.rollout_hastened",
  "policy.rollout_finished",
  "policy.rollout_seen",
  "stop.set",
  "stop.cleared",
  "workspace.set",
  "ladder.moved",
  "ladder.set",
  "grant.given",
  "grant.revoked",
] as const;
