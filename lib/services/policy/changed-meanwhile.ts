import { readPolicy } from "../../domain/policy/validate-policy";
import { AppError, isAppError } from "../app-error";
import type { Context } from "../context";
import { changesBetween, savedPolicy } from "./read-saved";

/** Sentences that stand in the refusal itself; all of them are among its issues. */
const SAID = 3;

/**
 * The refusal of a change that was made from a version which is no longer the newest one, with what the newer ones changed since: whoever is
 * refused has to know whether it concerns what they changed. Any other error is answered as it is.
 */
export async function sayingWhatChanged(ctx: Context, error: unknown, basedOn: number): Promise<unknown> {
  if (!isAppError(error) || error.code !== "policy_conflict") return error;
  const [newest, base] = await Promise.all([savedPolicy(ctx, null), savedPolicy(ctx, basedOn).catch(() => null)]);
  const read = readPolicy(newest.text);
  if (base === null || base.version === newest.version || !read.ok) return error;
  const sentences = changesBetween(base, read.value.document).changes.map(({ sentence }) => sentence);
  const more = sentences.length - SAID;
  const said = [...sentences.slice(0, SAID), ...(more > 0 ? [`${String(more)} more`] : [])].join("; ");
  const changed = sentences.length === 0 ? "says what yours was made from" : `changed this: ${said}`;
  const what = `version ${String(newest.version)} was saved meanwhile and ${changed}`;
  return new AppError("policy_conflict", `${what}. Save yours as a draft, load this page again and compare them`, {
    context: { version: newest.version },
    issues: sentences.map((says) => ({ path: "changed", says })),
    cause: error,
  });
}
