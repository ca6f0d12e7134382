import type { Digest } from "../domain/ids";
import type { ProposalState } from "../domain/proposal";
import type { Assessment } from "../domain/risk";
import type { Kind } from "../domain/words";
import type { Context } from "./context";
import type { ReadInput } from "./propose-input";
import type { ProposedBy } from "./propose-types";

/** The state of a proposal as it comes in: pending, at revision 0, with what policy made of it. */
export function undecidedState(
  ctx: Context,
  by: ProposedBy,
  read: ReadInput,
  digest: Digest,
  assessment: Assessment,
  kind: Kind,
  now: number,
): ProposalState {
  return {
    id: ctx.newId("proposal"),
    agentId: by.agentId,
    ownerId: by.ownerId,
    composerId: by.composerId,
    actionName: read.payload.action.name,
    kind,
    tier: assessment.risk.tier,
    treatment: assessment.treatment,
    regulated: assessment.regulated,
    allowed: read.allowed,
    policyVersion: assessment.policyVersion,
    status: "pending",
    version: 1,
    digest,
    revision: 0,
    signatures: [],
    decision: null,
    createdAt: now,
    expiresAt: now + assessment.expiresInMs,
    undoMs: assessment.undoMs,
    releaseAt: null,
    releasedAt: null,
    delivery: "waiting",
    deliveredAt: null,
    receiptId: null,
    receiptExpiresAt: null,
    lapsedAt: null,
    redemptionId: null,
    redeemedAt: null,
    canary: false,
    outcome: null,
  };
}
