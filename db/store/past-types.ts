import type { AgentId, PersonId, ProposalId } from "../../lib/domain/ids";
import type { Label } from "../../lib/domain/measure/label";
import type { Queue, Status } from "../../lib/domain/words";
import type { VersionRecord } from "./types";

/** What became of a proposal, as far as replaying history needs it. The label's members are null where there is none. */
export interface PastRow {
  readonly id: ProposalId;
  readonly createdAt: number;
  readonly agentId: AgentId;
  readonly actionName: string;
  readonly status: Status;
  readonly queue: Queue | null;
  readonly decidedBy: PersonId | null;
  readonly decidedAt: number | null;
  readonly predictedSeconds: number;
  readonly verdict: Label["verdict"] | null;
  readonly because: Label["because"] | null;
  readonly severe: boolean | null;
  readonly excluded: Label["excluded"];
  readonly weight: number | null;
}

/** What a proposal was judged on; facts are null for one that cannot be replayed. */
export interface PastFacts extends Pick<VersionRecord, "payload" | "extras" | "facts"> {
  readonly id: ProposalId;
}

export interface PastReads {
  /** What became of proposals made from one instant on and before another, newest first. */
  pastItems(
    window: { readonly from: number; readonly until: number },
    before: { readonly at: number; readonly id: ProposalId } | null,
    limit: number,
  ): Promise<readonly PastRow[]>;
  /** What proposals were judged on, as first proposed, in no order; at most 1,000 ids. */
  pastFacts(ids: readonly ProposalId[]): Promise<readonly PastFacts[]>;
}
