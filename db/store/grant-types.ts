import type { GrantId, PersonId, ProposalId } from "../../lib/domain/ids";
import type { Grant } from "../../lib/domain/policy/grant";
import type { Steps } from "./steps";

export interface GrantReads {
  grant(id: GrantId): Promise<Grant | null>;
  /** Those that may be used at that instant. */
  grantsInForce(at: number): Promise<readonly Grant[]>;
  /** Newest first, whatever became of them. */
  grants(limit: number): Promise<readonly Grant[]>;
  /** Given from this proposal. */
  grantsOfProposal(id: ProposalId): Promise<readonly Grant[]>;
}

export interface GrantWrites {
  grant(id: GrantId): Steps<Grant | null>;
  insertGrant(grant: Grant): Steps<void>;
  /** Counts one use and answers which it was; null, and nothing counted, when it is revoked, past its day or used up. */
  useGrant(id: GrantId, at: number): Steps<number | null>;
  /** False when it had been revoked before. `by` is null where Countersign itself ends it. */
  revokeGrant(id: GrantId, by: PersonId | null, at: number): Steps<boolean>;
}
