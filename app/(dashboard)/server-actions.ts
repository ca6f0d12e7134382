"use server";

import * as z from "zod";

import { actingPerson } from "../../lib/auth/current-person";
import { getRuntime } from "../../lib/runtime";
import { isAppError } from "../../lib/services/app-error";
import { confirmPassword } from "../../lib/services/confirm-password";

const Password = z.string().min(1).max(1024);

/** A fresh sign-in for what needs one. Answers in words, never throws for an expected failure. */
export async function confirmPasswordAction(password: unknown): Promise<{ readonly ok: boolean; readonly detail: string }> {
  try {
    const actor = await actingPerson();
    const parsed = Password.safeParse(password);
    if (!parsed.success) return { ok: false, detail: "Type your password." };
    const { ctx } = await getRuntime();
    await confirmPassword(ctx, actor, { password: parsed.data });
    return { ok: true, detail: "" };
  } catch (error) {
    if (isAppError(error)) return { ok: false, detail: error.detail };
    throw error;
  }
}
