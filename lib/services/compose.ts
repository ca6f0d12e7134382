import { can } from "../domain/permissions";
import type { PersonActor } from "./actor";
import { AppError } from "./app-error";
import type { Context } from "./context";
import { catalogueSchema, requireFitting } from "./fit-arguments";
import type { Proposed } from "./propose-types";
import { proposeAs } from "./propose";
import type { ProposeInput } from "./propose-input";
import { MANUAL_AGENT } from "./settings/ensure-built-ins";

/**
 * Takes one proposal from a person, under the built-in agent `manual`. It passes the same policy, store and queue as an agent's. The composer is
 * recorded, and cannot sign it where it is regulated or takes two people. `key` makes repeating the call safe.
 */
export async function composeProposal(
  ctx: Context,
  actor: PersonActor,
  input: ProposeInput,
  call: { readonly key: string | null; readonly raw: string | null },
): Promise<Proposed> {
  if (!can(actor.role, "proposal.compose"))
    throw new AppError("forbidden", "your role reads only: ask a reviewer to compose this");
  requireFitting(input.action.arguments, [catalogueSchema(ctx, input.action.name)]);
  const manual = await ctx.store.read.agentByName(MANUAL_AGENT);
  if (manual === null) throw new AppError("unavailable", "the built-in agent is missing: restart the server");
  return proposeAs(
    ctx,
    { actor, agentId: manual.id, agentName: manual.name, keyId: null, ownerId: null, composerId: actor.personId },
    // Nobody redeems for a person: what policy lets run is recorded as allowed and stays to be done by hand.
    { ...input, redeem: false },
    { idempotencyKey: call.key === null ? null : `${actor.personId}:${call.key}`, raw: call.raw },
  );
}
