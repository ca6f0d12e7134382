import {
  decide,
  dropLease as dropLeaseEndpoint,
  giveReason as giveReasonEndpoint,
  later,
  previewEdit as previewEditEndpoint,
  releaseNow as releaseNowEndpoint,
  renew,
  takeLease as takeLeaseEndpoint,
  undo,
} from "../../contract/people-endpoints";
import { toCheckResult } from "../../contract/proposal-view";
import { toPerson, toQueueRow } from "../../contract/queue-view";
import type { Context } from "../../services/context";
import { decideProposal } from "../../services/triage/decide-proposal";
import { giveReason, postpone } from "../../services/triage/give-reason";
import { takeLease } from "../../services/triage/lease";
import { namesOf } from "../../services/triage/names-of";
import { previewEdit } from "../../services/triage/preview-edit";
import { peopleIn } from "../../services/triage/read-queue";
import { releaseNow, renewApproval } from "../../services/triage/release";
import { undoDecision } from "../../services/triage/undo-decision";
import type { Answer } from "../answer";
import { json } from "../answer";
import type { Route } from "../route";
import { forPeopleWithBody } from "../route";

type Row = Parameters<typeof peopleIn>[0];

export const peopleDecideRoutes: readonly Route[] = [
  forPeopleWithBody(takeLeaseEndpoint, async ({ parts: { ctx } }, actor, { value }) => {
    const { since, until, heldBy } = await takeLease(ctx, actor, value);
    const names = await namesOf(ctx, heldBy === null ? [] : [heldBy]);
    return json(200, { since, until, heldBy: heldBy === null ? null : toPerson(heldBy, names) });
  }),

  // Giving a card back and leaving it for later are one thing to the server: nobody holds it, and it stays where it is.
  forPeopleWithBody(dropLeaseEndpoint, async ({ parts: { ctx } }, actor, { value }) => {
    return answerRow(ctx, (await postpone(ctx, actor, value)).row);
  }),
  forPeopleWithBody(later, async ({ parts: { ctx } }, actor, { value }) => {
    return answerRow(ctx, (await postpone(ctx, actor, value)).row);
  }),

  forPeopleWithBody(decide, async ({ parts: { ctx } }, actor, { value }) => {
    return answerOutcome(ctx, await decideProposal(ctx, actor, value));
  }),
  forPeopleWithBody(releaseNowEndpoint, async ({ parts: { ctx } }, actor, { value }) => {
    return answerOutcome(ctx, await releaseNow(ctx, actor, value));
  }),
  forPeopleWithBody(previewEditEndpoint, async ({ parts: { ctx } }, actor, { value }) => {
    const { assessment, prediction } = await previewEdit(ctx, actor, value);
    return json(200, toCheckResult(assessment, prediction));
  }),

  forPeopleWithBody(undo, async ({ parts: { ctx } }, actor, { value }) => {
    return answerRow(ctx, (await undoDecision(ctx, actor, value)).row);
  }),
  forPeopleWithBody(giveReasonEndpoint, async ({ parts: { ctx } }, actor, { value }) => {
    return answerRow(ctx, (await giveReason(ctx, actor, value)).row);
  }),
  forPeopleWithBody(renew, async ({ parts: { ctx } }, actor, { value }) => {
    return answerRow(ctx, (await renewApproval(ctx, actor, value)).row);
  }),
];

async function answerRow(ctx: Context, row: Row): Promise<Answer> {
  return json(200, { row: toQueueRow(row, await namesOf(ctx, peopleIn(row))) });
}

async function answerOutcome(
  ctx: Context,
  { row, ...outcome }: Omit<Awaited<ReturnType<typeof decideProposal>>, "outcome"> & { readonly outcome: string },
): Promise<Answer> {
  return json(200, { row: toQueueRow(row, await namesOf(ctx, peopleIn(row))), ...outcome });
}
