import type * as z from "zod";

import type { ActionResult } from "../../lib/contract/action-result";
import { words } from "../../components/words/words";
import { asSentence } from "../../lib/contract/action-result";
import { AppError, isAppError } from "../../lib/services/app-error";

/**
 * Carries out a server action and answers an expected failure as a value, in words for the person who asked. What was not foreseen is thrown:
 * the browser learns nothing of it.
 */
export async function answerAction<Value>(work: () => Promise<Value>): Promise<ActionResult<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (isAppError(error)) return refusal(error);
    if (isUnavailable(error)) return refused((await words("shell"))("unsaved"));
    throw error;
  }
}

/** The input of a server action, checked. Throws `invalid_request` naming each field that does not fit. */
export function actionInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), says: issue.message }));
  throw new AppError("invalid_request", "some fields do not fit: look at each", { issues });
}

/** True for a failure of the database itself, of any module copy. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "unavailable";
}

function refusal(error: AppError): ActionResult<never> {
  const issues = error.issues.map(({ path, says }) => ({ path, says: asSentence(says) }));
  return { ok: false, detail: asSentence(error.detail), issues };
}

function refused(detail: string): ActionResult<never> {
  return { ok: false, detail, own: true, issues: [] };
}
