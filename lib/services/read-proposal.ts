import type { Cursor, ProposalWithVersion } from "../../db/store/types";
import type { AgentId, ProposalId } from "../domain/ids";
import { isId } from "../domain/ids";
import { isFinal } from "../domain/proposal";
import type { Status } from "../domain/words";
import type { AgentActor, Executor } from "./actor";
import { AppError } from "./app-error";
import { requireScope } from "./require-scope";
import type { Context } from "./context";
import { transition } from "./transition";

/** The id as a proposal's, or `not_found`: a malformed id and someone else's are told apart by nobody. */
export function proposalId(id: string): ProposalId {
  if (!isId("proposal", id)) throw notFound();
  return id;
}

/** The agent's own proposal. Throws `not_found` for any other, so that ids cannot be probed. */
export async function ownProposal(ctx: Context, agentId: AgentId, id: string): Promise<ProposalWithVersion> {
  const found = await ctx.store.read.proposal(proposalId(id));
  // INVARIANT: a test of the reviewers is nobody’s to its agent.
  if (found === null || found.record.state.agentId !== agentId || found.record.state.canary) throw notFound();
  return found;
}

function notFound(): AppError {
  return new AppError("not_found", "there is no such proposal of this agent");
}

/**
 * What the agent may know of its proposal. With `recordDelivery`, the first read of a decided one is recorded as delivered, which starts
 * the execution clock: an observation, never a decision.
 */
export async function getProposal(
  ctx: Context,
  actor: AgentActor,
  id: string,
  options: { readonly recordDelivery: boolean },
): Promise<ProposalWithVersion> {
  requireScope(actor, "read");
  const found = await ownProposal(ctx, actor.agentId, id);
  return options.recordDelivery ? delivered(ctx, actor, found) : found;
}

/** The same proposal with its delivery recorded, if its answer is final and had not been fetched before. */
export async function delivered(ctx: Context, actor: Executor, found: ProposalWithVersion): Promise<ProposalWithVersion> {
  const { state } = found.record;
  if (!isFinal(state.status) || state.deliveredAt !== null) return found;
  const { after } = await transition(ctx, actor, state.id, { command: () => ({ type: "deliver" }) });
  return { ...found, record: after };
}

/** One page of the agent's own proposals, newest first. */
export async function listProposals(
  ctx: Context,
  actor: AgentActor,
  query: {
    readonly statuses: readonly Status[] | null;
    readonly runId: string | null;
    readonly after: Cursor | null;
    readonly limit: number;
  },
): Promise<{ readonly items: readonly ProposalWithVersion[]; readonly next: Cursor | null }> {
  requireScope(actor, "read");
  // `pending` to an agent includes what is held for undo.
  const statuses = query.statuses?.includes("pending") === true ? [...query.statuses, "held" as const] : query.statuses;
  const items = await ctx.store.read.proposalsOfAgent(actor.agentId, statuses, query.runId, query.after, query.limit);
  const last = items.at(-1)?.record.state;
  const next = items.length < query.limit || last === undefined ? null : { rank: 0, at: last.createdAt, id: last.id };
  return { items, next };
}
