import type { Json, JsonObject } from "./json";
import { returnWords } from "./policy/return-words";

/** What ledger rows about people, agents, keys, policy and settings say to a person. Names in them were checked before they were written. */
export const ADMINISTRATIVE_SENTENCE: Readonly<Record<string, (body: JsonObject) => string>> = {
  "person.created": (body) => `added ${text(body["name"])} as ${text(body["role"])}`,
  "person.role_changed": (body) => `changed a role from ${text(body["from"])} to ${text(body["to"])}`,
  "person.disabled": () => "disabled a person",
  "person.enabled": () => "enabled a person again",
  "person.password_changed": (body) => (body["own"] === true ? "changed their own password" : "set someone’s password"),
  "session.opened": () => "signed in",
  "session.closed": () => "signed out",
  "session.others_closed": () => "signed out everywhere else",
  "session.confirmed": () => "said their password again",
  "session.idle_set": (body) => `sessions now end after ${text(body["minutes"])} idle minutes`,
  "sign_in.failed": () => "failed to sign in",
  "agent.created": (body) => `added the agent ${text(body["name"])}`,
  "agent.disabled": () => "disabled an agent",
  "agent.enabled": () => "enabled an agent again",
  "observation.ended": (body) =>
    `ended the observation of ${text(body["actionName"])} after ${text(body["looked"])} looks, ${text(body["wrong"])} wrong: ${text(body["reason"])}`,
  "observation.restarted": (body) => `asked for 50 more looks at ${text(body["actionName"])}: ${text(body["reason"])}`,
  "key.created": (body) => `made a key, ${text(body["prefix"])}…`,
  "key.rotated": (body) => `replaced a key by ${text(body["prefix"])}…`,
  "key.revoked": (body) => `revoked the key ${text(body["prefix"])}…`,
  "policy.saved": (body) =>
    `saved policy version ${text(body["version"])}${typeof body["stepDays"] === "number" ? ", in stages" : ""}`,
  "policy.rollout_paused": (body) =>
    `paused the roll-out of policy version ${text(body["version"])} at ${text(body["percent"])} %`,
  "policy.rollout_continued": (body) => `let the roll-out of policy version ${text(body["version"])} go on`,
  "policy.rollout_hastened": (body) => `put policy version ${text(body["version"])} into force for everything`,
  "policy.rollout_finished": (body) => `finished the roll-out of policy version ${text(body["version"])}`,
  "policy.rollout_seen": (body) => `has seen that policy version ${text(body["version"])} was returned`,
  "policy.returned": (body) => returnedWords(body),
  "policy.proposed": (body) =>
    body["secondAdmin"] === undefined
      ? "proposed a policy change that a second admin must agree to"
      : `proposed that riskier policy changes wait for a second admin: ${ruleWords(text(body["secondAdmin"]))}`,
  "policy.agreed": () => "agreed to a policy change",
  "policy.dropped": () => "dropped a proposed policy change",
  "policy.draft_saved": (body) => `saved the policy draft ${text(body["name"])}`,
  "policy.draft_dropped": (body) => `dropped the policy draft ${text(body["name"])}`,
  "policy.second_admin_set": (body) => `riskier policy changes now wait for a second admin: ${ruleWords(text(body["to"]))}`,
  "stop.set": (body) => `turned a kill switch on: ${text(body["reason"])}`,
  "stop.cleared": (body) => `turned a kill switch off: ${text(body["reason"])}`,
  "grant.given": (body) =>
    `allowed ${text(body["actionName"])} again, exactly as approved, at most ${text(body["usesMax"])} times`,
  "grant.used": (body) => `ran under a standing approval, use ${text(body["use"])} of ${text(body["of"])}`,
  "grant.revoked": (body) =>
    body["because"] === "finding"
      ? "ended a standing approval, because something that ran under it was wrong"
      : "revoked a standing approval",
  "workspace.set": (body) => (body["mode"] === "alone" ? "one person works here" : "a team works here"),
  "ladder.moved": (body) =>
    body["because"] === "blocked"
      ? `blocked ${text(body["actionName"])}: its audits kept failing`
      : `brought ${text(body["actionName"])} from ${text(body["from"])} back to ${text(body["to"])}`,
  "ladder.set": (body) => `moved ${text(body["actionName"])} from ${text(body["from"])} to ${text(body["to"])}`,
  "ladder.proposed": (body) => `proposed to move ${text(body["actionName"])} from ${text(body["from"])} to ${text(body["to"])}`,
  "look.key_made": () => "made the secret that draws what is looked at again",
  "canaries.set": (body) =>
    body["on"] === true ? "reviewers now meet tests among their items" : "reviewers no longer meet tests",
  "doubles.set": (body) =>
    body["on"] === true ? "quick decisions now get second opinions" : "quick decisions no longer get second opinions",
  "doubles.share_set": (body) => `set the share of quick decisions that get a second opinion to ${text(body["percent"])} %`,
  "soft_cap.set": (body) =>
    body["on"] === true ? "quick items now slow down for whoever goes on without a break" : "quick items no longer slow down",
  "warm_up.set": (body) => (body["on"] === true ? "reviewers now warm up before they begin" : "reviewers no longer warm up"),
  "ledger.exported": () => "exported the record",
};

function ruleWords(rule: string): string {
  return rule === "from_two" ? "once there are two" : rule;
}

function returnedWords(body: JsonObject): string {
  const versions = `policy version ${text(body["version"])} to version ${text(body["to"])}`;
  const { because } = body;
  return because === "person" ? `returned ${versions}` : `returned ${versions}, because ${returnWords(text(because))}`;
}

function text(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "?";
}
