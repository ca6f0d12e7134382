import type { PersonId } from "../../lib/domain/ids";
import type { Steps } from "./steps";

/** A draft of the policy as it was saved last under its name. */
export interface PolicyDraftRecord {
  readonly name: string;
  readonly text: string;
  /** The version that was in force when it was saved. */
  readonly basedOn: number;
  readonly by: PersonId;
  readonly at: number;
}

export interface PolicyDraftReads {
  policyDraft(name: string): Promise<PolicyDraftRecord | null>;
  /** By name, without their documents. */
  policyDrafts(): Promise<readonly Omit<PolicyDraftRecord, "text">[]>;
}

export interface PolicyDraftWrites {
  policyDraft(name: string): Steps<PolicyDraftRecord | null>;
  countPolicyDrafts(): Steps<number>;
  savePolicyDraft(draft: PolicyDraftRecord): Steps<void>;
  deletePolicyDraft(name: string): Steps<void>;
}
