import type { ProposalWithVersion } from "../../db/store/types";
import { isFinal } from "../domain/proposal";
import type { AgentActor } from "./actor";
import type { Context } from "./context";
import { delivered, ownProposal, proposalId } from "./read-proposal";
import { requireScope } from "./require-scope";

/** How long to wait, and what ends a wait before its time. */
export interface Patience {
  readonly waitMs: number;
  /** Aborts when the caller leaves. */
  readonly signal: AbortSignal;
  /** Looks again whether the caller may still wait; rejects when not. */
  readonly mayWait: () => Promise<unknown>;
}

/**
 * The proposal as soon as its answer is final, or as it stands after `waitMs`. Ends early when `signal` aborts, when the server shuts down
 * and when the agent's access changes. INVARIANT: listens before it reads anything, so that neither a decision nor the loss of the access
 * between the two is slept through (design: trust R12, P5).
 */
export async function waitForProposal(
  ctx: Context,
  actor: AgentActor,
  id: string,
  { waitMs, signal, mayWait }: Patience,
): Promise<ProposalWithVersion> {
  requireScope(actor, "read");
  const turn = listen(ctx, actor, id, signal);
  try {
    await mayWait().catch(turn.end);
    const found = await ownProposal(ctx, actor.agentId, id);
    if (!isFinal(found.record.state.status)) await turn.within(waitMs);
  } finally {
    turn.leave();
  }
  const now = await ownProposal(ctx, actor.agentId, id);
  return signal.aborted ? now : delivered(ctx, actor, now);
}

interface Turn {
  readonly end: () => void;
  /** Resolves when the wait is over, at once if that was so before. */
  within(ms: number): Promise<void>;
  leave(): void;
}

function listen({ hub }: Context, actor: AgentActor, id: string, signal: AbortSignal): Turn {
  let end = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const out = [
    hub.onProposal(proposalId(id), (message) => {
      if (message.type === "proposal" && isFinal(message.state.status)) end();
    }),
    hub.onAny((message) => {
      if (message.type === "access" && (message.subject === actor.keyId || message.subject === actor.agentId)) end();
    }),
    hub.onShutdown(end),
  ];
  if (signal.aborted) end();
  else signal.addEventListener("abort", end, { once: true });
  return {
    end,
    within: async (ms) => {
      const timer = setTimeout(end, ms);
      await over;
      clearTimeout(timer);
    },
    leave: () => {
      signal.removeEventListener("abort", end);
      for (const leave of out) leave();
    },
  };
}
