import type { Role } from "./words";

/** Everything a person may be allowed to do. What is not in {@link ROLES_OF} for a role is forbidden to it. */
export const VERBS = [
  "queue.read",
  "proposal.decide",
  "proposal.compose",
  "finding.file",
  "measures.read",
  "policy.read",
  "policy.save",
  "grants.give",
  "grants.revoke",
  "agents.read",
  "agents.manage",
  "keys.manage",
  "people.read",
  "people.manage",
  "stops.set",
  "stops.clear",
  "settings.manage",
  "ledger.read",
  "ledger.export",
] as const;
export type Verb = (typeof VERBS)[number];

const EVERYONE: readonly Role[] = ["reviewer", "admin", "auditor"];
const DECIDERS: readonly Role[] = ["reviewer", "admin"];
const ADMINS: readonly Role[] = ["admin"];
const RECORD_KEEPERS: readonly Role[] = ["admin", "auditor"];

/**
 * Who may do what. An auditor reads everything and changes nothing. A reviewer decides and may stop a runaway agent at once,
 * but only an admin starts it again: stopping is the safe direction.
 */
const ROLES_OF: Readonly<Record<Verb, readonly Role[]>> = {
  "queue.read": EVERYONE,
  "proposal.decide": DECIDERS,
  "proposal.compose": DECIDERS,
  "finding.file": DECIDERS,
  "measures.read": EVERYONE,
  "policy.read": EVERYONE,
  "policy.save": ADMINS,
  "grants.give": ADMINS,
  "grants.revoke": DECIDERS,
  "agents.read": EVERYONE,
  "agents.manage": ADMINS,
  "keys.manage": ADMINS,
  "people.read": RECORD_KEEPERS,
  "people.manage": ADMINS,
  "stops.set": DECIDERS,
  "stops.clear": ADMINS,
  "settings.manage": ADMINS,
  "ledger.read": EVERYONE,
  "ledger.export": RECORD_KEEPERS,
};

/** True when a person of this role may do it. */
export function can(role: Role, verb: Verb): boolean {
  return ROLES_OF[verb].includes(role);
}
