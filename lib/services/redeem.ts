import type { ProposalWithVersion } from "../../db/store/types";
import type { RedemptionId } from "../domain/ids";
import type { Command } from "../domain/lifecycle/commands";
import { readReceipt } from "../domain/receipt";
import type { Executor } from "./actor";
import { AppError, raise } from "./app-error";
import { assessPayload, declaredOf } from "./assess-payload";
import type { Context } from "./context";
import { stopsFor } from "./context";
import { executable } from "./executor";
import { policyFor } from "./policy/policy-for";
import { withSettings } from "./settings/with-settings";
import { transition } from "./transition";

/**
 * The single use of a receipt, before the executor runs the action. Refuses when the receipt is not this proposal's, has lapsed or was
 * used; when a kill switch is on; and when policy now says `block`. Of many callers at once exactly one succeeds.
 */
export async function redeem(
  ctx: Context,
  actor: Executor,
  id: string,
  receipt: string,
): Promise<{ readonly redemptionId: RedemptionId; readonly found: ProposalWithVersion }> {
  const found = await executable(ctx, actor, id, "redeem");
  const { state } = found.record;
  const read = readReceipt(receipt, { keys: ctx.receipts.verifiers, audience: state.agentId, now: ctx.clock() });
  if (!read.ok) return raise(read.error);
  const claims = read.value;
  if (claims.sub !== state.id || claims.version !== state.version || claims.digest !== state.digest) {
    throw new AppError("receipt_invalid", "this receipt belongs to another proposal or version: fetch the proposal again");
  }
  const redemptionId = ctx.newId("redemption");
  const { after } = await withSettings(ctx, async (settingsAsOf) => {
    const obstacle = await obstacleNow(ctx, found);
    const command = (): Command => ({ type: "redeem", receiptId: claims.jti, redemptionId, obstacle });
    return transition(ctx, actor, state.id, { command, settingsAsOf });
  });
  return { redemptionId, found: { ...found, record: after } };
}

type Obstacle = Extract<Command, { type: "redeem" }>["obstacle"];

async function obstacleNow(ctx: Context, { record, version }: ProposalWithVersion): Promise<Obstacle> {
  const { state } = record;
  const stops = stopsFor(ctx.live, state.agentId, state.kind);
  if (stops.all || stops.agent || stops.kind) {
    return { code: "stopped", detail: "a kill switch is on: do not run it, wait for a person to lift it" };
  }
  const grant = version.assessment.grant;
  if (
    grant !== undefined &&
    state.decision?.source === "policy" &&
    ((await ctx.store.read.grant(grant.id))?.revokedAt ?? null) !== null
  ) {
    return {
      code: "blocked_now",
      detail: "the standing approval that it ran under was revoked: do not run it, propose it again",
    };
  }
  const { kind } = declaredOf(version.payload, version.extras);
  const { policy } = policyFor(ctx, state.agentId, version.payload.action, kind);
  if (policy !== null && policy.version === state.policyVersion) return null;
  const { assessment } = await assessPayload(ctx, state, version.payload, version.extras);
  return assessment.treatment === "block"
    ? { code: "blocked_now", detail: "policy blocks this action since it was approved: do not run it" }
    : null;
}
