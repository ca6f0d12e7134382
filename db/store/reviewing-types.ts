import type { CommentId, FindingId, PersonId, ProposalId } from "../../lib/domain/ids";
import type { Lane } from "../../lib/domain/words";

/** What a person said about a proposal, to other people. */
export interface CommentRecord {
  readonly id: CommentId;
  readonly proposalId: ProposalId;
  readonly personId: PersonId;
  readonly text: string;
  readonly at: number;
}

export interface FindingRecord {
  readonly id: FindingId;
  readonly proposalId: ProposalId;
  readonly kind: string;
  readonly text: string;
  readonly by: string;
  readonly at: number;
}

/** How a decision was made: evidence of reading, never a secret. */
export interface ReviewRecord {
  readonly proposalId: ProposalId;
  readonly revision: number;
  readonly personId: PersonId;
  readonly personName: string;
  readonly type: string;
  readonly at: number;
  /** Time the card was on screen and the person active, as measured in the browser; null when not measured. */
  readonly activeMs: number | null;
  readonly leasedMs: number | null;
  readonly predictedSeconds: number;
  readonly device: string;
  readonly act: string;
  readonly tooFast: boolean;
}

/** With the lane in which its card stood; of one that was edited, that of the edited version. */
export interface ReviewInLane extends ReviewRecord {
  readonly lane: Lane;
}
