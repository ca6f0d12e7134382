import { newCell, type Cell } from "../lib/domain/measure/ladder";
import type { AgentActor } from "../lib/services/actor";
import { createAgent } from "../lib/services/agents/create-agent";
import { createKey } from "../lib/services/keys/create-key";
import { propose } from "../lib/services/propose";
import { fingerprintOf } from "../lib/services/fingerprint";
import { loadLiveSettings } from "../lib/services/settings/live-settings";
import { aContext, aPerson, COMMAND_LINE, type TestContext } from "./context";

const DAY_MS = 86_400_000;
/** That of an agent which says nothing of its versions. */
const VERSION = fingerprintOf({ run: { id: null, step: null, agentVersion: null, model: null, traceUrl: null } });
const KEY = { actionName: "payment.refund", kind: "payment", tier: "T1" } as const;

/** An agent whose observation of `payment.refund` is over, and a cell of it with that evidence. */
export async function aCell(evidence: Partial<Cell>) {
  const ctx = await aContext();
  const agent = await anAgent(ctx);
  const admin = await aPerson(ctx, "admin");
  const cell: Cell = { ...newCell(VERSION, "S2", ctx.clock() - 20 * DAY_MS), reviewers: ["a", "b"], ...evidence };
  const key = { ...KEY, agentId: agent.agentId };
  await ctx.store.transact(function* (tx) {
    const ended = { fingerprint: VERSION, looked: 50, wrong: 0, endedAt: 1 };
    yield* tx.saveObservation({ ...ended, agentId: agent.agentId, actionName: "payment.refund" });
    yield* tx.saveCell({ ...key, level: cell.level, cell, at: ctx.clock() });
    return { result: null, unchanged: true };
  });
  await loadLiveSettings(ctx);
  const refund = (id: number) => ({
    action: { name: "payment.refund", arguments: { order: `W${String(2_378_000 + id)}`, amount: "100.00", currency: "EUR" } },
  });
  const proposed = async (id = 1) => (await propose(ctx, agent, refund(id), { idempotencyKey: null, raw: null })).found;
  return { ctx, agent, admin, key, version: VERSION, proposed };
}

/** An agent with a key that may do everything agents do. */
export async function anAgent(ctx: TestContext): Promise<AgentActor> {
  const agent = await createAgent(ctx, COMMAND_LINE, { name: "crm-agent" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "test" });
  const scopes = new Set(["propose", "read", "redeem", "findings"]);
  return { type: "agent", agentId: agent.id, agentName: "crm-agent", keyId: key.id, scopes, ownerId: null };
}
