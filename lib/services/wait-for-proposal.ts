import type { ProposalWithVersion } from "../../db/store/types";
import { isFinal } from "../domain/proposal";
import type { AgentActor } from "./actor";
import type { Context } from "./context";
import { delivered, ownProposal } from "./read-proposal";
import { requireScope } from "./require-scope";

/**
 * The proposal as soon as its answer is final, or as it stands after `waitMs`. Registers before it reads, so a decision in between is
 * never slept through. Ends early when `signal` aborts, when the server shuts down and when the agent's access changes.
 */
export async function waitForProposal(
  ctx: Context,
  actor: AgentActor,
  id: string,
  waitMs: number,
  signal: AbortSignal,
): Promise<ProposalWithVersion> {
  requireScope(actor, "read");
  const found = await ownProposal(ctx, actor.agentId, id);
  if (waitMs > 0 && !isFinal(found.record.state.status)) await untilFinal(ctx, actor, found, waitMs, signal);
  const now = await ownProposal(ctx, actor.agentId, id);
  return signal.aborted ? now : delivered(ctx, actor, now);
}

async function untilFinal(
  ctx: Context,
  actor: AgentActor,
  found: ProposalWithVersion,
  waitMs: number,
  signal: AbortSignal,
): Promise<void> {
  const { id } = found.record.state;
  await new Promise<void>((resolve) => {
    const leave: (() => void)[] = [];
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      for (const out of leave.splice(0)) out();
      resolve();
    };
    const timer = setTimeout(end, waitMs);
    leave.push(
      ctx.hub.onProposal(id, (message) => {
        if (message.type === "proposal" && isFinal(message.state.status)) end();
      }),
      ctx.hub.onAny((message) => {
        if (message.type === "access" && (message.subject === actor.keyId || message.subject === actor.agentId)) end();
      }),
      ctx.hub.onShutdown(end),
    );
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
    // INVARIANT: registered first, read again afterwards.
    void ctx.store.read.proposal(id).then(
      (again) => {
        if (again === null || isFinal(again.record.state.status)) end();
      },
      () => {
        end();
      },
    );
  });
}
