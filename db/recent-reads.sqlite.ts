import type { AgentId } from "../lib/domain/ids";
import type { Reads } from "./store/store";
import type { UsualFiguresRecord } from "./store/earlier-types";
import type { LedgerRow, ObservationRecord, VersionRecord } from "./store/types";

type Remembered = Pick<Reads, "lastApproved" | "observation" | "usualFigures" | "runRefused">;

export interface RecentReads {
  /** What every proposal asks about its agent and action, from memory where nothing has happened since. */
  readonly reads: Remembered;
  /** Call with the rows of a commit before anybody is answered for it. */
  committed(rows: readonly LedgerRow[]): void;
}

/** Agents with the names they use: beyond, all are read again. */
const KEPT_MAX = 1_000;
/** A longer payload is read each time. */
const RAW_LENGTH_MAX = 8_192;

/**
 * Remembers the look-ups that come before every proposal. Their pages were read a moment ago, but each commit of the writing thread
 * empties the cache of the connection that reads. INVARIANT: whatever changes an answer is in the ledger, with the agent's id or with
 * nobody's; a proposal that comes in and waits changes none. Only for a database that no other process writes.
 */
export function recentReads({ lastApproved, observation, usualFigures, runRefused }: Remembered): RecentReads {
  const approved = new Answers<VersionRecord>((version) => version.raw !== null && version.raw.length <= RAW_LENGTH_MAX);
  const observed = new Answers<ObservationRecord>(() => true);
  const usual = new Answers<UsualFiguresRecord>(() => true);
  const refused = new Answers<boolean>(() => true);
  return {
    reads: {
      lastApproved: (agentId, actionName) => approved.of(agentId, actionName, () => lastApproved(agentId, actionName)),
      observation: (agentId, actionName, fingerprint) =>
        observed.of(agentId, `${actionName} ${fingerprint}`, () => observation(agentId, actionName, fingerprint)),
      usualFigures: (agentId, actionName, unit) =>
        usual.of(agentId, `${actionName}\n${unit}`, () => usualFigures(agentId, actionName, unit)),
      runRefused: async (agentId, runId) => (await refused.of(agentId, runId, () => runRefused(agentId, runId))) ?? false,
    },
    committed(rows) {
      for (const { type, agentId } of rows) {
        if (type === "proposal.proposed") continue;
        approved.forget(agentId);
        observed.forget(agentId);
        usual.forget(agentId);
        refused.forget(agentId);
      }
    },
  };
}

class Answers<Value> {
  private readonly mayKeep: (value: Value) => boolean;
  private readonly ofAgents = new Map<AgentId, Map<string, Value | null>>();
  private kept = 0;
  /** How often something was forgotten: an answer that was under way meanwhile is not kept. */
  private forgotten = 0;

  constructor(mayKeep: (value: Value) => boolean) {
    this.mayKeep = mayKeep;
  }

  async of(agentId: AgentId, key: string, read: () => Promise<Value | null>): Promise<Value | null> {
    const known = this.ofAgents.get(agentId)?.get(key);
    if (known !== undefined) return known;
    const { forgotten } = this;
    const value = await read();
    if (forgotten === this.forgotten && (value === null || this.mayKeep(value))) this.keep(agentId, key, value);
    return value;
  }

  /** Null forgets everything. */
  forget(agentId: AgentId | null): void {
    this.forgotten += 1;
    if (agentId !== null) {
      this.kept -= this.ofAgents.get(agentId)?.size ?? 0;
      this.ofAgents.delete(agentId);
      return;
    }
    this.kept = 0;
    this.ofAgents.clear();
  }

  private keep(agentId: AgentId, key: string, value: Value | null): void {
    if (this.kept >= KEPT_MAX) this.forget(null);
    const ofAgent = this.ofAgents.get(agentId) ?? new Map<string, Value | null>();
    if (!ofAgent.has(key)) this.kept += 1;
    this.ofAgents.set(agentId, ofAgent.set(key, value));
  }
}
