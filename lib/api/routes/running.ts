import {
  check as checkEndpoint,
  fileFinding as fileFindingEndpoint,
  policyVersion,
  redeem as redeemEndpoint,
  reportOutcome,
} from "../../contract/agent-endpoints";
import { instant, toCheckResult, toFinding, toProposal } from "../../contract/proposal-view";
import { AppError } from "../../services/app-error";
import { check } from "../../services/check";
import { fileFinding } from "../../services/file-finding";
import { redeem } from "../../services/redeem";
import { report } from "../../services/report";
import { json } from "../answer";
import type { Route } from "../route";
import { forAgents, forAgentsWithBody } from "../route";

export const runningRoutes: readonly Route[] = [
  forAgentsWithBody(redeemEndpoint, async ({ parts: { ctx }, id }, actor, { value }) => {
    const { redemptionId, found } = await redeem(ctx, actor, id, value.receipt);
    return json(200, { redemption: redemptionId, proposal: toProposal(found, ctx.baseUrl) });
  }),

  forAgentsWithBody(reportOutcome, async ({ parts: { ctx }, id }, actor, { value }) => {
    return json(200, toProposal(await report(ctx, actor, id, value), ctx.baseUrl));
  }),

  forAgentsWithBody(fileFindingEndpoint, async ({ parts: { ctx } }, actor, { value }) => {
    return json(201, toFinding(await fileFinding(ctx, actor, value)));
  }),

  forAgentsWithBody(checkEndpoint, async ({ parts: { ctx } }, actor, { value }) => {
    const { assessment, prediction } = await check(ctx, actor, value);
    return json(200, toCheckResult(assessment, prediction));
  }),

  forAgents(policyVersion, ({ parts: { ctx } }) => {
    const { policy, policySince } = ctx.live;
    if (policy === null) {
      throw new AppError("unavailable", "no policy could be loaded: everything goes to a person until an admin saves one");
    }
    return Promise.resolve(json(200, { version: policy.version, since: instant(policySince) }));
  }),
];
