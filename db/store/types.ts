import type { Kind, Lane, Queue, Role, Tier } from "../../lib/domain/words";
import type { AgentId, Digest, KeyId, PersonId, ProposalId, SessionId } from "../../lib/domain/ids";
import type { Lease } from "../../lib/domain/lease";
import type { Label } from "../../lib/domain/measure/label";
import type { ReplayFacts } from "../../lib/domain/policy/replay-facts";
import type { JsonObject } from "../../lib/domain/json";
import type { Payload, ProposalState } from "../../lib/domain/proposal";
import type { Assessment } from "../../lib/domain/risk";

export type { CommentRecord, FindingRecord, ReviewInLane, ReviewRecord } from "./reviewing-types";

/** What the store keeps of a proposal beside its state: list columns, and what the agent gets back. */
export interface ProposalRecord {
  readonly state: ProposalState;
  readonly keyId: KeyId | null;
  readonly idempotencyKey: string | null;
  readonly runId: string | null;
  /** Plain text of the card's headline, for lists and search. */
  readonly headline: string;
  readonly lane: Lane;
  readonly predictedSeconds: number;
  /** The section of the queue it stands in; null when nobody needs to see it. */
  readonly queue: Queue | null;
  /** Larger is more urgent; the queue's order is (rank desc, createdAt, id). */
  readonly rank: number;
  /** The receipt as issued (JWS), null before release. */
  readonly receipt: string | null;
  /** Fingerprint of the template it was made from: those with the same one fold into one line; empty where no person has to see it. */
  readonly alike: string;
  /** The person it was given to; null while it is everybody's. */
  readonly assigneeId: PersonId | null;
}

/** One version of the payload. Written once, never changed. */
export interface VersionRecord {
  readonly proposalId: ProposalId;
  readonly version: number;
  readonly digest: Digest;
  readonly payload: Payload;
  readonly extras: VersionExtras;
  readonly assessment: Assessment;
  /** The person who made this version; null for the agent's own. */
  readonly by: PersonId | null;
  readonly at: number;
  /** The bytes as the agent sent them, decoded as UTF-8; null for an edit. */
  readonly raw: string | null;
  /** What policy knew beside payload and extras, so that the judgement can be replayed; null for a version older than that. */
  readonly facts: ReplayFacts | null;
}

/** What travels with a payload and is not part of what is shown as the action. */
export interface VersionExtras {
  readonly confidence: number | null;
  readonly argumentsSchema: JsonObject | null;
  /** Opaque, returned with the decision. */
  readonly state: string | null;
  readonly run: {
    readonly id: string | null;
    readonly step: number | null;
    readonly agentVersion: string | null;
    readonly model: string | null;
    /** Absent in what was kept before agents could say it. */
    readonly promptVersion?: string | null;
    readonly traceUrl: string | null;
  };
  /** All versions that count for evidence, as one text; absent where `run` says them all. */
  readonly fingerprint?: string;
  readonly declared: { readonly kind: string | null; readonly stakes: string | null; readonly reversibility: string | null };
}

/** A proposal with its current version. */
export interface ProposalWithVersion {
  readonly record: ProposalRecord;
  readonly version: VersionRecord;
}

export interface AgentRecord {
  readonly id: AgentId;
  readonly name: string;
  readonly skeleton: string;
  /** True for the agent `manual`, which people compose under. */
  readonly builtIn: boolean;
  readonly ownerId: PersonId | null;
  readonly createdAt: number;
  readonly disabledAt: number | null;
}

export interface KeyRecord {
  readonly id: KeyId;
  readonly agentId: AgentId;
  readonly label: string;
  /** The first characters, to recognise it by. */
  readonly prefix: string;
  readonly hash: string;
  readonly scopes: readonly string[];
  readonly createdBy: PersonId | null;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
  /** The key this one replaces; the old one keeps working until its own expiry. */
  readonly replaces: KeyId | null;
}

export interface PersonRecord {
  readonly id: PersonId;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** argon2id in PHC form. */
  readonly passwordHash: string;
  readonly createdAt: number;
  readonly disabledAt: number | null;
}

export interface SessionRecord {
  readonly id: SessionId;
  readonly personId: PersonId;
  readonly createdAt: number;
  /** When the person last proved who they are. */
  readonly authenticatedAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
  readonly userAgent: string | null;
}

export type LeaseRecord = Lease;

export interface PolicyRecord {
  readonly version: number;
  /** The document as saved. */
  readonly text: string;
  readonly by: PersonId | null;
  readonly at: number;
  readonly note: string;
  readonly basedOn: number | null;
}

/** A kill switch: everything, one agent or one kind goes to review. */
export interface StopRecord {
  /** `all`, `agent:agt_…` or `kind:payment`. */
  readonly scope: string;
  readonly by: PersonId;
  readonly at: number;
  readonly reason: string;
}

export interface ObservationRecord {
  readonly agentId: AgentId;
  readonly actionName: string;
  /** Versions of model, agent, prompt, tool and card as one string: another one starts a new observation. */
  readonly fingerprint: string;
  readonly looked: number;
  readonly wrong: number;
  readonly endedAt: number | null;
}

/** What one proposal says of its agent, with the cell it counts in. One a proposal, replaced when a later event says otherwise. */
export interface LabelRecord extends Label {
  readonly proposalId: ProposalId;
  readonly agentId: AgentId;
  readonly actionName: string;
  readonly kind: Kind;
  readonly tier: Tier;
  readonly fingerprint: string;
  /** What the agent declared, 0 to 1; null where it said nothing. */
  readonly confidence: number | null;
  readonly at: number;
}

/** How much of a limit is used: one bucket a limit, subject and window start. */
export interface UsageRecord {
  readonly limitKey: string;
  readonly windowStart: number;
  readonly count: number;
  /** Minor units or whatever the limit sums, as an integer times 10^-6. */
  readonly sum: number;
}

/** How often an agent's approved actions reached one recipient, host or payee. */
export interface CounterpartRecord {
  readonly agentId: AgentId;
  readonly counterpart: string;
  readonly seen: number;
  readonly lastAt: number;
}

/** A draft of a ledger row; the store adds the sequence number and the chain. */
export interface LedgerDraft {
  readonly at: number;
  readonly type: string;
  readonly subject: string | null;
  /** The agent it concerns, so that its event stream can resume. */
  readonly agentId: AgentId | null;
  readonly actor: string;
  readonly body: JsonObject;
}

export interface LedgerRow {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly subject: string | null;
  readonly agentId: AgentId | null;
  readonly entry: string;
  readonly hash: string;
}

/** One line of a list: no payload, no version. */
export interface ListRow {
  readonly id: ProposalId;
  readonly headline: string;
  readonly agentId: AgentId;
  readonly agentName: string;
  readonly actionName: string;
  readonly state: ProposalState;
  readonly tier: Tier;
  readonly lane: Lane;
  readonly predictedSeconds: number;
  readonly queue: Queue | null;
  readonly rank: number;
  readonly lease: LeaseRecord | null;
  readonly alike: string;
  readonly assigneeId: PersonId | null;
  /** How often people said something about it. */
  readonly comments: number;
}

/** A keyset cursor: the order's values of the last row seen. */
export interface Cursor {
  readonly rank: number;
  readonly at: number;
  readonly id: string;
  /** In the order by agent: whose it was, and of which template. */
  readonly group?: readonly [agentId: string, alike: string];
}
