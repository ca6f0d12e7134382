import { isId } from "../../domain/ids";
import type { PersonActor, SystemActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { requirePermission } from "../require-permission";
import type { KeySummary } from "./key-summary";
import { keySummary } from "./key-summary";

/** An agent's keys, dead ones too, oldest first. */
export async function listKeys(
  ctx: Context,
  actor: PersonActor | SystemActor,
  input: { readonly agentId: string },
): Promise<readonly KeySummary[]> {
  requirePermission(actor, "agents.read");
  if (!isId("agent", input.agentId)) throw new AppError("not_found", "there is no such agent");
  return (await ctx.store.read.keysOfAgent(input.agentId)).map(keySummary);
}
