import type { ReceiptId } from "../domain/ids";
import { executionMs } from "../domain/lifecycle/decide";
import type { ProposalState } from "../domain/proposal";
import { issueReceipt } from "../domain/receipt";
import type { Context } from "./context";

/**
 * The signed receipt that belongs to `state`: the earlier one while its id is unchanged, a new one when an event named a new id,
 * null when nothing may run.
 */
export function receiptOf(
  ctx: Context,
  state: ProposalState,
  earlier: string | null,
  earlierId: ReceiptId | null,
): string | null {
  const { receiptId, receiptExpiresAt, decision } = state;
  if (receiptId === null || receiptExpiresAt === null || decision === null) return null;
  if (receiptId === earlierId) return earlier;
  const now = ctx.clock();
  return issueReceipt(
    {
      iss: "countersign",
      jti: receiptId,
      sub: state.id,
      aud: state.agentId,
      iat: Math.floor(now / 1000),
      exp: Math.ceil(receiptExpiresAt / 1000),
      version: state.version,
      digest: state.digest,
      action: state.actionName,
      decision: decision.type === "edit" ? "edit" : "approve",
      deciders: decision.by,
      source: decision.source === "policy" ? "policy" : "person",
      policy: state.policyVersion,
      execution: executionMs(state.tier) / 1000,
      nonce: Buffer.from(ctx.randomBytes(12)).toString("base64url"),
    },
    { kid: ctx.receipts.kid, sign: (bytes) => ctx.receipts.sign(bytes) },
  );
}
