import type { PersonActor, SystemActor } from "../actor";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";
import { savedPolicy } from "./read-saved";
import type { SaveOutcome } from "./save-policy";
import { savePolicy } from "./save-policy";

/**
 * Saves an earlier document as a new version: history is never rewritten. The same rules hold as for any other change, so going back to
 * something stricter is immediate, and going back to something looser is not.
 */
export async function revertPolicy(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly to: number; readonly basedOn: number; readonly confirmName?: string },
): Promise<SaveOutcome> {
  requirePermission(actor, "policy.save");
  const { text } = await savedPolicy(ctx, input.to);
  const note = `back to version ${input.to}`;
  const confirmed = input.confirmName === undefined ? {} : { confirmName: input.confirmName };
  return savePolicy(ctx, actor, { text, basedOn: input.basedOn, note, ...confirmed });
}
