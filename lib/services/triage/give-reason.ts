import type { ListRow } from "../../../db/store/types";
import type { DecisionReason } from "../../domain/proposal";
import type { PersonActor } from "../actor";
import type { Context } from "../context";
import { proposalId } from "../read-proposal";
import { transition } from "../transition";
import { dropLease } from "./lease";
import { rowOf } from "./release";
import { requireDecider } from "./require-decider";

/** Gives a one-key rejection its reason while the undo window is open; the agent reads it at release. */
export async function giveReason(
  ctx: Context,
  actor: PersonActor,
  input: { readonly proposal: string; readonly reason: DecisionReason },
): Promise<{ readonly row: ListRow }> {
  requireDecider(actor);
  const id = proposalId(input.proposal);
  await transition(ctx, actor, id, { command: () => ({ type: "explain", by: actor.personId, reason: input.reason }) });
  return { row: await rowOf(ctx, id) };
}

/** Gives the card back for later: the lease ends at once, and the item stays where it is for everyone else. */
export async function postpone(
  ctx: Context,
  actor: PersonActor,
  input: { readonly proposal: string },
): Promise<{ readonly row: ListRow }> {
  await dropLease(ctx, actor, input);
  return { row: await rowOf(ctx, proposalId(input.proposal)) };
}
