import type { ObservationRecord } from "../../../db/store/types";
import { isId } from "../../domain/ids";
import type { ObservationRequest } from "../../domain/observation";
import { turnObservation } from "../../domain/observation";
import type { PersonActor } from "../actor";
import { actorName } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { ledgerDraft } from "../ledger-draft";
import { requirePermission } from "../require-permission";
import { stopReason } from "../stops/set-stop";

/**
 * An admin ends an observation, early or in spite of what was found, or has 50 more looked at. In force from the next proposal on. Throws
 * `not_found` where nothing was observed yet, `stale` when it is no longer what the admin saw, `reason_required` without a reason.
 */
export async function turnObservationOf(ctx: Context, actor: PersonActor, input: ObservationRequest): Promise<ObservationRecord> {
  requirePermission(actor, "policy.save");
  const [reason, at] = [stopReason(input.reason), ctx.clock()];
  const { agentId, actionName, fingerprint, turn, seen } = input;
  const { result } = await ctx.store.transact(function* (tx) {
    const found = isId("agent", agentId) ? yield* tx.observation(agentId, actionName, fingerprint) : null;
    if (found === null) throw new AppError("not_found", "nothing was observed of this action yet");
    const turned = turnObservation(found, turn, seen, at);
    if (!turned.ok) {
      const says = turned.error === "over" ? "it has ended already" : "more was looked at since you opened the page";
      throw new AppError("stale", `${says}: look again`);
    }
    yield* tx.saveObservation(turned.value);
    const type = turn === "end" ? "observation.ended" : "observation.restarted";
    const { looked, wrong } = found;
    const body = { actionName, fingerprint, looked, wrong, reason };
    const event = { type, subject: found.agentId, agentId: found.agentId, body };
    return { result: turned.value, events: [ledgerDraft(actorName(actor), at, event)] };
  });
  return result;
}
