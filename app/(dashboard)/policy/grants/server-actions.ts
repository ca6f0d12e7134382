"use server";

import { revalidatePath } from "next/cache";
import * as z from "zod";

import type { ActionResult } from "../../../../lib/contract/action-result";
import { actingPerson } from "../../../../lib/auth/current-person";
import { GRANT_LIMITS } from "../../../../lib/domain/policy/grant";
import { getRuntime } from "../../../../lib/runtime";
import { giveGrant } from "../../../../lib/services/grants/give-grant";
import { revokeGrant } from "../../../../lib/services/grants/revoke-grant";
import { actionInput, answerAction } from "../../answer-action";

const Path = z.string().min(1).max(1_000);
const Value = z.union([z.string().max(2_000), z.number()]);
const Give = z.strictObject({
  proposal: z.string().max(64),
  days: z.number(),
  uses: z.number(),
  freed: z
    .array(
      z.discriminatedUnion("type", [
        z.strictObject({ path: Path, type: z.literal("list"), values: z.array(Value).max(GRANT_LIMITS.valuesMax) }),
        z.strictObject({ path: Path, type: z.literal("range"), min: z.number(), max: z.number() }),
      ]),
    )
    .max(GRANT_LIMITS.freedMax, { error: `at most ${String(GRANT_LIMITS.freedMax)} fields may differ` }),
});
const Revoke = z.strictObject({ id: z.string().max(64) });

/** Allows exactly what one proposal did again, without a person. */
export async function giveGrantAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("grants.give");
    const { ctx } = await getRuntime();
    const { proposalId } = await giveGrant(ctx, actor, actionInput(Give, input));
    revalidatePath(`/proposals/${proposalId}`);
    revalidatePath("/policy");
    return null;
  });
}

/** Ends a standing approval. */
export async function revokeGrantAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson("grants.revoke");
    const { ctx } = await getRuntime();
    await revokeGrant(ctx, actor, actionInput(Revoke, input).id);
    revalidatePath("/policy");
    revalidatePath("/proposals/[id]", "page");
    return null;
  });
}
