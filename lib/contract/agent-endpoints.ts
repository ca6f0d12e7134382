import type { HeaderDeclaration } from "./endpoint";
import { endpoint } from "./endpoint";
import { BatchInput, BatchResult, ListProposalsQuery } from "./listing";
import {
  CheckResult,
  Finding,
  FindingInput,
  LIMITS,
  OutcomeInput,
  PolicyVersion,
  Proposal,
  ProposalInput,
  ProposalPage,
  RedeemInput,
  Redemption,
} from "./proposal";

const PREFER: HeaderDeclaration = {
  name: "Prefer",
  description: `\`wait=n\` holds the answer until the proposal is decided, at most n seconds and never more than ${String(LIMITS.waitSeconds)} (RFC 7240).`,
};
const APPLIED: HeaderDeclaration = { name: "Preference-Applied", description: "The wait that was granted." };
const KEY: HeaderDeclaration = {
  name: "Idempotency-Key",
  description:
    "1 to 255 visible ASCII characters, yours. The same key with the same action gives the first answer again, however often it is sent; " +
    "with another action it is refused.",
};
const DIGEST: HeaderDeclaration = {
  name: "Content-Digest",
  description: "`sha-256=:…:` of the body (RFC 9530). Checked when sent, required above 64 kB.",
};
const REPLAYED: HeaderDeclaration = {
  name: "Idempotent-Replayed",
  description: "`true` when this is the answer to an earlier call with the same key.",
};

export const propose = endpoint({
  id: "propose",
  method: "POST",
  path: "/proposals",
  who: "agent",
  scope: "propose",
  area: "Proposals",
  summary: "Propose an action",
  description:
    "Policy decides at once whether it may run (`approved`, with a receipt), must not run (`blocked`), or waits for a person (`pending`).",
  body: ProposalInput,
  status: 201,
  reply: Proposal,
  headers: [KEY, PREFER, DIGEST],
  replyHeaders: [{ name: "Location", description: "Where to read it again." }, REPLAYED, APPLIED],
  problems: [
    "invalid_arguments",
    "invalid_schema",
    "idempotency_conflict",
    "idempotency_in_flight",
    "too_many_pending",
    "too_many_waits",
  ],
});

export const proposeBatch = endpoint({
  id: "proposeBatch",
  method: "POST",
  path: "/proposals/batch",
  who: "agent",
  scope: "propose",
  area: "Proposals",
  summary: `Propose up to ${String(LIMITS.batchItems)} actions in one call`,
  description:
    "A JSON array, or one JSON object a line as `application/x-ndjson`. Each is answered on its own, in order: a proposal or a problem, and each " +
    "proposal is on disk before the answer; they may be spread over several commits, so a call that breaks off may have made some of them. " +
    "With an `Idempotency-Key`, item i has the key followed by `/i`.",
  body: BatchInput,
  bodyBytes: LIMITS.batchBytes,
  takesLines: true,
  status: 200,
  reply: BatchResult,
  headers: [{ ...KEY, description: `${KEY.description} At most 250 characters here.` }, DIGEST],
  problems: ["idempotency_in_flight"],
});

export const listProposals = endpoint({
  id: "listProposals",
  method: "GET",
  path: "/proposals",
  who: "agent",
  scope: "read",
  area: "Proposals",
  summary: "List your proposals, newest first",
  query: ListProposalsQuery,
  status: 200,
  reply: ProposalPage,
  problems: ["invalid_cursor"],
});

export const getProposal = endpoint({
  id: "getProposal",
  method: "GET",
  path: "/proposals/{id}",
  who: "agent",
  scope: "read",
  area: "Proposals",
  summary: "Read one of your proposals, or wait for its decision",
  description:
    "The first read of a decided proposal is recorded as its delivery, and the time to run it starts then. A HEAD records nothing.",
  status: 200,
  reply: Proposal,
  headers: [PREFER],
  replyHeaders: [APPLIED],
  problems: ["too_many_waits"],
});

export const withdraw = endpoint({
  id: "withdraw",
  method: "POST",
  path: "/proposals/{id}/withdraw",
  who: "agent",
  scope: "propose",
  area: "Proposals",
  summary: "Withdraw a proposal that is no longer wanted",
  status: 200,
  reply: Proposal,
  problems: ["not_pending"],
});

export const redeem = endpoint({
  id: "redeem",
  method: "POST",
  path: "/proposals/{id}/redeem",
  who: "agent",
  scope: "redeem",
  area: "Running",
  summary: "Use a receipt, once, right before running the action",
  body: RedeemInput,
  status: 200,
  reply: Redemption,
  problems: ["not_approved", "already_redeemed", "receipt_invalid", "receipt_expired", "stopped", "blocked_now"],
});

export const reportOutcome = endpoint({
  id: "reportOutcome",
  method: "POST",
  path: "/proposals/{id}/outcome",
  who: "agent",
  scope: "report",
  area: "Running",
  summary: "Report what happened when it ran",
  body: OutcomeInput,
  status: 200,
  reply: Proposal,
  problems: ["not_redeemed", "outcome_recorded"],
});

export const fileFinding = endpoint({
  id: "fileFinding",
  method: "POST",
  path: "/findings",
  who: "agent",
  scope: "findings",
  area: "Running",
  summary: "File evidence that something which ran was wrong",
  body: FindingInput,
  status: 201,
  reply: Finding,
  problems: ["not_found", "not_redeemed"],
});

export const check = endpoint({
  id: "check",
  method: "POST",
  path: "/check",
  who: "agent",
  scope: "propose",
  area: "Policy",
  summary: "Ask what policy would do with an action, without proposing it",
  body: ProposalInput,
  status: 200,
  reply: CheckResult,
  problems: ["invalid_arguments", "invalid_schema"],
});

export const policyVersion = endpoint({
  id: "policyVersion",
  method: "GET",
  path: "/policy/version",
  who: "agent",
  scope: "read",
  area: "Policy",
  summary: "Read which policy is in force",
  status: 200,
  reply: PolicyVersion,
  problems: [],
});

export const agentEvents = endpoint({
  id: "agentEvents",
  method: "GET",
  path: "/events",
  who: "agent",
  scope: "read",
  area: "Proposals",
  summary: "Follow your proposals as server-sent events",
  description:
    "Each event is named `proposal`; its `id` is a place in the record, so `Last-Event-ID` resumes without a gap. A comment comes every 15 s. " +
    "The stream says what changed: read the proposal for its decision and receipt.",
  status: 200,
  reply: { mediaType: "text/event-stream", description: "`event: proposal` with an AgentEvent as `data`." },
  headers: [{ name: "Last-Event-ID", description: "The last `id` that was seen." }],
  problems: ["invalid_cursor", "too_many_waits"],
});
