import type { CanaryOutcome } from "../../lib/domain/canary/serving";
import type { AgentId, PersonId, ProposalId } from "../../lib/domain/ids";
import type { Kind } from "../../lib/domain/words";
import type { LookPurpose, LookVerdict } from "../../lib/domain/second-look";
import type { ReviewRecord } from "./reviewing-types";
import type { VersionRecord } from "./types";

/** Something that was drawn for a second look, with the chance it had: 1 / rate is what it stands for. */
export interface DrawRecord {
  readonly proposalId: ProposalId;
  readonly purpose: LookPurpose;
  readonly rate: number;
  readonly at: number;
  /** When the look was given; null while it is owed. */
  readonly settledAt: number | null;
  readonly verdict: LookVerdict | null;
}

/** What one person said of it. */
export interface LookRecord {
  readonly proposalId: ProposalId;
  readonly personId: PersonId;
  readonly at: number;
  readonly verdict: LookVerdict;
  readonly reasonCode: string | null;
  readonly reasonText: string | null;
  readonly tooFast: boolean;
}

/** A test of the reviewers, and what became of it. */
export interface CanaryRecord {
  readonly proposalId: ProposalId;
  /** The real proposal that it was made of. */
  readonly sourceId: ProposalId;
  readonly kind: Kind;
  readonly mutation: string;
  /** In words, for the reveal. */
  readonly wrong: string;
  readonly at: number;
  /** When it ended; null while it is open. */
  readonly decidedAt: number | null;
  /** Null while it is open, and where it ended undecided. */
  readonly decidedBy: PersonId | null;
  readonly outcome: CanaryOutcome | null;
}

/** How many tests of one kind were decided, and how many of them caught. */
export interface CanaryTally {
  readonly kind: Kind;
  readonly shown: number;
  readonly caught: number;
}

/** Reads of second looks and of tests. */
export interface LookReads {
  /** The last approved payload of the same agent and action, of those that were released before an instant. */
  lastApprovedBefore(agentId: AgentId, actionName: string, at: number): Promise<VersionRecord | null>;
  canary(proposalId: ProposalId): Promise<CanaryRecord | null>;
  openCanary(): Promise<CanaryRecord | null>;
  /** The one that ended last. */
  lastCanary(): Promise<CanaryRecord | null>;
  /** Decided tests since an instant, by kind; of everybody with null. */
  canaryTally(by: PersonId | null, since: number): Promise<readonly CanaryTally[]>;
  /** How many of the last tests of a kind (of all kinds with null) were caught, of those that somebody decided; at most `window` are looked at. */
  lastCatches(kind: Kind | null, window: number): Promise<{ readonly shown: number; readonly caught: number }>;
  /** What people approved since an instant, newest first: tests are made of it. */
  canarySources(since: number, limit: number): Promise<readonly { readonly id: ProposalId; readonly kind: Kind }[]>;
  /** How often a person has decided anything, counted no further than `cap`. */
  reviewCount(personId: PersonId, cap: number): Promise<number>;
  /** The last `cap` decisions of a person, newest first: what they were, how long the card was read, and whether that was too short. */
  lastReviews(personId: PersonId, cap: number): Promise<readonly Pick<ReviewRecord, "type" | "activeMs" | "tooFast">[]>;
  draw(proposalId: ProposalId): Promise<DrawRecord | null>;
  looks(proposalId: ProposalId): Promise<readonly LookRecord[]>;
  /** Looks that are owed, counted no further than `cap`, and since when the oldest of them is. */
  lookDebt(purpose: LookPurpose, cap: number): Promise<{ readonly open: number; readonly oldestAt: number | null }>;
  /** What was drawn at an instant or before and is still owed, oldest first. */
  looksOwedSince(purpose: LookPurpose, drawnBy: number, limit: number): Promise<readonly ProposalId[]>;
}

/** How a test ended, and by whom; by nobody when it expired. */
export interface CanaryEnd {
  readonly at: number;
  readonly by: PersonId | null;
  readonly outcome: CanaryOutcome;
}
