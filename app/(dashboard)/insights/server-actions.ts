"use server";

import { revalidatePath } from "next/cache";
import * as z from "zod";

import type { ActionResult } from "../../../lib/contract/action-result";
import { actingPerson } from "../../../lib/auth/current-person";
import { isId } from "../../../lib/domain/ids";
import { LEVELS } from "../../../lib/domain/policy/ladder-handling";
import type { AgentId } from "../../../lib/domain/ids";
import { KINDS, TIERS } from "../../../lib/domain/words";
import { getRuntime } from "../../../lib/runtime";
import { setLevel } from "../../../lib/services/ladder/set-level";
import { actionInput, answerAction } from "../answer-action";

const SetLevel = z.strictObject({
  agentId: z.string().refine((id): id is AgentId => isId("agent", id), { error: "must be the id of an agent" }),
  actionName: z.string().max(200),
  kind: z.enum(KINDS),
  tier: z.enum(TIERS),
  from: z.enum(LEVELS),
  to: z.enum(LEVELS),
});

/** Ratifies a suggestion, or brings people back to a cell. */
export async function setLevelAction(input: unknown): Promise<ActionResult<{ readonly outcome: "moved" | "waiting" }>> {
  return answerAction(async () => {
    const actor = await actingPerson("policy.save");
    const { ctx } = await getRuntime();
    const done = await setLevel(ctx, actor, actionInput(SetLevel, input));
    revalidatePath("/insights");
    return done;
  });
}
