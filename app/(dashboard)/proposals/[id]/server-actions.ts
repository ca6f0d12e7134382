"use server";

import { revalidatePath } from "next/cache";
import * as z from "zod";

import { actingPerson } from "../../../../lib/auth/current-person";
import type { ActionResult } from "../../../../lib/contract/action-result";
import { ReportProblemInput } from "../../../../lib/contract/together";
import { OUTCOMES } from "../../../../lib/domain/words";
import { getRuntime } from "../../../../lib/runtime";
import { takeAnswer } from "../../../../lib/services/carry-out";
import { fileFinding } from "../../../../lib/services/file-finding";
import { redeem } from "../../../../lib/services/redeem";
import { report } from "../../../../lib/services/report";
import { actionInput, answerAction } from "../../answer-action";

const Id = z.string().min(1).max(64);
const Take = z.strictObject({ proposal: Id });
const Start = z.strictObject({ proposal: Id, receipt: z.string().min(1).max(8_192) });
const Report = z.strictObject({
  proposal: Id,
  redemption: Id,
  status: z.enum(OUTCOMES),
  detail: z.string().max(2_000),
});

/** Takes the answer to what was composed by hand: its receipt, where it was approved. */
export async function takeAnswerAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("proposal.compose");
    const { proposal } = actionInput(Take, input);
    const { ctx } = await getRuntime();
    await takeAnswer(ctx, actor, proposal);
    revalidatePath(`/proposals/${proposal}`);
    return null;
  });
}

/** Uses the receipt, once, right before a person does what it allows. */
export async function startAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("proposal.compose");
    const { proposal, receipt } = actionInput(Start, input);
    const { ctx } = await getRuntime();
    await redeem(ctx, actor, proposal, receipt);
    revalidatePath(`/proposals/${proposal}`);
    return null;
  });
}

/** Says how it went. */
export async function reportAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("proposal.compose");
    const { proposal, redemption, status, detail } = actionInput(Report, input);
    const { ctx } = await getRuntime();
    const said = detail.trim();
    await report(ctx, actor, proposal, { redemption, status, ...(said === "" ? {} : { detail: said }) });
    revalidatePath(`/proposals/${proposal}`);
    return null;
  });
}

/** Files that something which ran was wrong. */
export async function reportProblemAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("finding.file");
    const problem = actionInput(ReportProblemInput, input);
    const { ctx } = await getRuntime();
    await fileFinding(ctx, actor, problem);
    revalidatePath(`/proposals/${problem.proposal}`);
    return null;
  });
}
