import type { AgentId, ProposalId } from "../../lib/domain/ids";
import type { Forecast } from "../../lib/domain/measure/calibration";
import type { Kind } from "../../lib/domain/words";
import type { Steps } from "./steps";
import type { FindingRecord, LabelRecord, ReviewRecord, VersionRecord } from "./types";

export interface LabelReads {
  /** What a proposal said of its agent, null while nothing is known. */
  label(proposalId: ProposalId): Promise<LabelRecord | null>;
  /** What an agent declared of items of a kind that were labelled since, and whether it was right: those that count, newest first. */
  forecasts(agentId: AgentId, kind: Kind, limit: number): Promise<readonly Forecast[]>;
  /** Whose items with a declared confidence were labelled since an instant, oldest first. */
  declaredSince(
    at: number,
    limit: number,
  ): Promise<readonly { readonly agentId: AgentId; readonly kind: Kind; readonly at: number }[]>;
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
