import type { CanaryOutcome } from "../../lib/domain/canary/serving";
import type { PersonId, ProposalId } from "../../lib/domain/ids";
import type { Kind } from "../../lib/domain/words";
import type { LookPurpose, LookVerdict } from "../../lib/domain/second-look";

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
