import type { ListRow } from "../../../db/store/types";
import type { PersonActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { proposalId } from "../read-proposal";
import { transition } from "../transition";
import { cardKey, cardOf, weigh } from "../weigh";
import { rowOf } from "./release";
import { requireDecider } from "./require-decider";

/** Takes a decision back while its window is open: the item returns to its place and the agent never knew. */
export async function undoDecision(
  ctx: Context,
  actor: PersonActor,
  input: { readonly proposal: string },
): Promise<{ readonly row: ListRow }> {
  requireDecider(actor);
  const id = proposalId(input.proposal);
  const found = await ctx.store.read.proposal(id);
  if (found === null) throw new AppError("not_found", "there is no such proposal");
  const card = await cardOf(ctx, cardKey(found.record), found.version.payload);
  const { rank } = weigh(ctx, card, found.version.assessment);
  await transition(ctx, actor, id, { command: () => ({ type: "undo", by: actor.personId }), rank });
  return { row: await rowOf(ctx, id) };
}
