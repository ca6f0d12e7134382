import type { GroupReads, QueueSort } from "./group-reads";
import type { BatchDraft } from "../../lib/domain/alike/batch";
import type { Preferences } from "../../lib/domain/preferences";
import type { AgentId, Digest, KeyId, PersonId, ProposalId, SessionId } from "../../lib/domain/ids";
import type { LookVerdict } from "../../lib/domain/second-look";
import type { Kind, Queue, Role, Status, Tier } from "../../lib/domain/words";
import type { CanaryEnd, CanaryRecord, DrawRecord, LookReads, LookRecord } from "./look-types";
import type {
  AgentRecord,
  CommentRecord,
  CounterpartRecord,
  Cursor,
  FindingRecord,
  KeyRecord,
  LeaseRecord,
  LedgerDraft,
  LedgerRow,
  ListRow,
  ObservationRecord,
  PersonRecord,
  PolicyRecord,
  ProposalRecord,
  ProposalWithVersion,
  ReviewInLane,
  ReviewRecord,
  SessionRecord,
  StopRecord,
  UsageRecord,
  VersionRecord,
} from "./types";
import type { CellReads, CellWrites } from "./cell-types";
import type { GrantReads, GrantWrites } from "./grant-types";
import type { InsightReads } from "./insight-types";
import type { EarlierReads, EarlierWrites } from "./earlier-types";
import type { LabelReads, LabelWrites } from "./label-types";
import type { Others } from "./others";
import type { PastReads } from "./past-types";
import type { PolicyDraftReads, PolicyDraftWrites } from "./policy-draft-types";
import type { Steps } from "./steps";

export type { Follower, Others } from "./others";
export type { Query, Steps } from "./steps";

/** What a body must return: its result with at least one ledger draft, or an explicit `unchanged`. */
export type Committed<Result> =
  | { readonly result: Result; readonly events: readonly [LedgerDraft, ...LedgerDraft[]] }
  | { readonly result: Result; readonly unchanged: true };

export type Body<Result> = (tx: Transaction) => Steps<Committed<Result>>;

/** What `transact` answers: the result, and the ledger rows that were committed with it (empty when unchanged). */
export interface Done<Result> {
  readonly result: Result;
  readonly rows: readonly LedgerRow[];
}

/**
 * The database as the services see it. Reads are promises; writes exist only inside `transact`, whose answer comes after the commit
 * is on disk. Throws `StoreUnavailable` (code `unavailable`) when the disk or the database fails; nothing is half-written then.
 */
export interface Store {
  readonly read: Reads;
  /**
   * `settingsAsOf` is the ledger entry up to which the caller knew the settings that it relied on (see `lib/domain/settings-events.ts`): when
   * another process has changed them since, nothing is written and `SettingsMoved` (code `settings_moved`) is thrown.
   */
  transact<Result>(body: Body<Result>, options?: { readonly settingsAsOf: number }): Promise<Done<Result>>;
  /** What other processes on the same database do; null where this process is the only one. */
  readonly others: Others | null;
  /** Copies the database, consistently, to a file that did not exist; progress in pages. */
  backup(file: string, onProgress?: (done: number, total: number) => void): Promise<void>;
  /** True when a write would be accepted now. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

export interface ListFilter {
  readonly statuses?: readonly Status[];
  readonly agentId?: AgentId;
  readonly kind?: Kind;
  readonly tier?: Tier;
  readonly decidedBy?: PersonId;
  /** Substring of headline, action name or id; case folded for ASCII. */
  readonly text?: string;
  /** By the instant of the proposal: from this one on … */
  readonly from?: number;
  /** … and before this one. */
  readonly until?: number;
}

export interface Reads
  extends GroupReads, PastReads, EarlierReads, InsightReads, LookReads, CellReads, GrantReads, PolicyDraftReads, LabelReads {
  proposal(id: ProposalId): Promise<ProposalWithVersion | null>;
  proposalByKey(agentId: AgentId, idempotencyKey: string): Promise<ProposalWithVersion | null>;
  versions(id: ProposalId): Promise<readonly VersionRecord[]>;
  /** The agent's own, newest first. */
  proposalsOfAgent(
    agentId: AgentId,
    statuses: readonly Status[] | null,
    runId: string | null,
    after: Cursor | null,
    limit: number,
  ): Promise<readonly ProposalWithVersion[]>;
  pendingOfKey(keyId: KeyId, cap: number): Promise<number>;
  queuePage(
    queue: Queue,
    filter: { readonly agentId?: AgentId; readonly kind?: Kind },
    sort: QueueSort,
    after: Cursor | null,
    limit: number,
  ): Promise<readonly ListRow[]>;
  /** Rows whose deadline is near, soonest first: they stand above the order. */
  expiringBefore(queue: Queue, at: number, limit: number): Promise<readonly ListRow[]>;
  listRow(id: ProposalId): Promise<ListRow | null>;
  /** Each section's size, counted no further than `cap`. */
  queueCounts(cap: number): Promise<Readonly<Record<Queue, number>>>;
  /** Approvals in `waiting` that were released, or renewed, at `before` or earlier and that their agent has not fetched, counted no further than `cap`. */
  undelivered(before: number, cap: number): Promise<number>;
  /** Proposals made at `since` or later, the newest `looked` of them at most, and how many of those ran without a person having looked first. */
  madeSince(since: number, looked: number): Promise<{ readonly made: number; readonly alone: number }>;
  history(filter: ListFilter, after: Cursor | null, limit: number): Promise<readonly ListRow[]>;
  /** Newest first decisions of one person: as the only signer, as either of two, and as the first of two that still lacks the second. */
  lastDecisions(by: PersonId, limit: number): Promise<readonly ListRow[]>;
  dueForRelease(at: number, limit: number): Promise<readonly ProposalId[]>;
  dueForExpiry(at: number, limit: number): Promise<readonly ProposalId[]>;
  dueForLapse(at: number, limit: number): Promise<readonly ProposalId[]>;
  /** The earliest moment at which one of the three above has work; null when none is scheduled. */
  nextDeadline(): Promise<number | null>;
  /** The last approved payload of the same agent and action. */
  lastApproved(agentId: AgentId, actionName: string): Promise<VersionRecord | null>;
  counterpart(agentId: AgentId, counterpart: string): Promise<CounterpartRecord | null>;
  observation(agentId: AgentId, actionName: string, fingerprint: string): Promise<ObservationRecord | null>;
  observationsOfAgent(agentId: AgentId): Promise<readonly ObservationRecord[]>;
  usage(limitKey: string, windowStart: number): Promise<UsageRecord | null>;
  /** The count of a key's windows that start at an instant or later. */
  usedSince(limitKey: string, windowStart: number): Promise<number>;
  agent(id: AgentId): Promise<AgentRecord | null>;
  agentByName(name: string): Promise<AgentRecord | null>;
  agents(): Promise<readonly AgentRecord[]>;
  key(id: KeyId): Promise<KeyRecord | null>;
  keyByHash(hash: string): Promise<{ readonly key: KeyRecord; readonly agent: AgentRecord } | null>;
  keysOfAgent(agentId: AgentId): Promise<readonly KeyRecord[]>;
  person(id: PersonId): Promise<PersonRecord | null>;
  personByEmail(email: string): Promise<PersonRecord | null>;
  people(): Promise<readonly PersonRecord[]>;
  preferences(id: PersonId): Promise<Preferences | null>;
  /** People who may sign in: the disabled are not counted. */
  countPeople(role: Role | null): Promise<number>;
  session(id: SessionId): Promise<{ readonly session: SessionRecord; readonly person: PersonRecord } | null>;
  sessionsOfPerson(id: PersonId): Promise<readonly SessionRecord[]>;
  policy(version: number | null): Promise<PolicyRecord | null>;
  policies(limit: number): Promise<readonly Omit<PolicyRecord, "text">[]>;
  stops(): Promise<readonly StopRecord[]>;
  leases(ids: readonly ProposalId[], at: number): Promise<readonly LeaseRecord[]>;
  findings(proposalId: ProposalId): Promise<readonly FindingRecord[]>;
  /** Oldest first. */
  comments(proposalId: ProposalId): Promise<readonly CommentRecord[]>;
  reviews(proposalId: ProposalId): Promise<readonly ReviewRecord[]>;
  /** Decisions of one person since an instant, for "today 34, median 7 s": count and active times, at most 1,000. */
  reviewsSince(personId: PersonId, since: number): Promise<readonly ReviewInLane[]>;
  setting(key: string): Promise<string | null>;
  ledgerOf(subject: string): Promise<readonly LedgerRow[]>;
  ledgerAfter(seq: number, limit: number): Promise<readonly LedgerRow[]>;
  ledgerBefore(seq: number | null, limit: number, type: string | null): Promise<readonly LedgerRow[]>;
  ledgerOfAgentAfter(agentId: AgentId, seq: number, limit: number): Promise<readonly LedgerRow[]>;
  ledgerHead(): Promise<{ readonly seq: number; readonly hash: string }>;
}

/** Reads and writes under the write lock. A `save` answers false when another write came first. */
export interface Transaction extends EarlierWrites, CellWrites, GrantWrites, PolicyDraftWrites, LabelWrites {
  proposal(id: ProposalId): Steps<ProposalRecord | null>;
  /** With the digest as first proposed, whatever was edited since: what a repeated call is compared with. */
  proposalByKey(agentId: AgentId, idempotencyKey: string): Steps<{ readonly id: ProposalId; readonly digest: Digest } | null>;
  insertProposal(record: ProposalRecord, version: VersionRecord): Steps<void>;
  insertVersion(version: VersionRecord): Steps<void>;
  /** Conditional on the revision that was read: false when it moved. */
  saveProposal(record: ProposalRecord, readRevision: number): Steps<boolean>;
  lease(id: ProposalId): Steps<LeaseRecord | null>;
  saveLease(lease: LeaseRecord): Steps<void>;
  deleteLease(id: ProposalId): Steps<void>;
  addUsage(limitKey: string, windowStart: number, count: number, sum: number): Steps<UsageRecord>;
  observation(agentId: AgentId, actionName: string, fingerprint: string): Steps<ObservationRecord | null>;
  saveObservation(record: ObservationRecord): Steps<void>;
  addCounterpart(agentId: AgentId, counterpart: string, at: number): Steps<void>;
  batchDraft(personId: PersonId): Steps<BatchDraft | null>;
  saveBatchDraft(personId: PersonId, draft: BatchDraft): Steps<void>;
  deleteBatchDraft(personId: PersonId): Steps<void>;
  insertComment(record: CommentRecord): Steps<void>;
  insertFinding(record: FindingRecord): Steps<void>;
  insertReview(record: ReviewRecord): Steps<void>;
  openCanary(): Steps<CanaryRecord | null>;
  insertCanary(record: CanaryRecord): Steps<void>;
  endCanary(id: ProposalId, end: CanaryEnd): Steps<void>;
  draw(id: ProposalId): Steps<DrawRecord | null>;
  insertDraw(record: DrawRecord): Steps<void>;
  /** With null nobody could say: it ends without a majority. */
  settleDraw(id: ProposalId, verdict: LookVerdict | null, at: number): Steps<boolean>;
  insertLook(record: LookRecord): Steps<void>;
  looksAt(id: ProposalId): Steps<readonly LookRecord[]>;
  agent(id: AgentId): Steps<AgentRecord | null>;
  insertAgent(record: AgentRecord): Steps<void>;
  saveAgent(record: AgentRecord): Steps<void>;
  agentBySkeleton(skeleton: string): Steps<AgentRecord | null>;
  insertKey(record: KeyRecord): Steps<void>;
  saveKey(record: KeyRecord): Steps<void>;
  key(id: KeyId): Steps<KeyRecord | null>;
  /** Batched by the caller: an observation of use, not an event. */
  touchKeys(used: readonly { readonly id: KeyId; readonly at: number }[]): Steps<void>;
  insertPerson(record: PersonRecord): Steps<void>;
  savePerson(record: PersonRecord): Steps<void>;
  person(id: PersonId): Steps<PersonRecord | null>;
  preferences(id: PersonId): Steps<Preferences | null>;
  savePreferences(id: PersonId, document: Preferences): Steps<void>;
  personByEmail(email: string): Steps<PersonRecord | null>;
  /** People who may sign in: the disabled are not counted. */
  countPeople(role: Role | null): Steps<number>;
  session(id: SessionId): Steps<SessionRecord | null>;
  insertSession(record: SessionRecord): Steps<void>;
  saveSession(record: SessionRecord): Steps<void>;
  revokeSessions(personId: PersonId, at: number, except: SessionId | null): Steps<number>;
  latestPolicyVersion(): Steps<number | null>;
  policy(version: number): Steps<PolicyRecord | null>;
  insertPolicy(record: PolicyRecord): Steps<void>;
  stop(scope: string): Steps<StopRecord | null>;
  insertStop(record: StopRecord): Steps<void>;
  deleteStop(scope: string): Steps<void>;
  setting(key: string): Steps<string | null>;
  saveSetting(key: string, value: string): Steps<void>;
}
