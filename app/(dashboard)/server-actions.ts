"use server";

import * as z from "zod";

import type { ActionResult } from "../../lib/contract/action-result";
import type { Confirmed } from "../../components/triage/use-signing";
import { words } from "../../components/words/words";
import { actingPerson } from "../../lib/auth/current-person";
import { WARM_UP_ITEMS } from "../../lib/domain/focus/warm-up";
import { getRuntime } from "../../lib/runtime";
import { isAppError } from "../../lib/services/app-error";
import { deferBreak } from "../../lib/services/focus/pace";
import { answerWarmUp } from "../../lib/services/focus/warm-up";
import { confirmPassword } from "../../lib/services/confirm-password";
import { saveView } from "../../lib/services/preferences/preferences";
import { actionInput, answerAction } from "./answer-action";

const View = z.strictObject({ name: z.string().max(200), address: z.string().max(1000) });

/** Keeps a view of the queue under a name, for the caller alone. */
export async function saveViewAction(input: unknown): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson();
    const { ctx } = await getRuntime();
    await saveView(ctx, actor, actionInput(View, input));
    return null;
  });
}

/** Puts the caller's break off for this sitting. */
export async function deferBreakAction(): Promise<ActionResult> {
  return answerAction(async () => {
    const actor = await actingPerson();
    const { ctx } = await getRuntime();
    await deferBreak(ctx, actor);
    return null;
  });
}

const WarmUpAnswer = z.strictObject({
  begunAt: z.int().min(0),
  place: z
    .int()
    .min(0)
    .max(WARM_UP_ITEMS - 1),
  source: z.string().max(64),
  rejected: z.boolean(),
});

/** Tells at once whether something was wrong with one item of the caller's warm-up. */
export async function answerWarmUpAction(
  input: unknown,
): Promise<ActionResult<{ readonly right: boolean; readonly wrong: string | null }>> {
  return answerAction(async () => {
    const actor = await actingPerson("proposal.decide");
    const { ctx } = await getRuntime();
    return answerWarmUp(ctx, actor, actionInput(WarmUpAnswer, input));
  });
}

const Password = z.string().min(1).max(1024);

/** A fresh sign-in for what needs one. Answers in words, never throws for an expected failure. */
export async function confirmPasswordAction(password: unknown): Promise<Confirmed> {
  try {
    const actor = await actingPerson();
    const parsed = Password.safeParse(password);
    if (!parsed.success) return { ok: false, detail: (await words("shell"))("passwordMissing"), own: true };
    const { ctx } = await getRuntime();
    await confirmPassword(ctx, actor, { password: parsed.data });
    return { ok: true, detail: "" };
  } catch (error) {
    if (isAppError(error)) return { ok: false, detail: error.detail };
    throw error;
  }
}
