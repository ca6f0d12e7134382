import type { ProposalWithVersion } from "../../db/store/types";
import { can } from "../domain/permissions";
import { openLook } from "../domain/second-look";
import type { Executor, PersonActor } from "./actor";
import { AppError } from "./app-error";
import type { Context } from "./context";
import { ownProposal, proposalId } from "./read-proposal";
import { requireScope } from "./require-scope";
import { sealsFor } from "./triage/withheld";

/** What an executor does with an answer. Each is a scope of an agent's key. */
export type Execution = "read" | "redeem" | "report";

/**
 * The proposal that this executor may carry out. An agent's key needs the scope, and any other agent's proposal is `not_found`. A person may
 * carry out what was composed by hand: its composer, or an admin who manages keys (who could make one for any agent). Throws `forbidden` for
 * everybody else, and for an admin while they are still to say what they think of it.
 */
export async function executable(ctx: Context, actor: Executor, id: string, execution: Execution): Promise<ProposalWithVersion> {
  if (actor.type === "agent") {
    requireScope(actor, execution);
    return ownProposal(ctx, actor.agentId, id);
  }
  const found = await ctx.store.read.proposal(proposalId(id));
  if (found === null) throw new AppError("not_found", "there is no such proposal");
  const refused = refusalOf(actor, found);
  if (refused !== null) throw new AppError("forbidden", refused);
  return found;
}

/** True for a person who may carry it out. */
export function mayCarryOut(actor: PersonActor, found: ProposalWithVersion): boolean {
  return refusalOf(actor, found) === null;
}

function refusalOf(actor: PersonActor, { record }: ProposalWithVersion): string | null {
  const { state } = record;
  if (state.composerId === null) return "this is an agent’s: it carries it out itself";
  if (!can(actor.role, "proposal.compose")) return "your role reads only: ask whoever composed it, or an admin";
  if (state.composerId === actor.personId) return null;
  if (!can(actor.role, "keys.manage")) return "somebody else composed this: ask them, or an admin, to carry it out";
  // Its receipt tells how it was decided.
  return sealsFor(actor, openLook(record), state) ? "its second look waits for you: look at it first" : null;
}
