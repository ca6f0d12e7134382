import type { ProposalId } from "../../lib/domain/ids";
import type { Steps } from "./steps";
import type { FindingRecord, LabelRecord, ReviewRecord, VersionRecord } from "./types";

export interface LabelReads {
  /** What a proposal said of its agent, null while nothing is known. */
  label(proposalId: ProposalId): Promise<LabelRecord | null>;
}

/** Labels, and under the write lock the whole record that they are made of. */
export interface LabelWrites {
  label(id: ProposalId): Steps<LabelRecord | null>;
  /** Inserts or replaces: the last word on a proposal counts. */
  saveLabel(record: LabelRecord): Steps<void>;
  versionsOf(id: ProposalId): Steps<readonly VersionRecord[]>;
  reviewsOf(id: ProposalId): Steps<readonly ReviewRecord[]>;
  findingsOf(id: ProposalId): Steps<readonly FindingRecord[]>;
}
