import {
  addComment,
  approveBatch as approveBatchEndpoint,
  assign as assignEndpoint,
  drawBatch as drawBatchEndpoint,
  readAlike as readAlikeEndpoint,
  readComments as readCommentsEndpoint,
  readEarlier as readEarlierEndpoint,
  readRun as readRunEndpoint,
  rejectAll as rejectAllEndpoint,
  reportProblem,
} from "../../contract/together-endpoints";
import { toAlikeGroup, toComment, toEarlierDecisions, toQueueRow, toRunSteps } from "../../contract/queue-view";
import { toFinding } from "../../contract/proposal-view";
import { revealedAmong } from "../../services/canary/reveal";
import type { Context } from "../../services/context";
import { fileFinding } from "../../services/file-finding";
import { assign } from "../../services/triage/assign";
import { approveBatch, drawBatch } from "../../services/triage/batch";
import { comment, readComments } from "../../services/triage/comments";
import { asSeenBy } from "../../services/triage/withheld";
import { namesOf } from "../../services/triage/names-of";
import { readAlike } from "../../services/triage/read-alike";
import { readEarlier } from "../../services/triage/read-earlier";
import { peopleIn } from "../../services/triage/read-queue";
import { readRun } from "../../services/triage/read-run";
import { rejectAll } from "../../services/triage/reject-all";
import { json } from "../answer";
import type { Route } from "../route";
import { forPeople, forPeopleWithBody } from "../route";

type Row = Parameters<typeof peopleIn>[0];

/** What people do with many at once, and with each other. */
export const peopleTogetherRoutes: readonly Route[] = [
  forPeople(readAlikeEndpoint, async ({ parts: { ctx }, id }, actor) => json(200, toAlikeGroup(await readAlike(ctx, actor, id)))),
  forPeople(readEarlierEndpoint, async ({ parts: { ctx }, id }, actor) =>
    json(200, toEarlierDecisions(await readEarlier(ctx, actor, id))),
  ),
  forPeople(readRunEndpoint, async ({ parts: { ctx }, id }, actor) => json(200, toRunSteps(await readRun(ctx, actor, id)))),
  forPeopleWithBody(drawBatchEndpoint, async ({ parts: { ctx } }, actor, { value }) =>
    json(200, await drawBatch(ctx, actor, value.items)),
  ),
  forPeopleWithBody(approveBatchEndpoint, async ({ parts: { ctx } }, actor, { value }) => {
    const rows = await approveBatch(ctx, actor, value);
    return json(200, { rows: await shown(ctx, rows), tests: await revealedAmong(ctx, rows) });
  }),
  forPeopleWithBody(rejectAllEndpoint, async ({ parts: { ctx } }, actor, { value }) => {
    const { rejected, skipped } = await rejectAll(ctx, actor, value);
    return json(200, { rejected: await shown(ctx, rejected), tests: await revealedAmong(ctx, rejected), skipped });
  }),
  forPeople(readCommentsEndpoint, async ({ parts: { ctx }, id }, actor) => {
    const { comments, sealed, names } = await readComments(ctx, actor, id);
    return json(200, { items: comments.map((one) => toComment(one, names)), sealed });
  }),
  forPeopleWithBody(addComment, async ({ parts: { ctx } }, actor, { value }) => {
    const made = await comment(ctx, actor, value);
    return json(200, toComment(made, new Map([[actor.personId, actor.name]])));
  }),
  forPeopleWithBody(reportProblem, async ({ parts: { ctx } }, actor, { value }) => {
    return json(201, toFinding(await fileFinding(ctx, actor, value)));
  }),
  forPeopleWithBody(assignEndpoint, async ({ parts: { ctx } }, actor, { value }) => {
    const [row] = await shown(ctx, [asSeenBy(actor, (await assign(ctx, actor, value)).row)]);
    return json(200, { row });
  }),
];

async function shown(ctx: Context, rows: readonly Row[]) {
  const names = await namesOf(ctx, rows.flatMap(peopleIn));
  return rows.map((row) => toQueueRow(row, names));
}
