import type { LedgerRow } from "../../db/store/types";
import type { AgentId, ProposalId } from "../domain/ids";
import type { ProposalState } from "../domain/proposal";

/** What was committed, told to everyone in this process who waits for it. Never told before the commit. `elsewhere`: by another process. */
export type Committed =
  | { readonly type: "proposal"; readonly state: ProposalState; readonly rows: readonly LedgerRow[]; readonly elsewhere?: true }
  | { readonly type: "lease"; readonly proposalId: ProposalId; readonly elsewhere?: true }
  | { readonly type: "policy"; readonly version: number }
  | { readonly type: "stops" }
  /** Someone's access changed: their streams and waits close at once. */
  | { readonly type: "access"; readonly subject: string };

type Listener = (message: Committed) => void;

/**
 * Wakes those who wait. A waiter registers first and re-reads the state afterwards, so a decision between the two is never slept through
 * (design: trust R12). Listeners must not throw; one that does is removed.
 */
export class Hub {
  private readonly everyone = new Set<Listener>();
  private readonly byProposal = new Map<ProposalId, Set<Listener>>();
  private readonly byAgent = new Map<AgentId, Set<Listener>>();
  private readonly closers = new Set<() => void>();
  private stopping = false;

  /** Calls `listener` for every message. Returns the way out. */
  onAny(listener: Listener): () => void {
    this.everyone.add(listener);
    return () => this.everyone.delete(listener);
  }

  onProposal(id: ProposalId, listener: Listener): () => void {
    return subscribe(this.byProposal, id, listener);
  }

  onAgent(id: AgentId, listener: Listener): () => void {
    return subscribe(this.byAgent, id, listener);
  }

  /** True when somebody here waits for this proposal, or for anything of this agent. */
  isAwaited(id: ProposalId, agentId: AgentId | null): boolean {
    return this.byProposal.has(id) || (agentId !== null && this.byAgent.has(agentId));
  }

  /**
   * Runs `close` when the server shuts down: open streams would otherwise keep it alive for ever (design: trust §1.6). At once where it does
   * already: a call that was under way when it began would otherwise wait in a server that waits for it.
   */
  onShutdown(close: () => void): () => void {
    if (this.stopping) close();
    this.closers.add(close);
    return () => this.closers.delete(close);
  }

  /** Tells everyone concerned, in the order of the calls. */
  publish(message: Committed): void {
    // INVARIANT: no agent is woken by a test of the reviewers.
    if (message.type === "proposal" && !message.state.canary) {
      deliver(this.byProposal.get(message.state.id), message);
      deliver(this.byAgent.get(message.state.agentId), message);
    }
    deliver(this.everyone, message);
  }

  /** Closes every open wait and stream, and each that comes late. */
  shutdown(): void {
    this.stopping = true;
    for (const close of [...this.closers]) close();
  }

  /** Open waits and streams, for metrics: it returns to 0 when nobody waits. */
  get waiting(): number {
    return this.closers.size;
  }
}

function subscribe<Id>(index: Map<Id, Set<Listener>>, id: Id, listener: Listener): () => void {
  const listeners = index.get(id) ?? new Set<Listener>();
  index.set(id, listeners);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) index.delete(id);
  };
}

function deliver(listeners: Set<Listener> | undefined, message: Committed): void {
  if (listeners === undefined) return;
  for (const listener of [...listeners]) listener(message);
}
