import type { ListRow } from "../../../db/store/types";
import type { ProposalId } from "../../domain/ids";
import { isFreshSignIn } from "../../domain/lifecycle/fresh-sign-in";
import type { PersonActor, SystemActor } from "../actor";
import { AppError } from "../app-error";
import type { Context } from "../context";
import { proposalId } from "../read-proposal";
import type { Moved } from "../transition";
import { transition } from "../transition";
import { learn } from "./learn";
import { requireDecider } from "./require-decider";

/**
 * Releases one held decision to its agent, with its receipt when the action may run, and learns from it. `by` ends the window early;
 * null releases only what is due.
 */
export async function releaseHeld(ctx: Context, actor: PersonActor | SystemActor, id: ProposalId): Promise<Moved> {
  const found = await ctx.store.read.proposal(id);
  if (found === null) throw new AppError("not_found", "there is no such proposal");
  const by = actor.type === "person" ? actor.personId : null;
  return transition(ctx, actor, id, {
    command: () => ({ type: "release", receiptId: ctx.newId("receipt"), by }),
    teaches: (tx, moved) => learn(ctx, tx, moved, found.version),
  });
}

/** Ends the undo window now: the agent is released. Only a person who decided it may. */
export async function releaseNow(
  ctx: Context,
  actor: PersonActor,
  input: { readonly proposal: string },
): Promise<{ readonly row: ListRow; readonly outcome: "released"; readonly releaseAt: null }> {
  requireDecider(actor);
  const id = proposalId(input.proposal);
  await releaseHeld(ctx, actor, id);
  return { row: await rowOf(ctx, id), outcome: "released", releaseAt: null };
}

/**
 * Signs a lapsed approval anew: a fresh receipt and a fresh clock. Only a person who signed it may, with the sign-in that the signature took: what has
 * lapsed would else run with the session of a desk that was left open.
 */
export async function renewApproval(
  ctx: Context,
  actor: PersonActor,
  input: { readonly proposal: string },
): Promise<{ readonly row: ListRow }> {
  requireDecider(actor);
  const id = proposalId(input.proposal);
  const freshSignIn = isFreshSignIn(actor.authenticatedAt, ctx.clock());
  const command = () => ({ type: "renew", by: actor.personId, freshSignIn, receiptId: ctx.newId("receipt") }) as const;
  await transition(ctx, actor, id, { command });
  return { row: await rowOf(ctx, id) };
}

/** The row as it stands now. */
export async function rowOf(ctx: Context, id: ListRow["id"]): Promise<ListRow> {
  const row = await ctx.store.read.listRow(id);
  if (row === null) throw new AppError("not_found", "there is no such proposal");
  return row;
}
