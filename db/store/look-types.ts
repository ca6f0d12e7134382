import type { PersonId, ProposalId } from "../../lib/domain/ids";
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
