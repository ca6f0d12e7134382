import type { ProposalWithVersion } from "../../db/store/types";
import type { AgentActor } from "./actor";
import type { Context } from "./context";
import { ownProposal } from "./read-proposal";
import { requireScope } from "./require-scope";
import { transition } from "./transition";

/** The agent no longer wants it: nothing can approve it afterwards. Repeating it is safe; after a decision it is `not_pending`. */
export async function withdraw(ctx: Context, actor: AgentActor, id: string): Promise<ProposalWithVersion> {
  requireScope(actor, "propose");
  const found = await ownProposal(ctx, actor.agentId, id);
  const { after } = await transition(ctx, actor, found.record.state.id, { command: () => ({ type: "withdraw" }) });
  return { ...found, record: after };
}
