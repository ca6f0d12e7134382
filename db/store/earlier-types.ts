import type { AgentId, ProposalId } from "../../lib/domain/ids";
import type { ProposalState } from "../../lib/domain/proposal";
import type { Steps } from "./steps";

/** What a run proposed before, without its payload. */
export interface RunEntry {
  readonly id: ProposalId;
  readonly actionName: string;
  readonly createdAt: number;
  readonly status: ProposalState["status"];
  readonly decision: ProposalState["decision"];
}

/** The figures that people last approved of one agent's action, in one unit: a bounded list, oldest first. */
export interface UsualFiguresRecord {
  readonly agentId: AgentId;
  readonly actionName: string;
  /** What is counted: see `unitOf`. */
  readonly unit: string;
  readonly figures: readonly number[];
}

/** What was done earlier, by a run and by people who approved. */
export interface EarlierReads {
  /** The last proposals that a run made before an instant, newest first, without tests of the reviewers. */
  runBefore(agentId: AgentId, runId: string, at: number, limit: number): Promise<readonly RunEntry[]>;
  /** Whether anything of a run was ever refused, by a person or by policy: where nothing was, nobody need look at what it proposed. */
  runRefused(agentId: AgentId, runId: string): Promise<boolean>;
  usualFigures(agentId: AgentId, actionName: string, unit: string): Promise<UsualFiguresRecord | null>;
}

export interface EarlierWrites {
  usualFigures(agentId: AgentId, actionName: string, unit: string): Steps<UsualFiguresRecord | null>;
  saveUsualFigures(record: UsualFiguresRecord): Steps<void>;
}
