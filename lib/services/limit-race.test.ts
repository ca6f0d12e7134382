import { expect, it } from "vitest";

import { aContext, COMMAND_LINE } from "../../test/context";
import { DEFAULT_POLICY } from "../domain/policy/default-policy";
import type { AgentActor } from "./actor";
import { createAgent } from "./agents/create-agent";
import { createKey } from "./keys/create-key";
import { savePolicy } from "./policy/save-policy";
import { propose } from "./propose";

it("a limit of five lets five of twenty run by themselves, though all twenty looked at it together", async () => {
  const ctx = await aContext();
  const limit = { id: "reads", match: "crm.get", per: "agent", window: "1h", count: 5, then: "review" };
  const text = JSON.stringify({ ...DEFAULT_POLICY, limits: [...DEFAULT_POLICY.limits, limit] });
  await savePolicy(ctx, COMMAND_LINE, { text, basedOn: 1, note: "a limit", confirmName: "Workspace" });
  const agent = await createAgent(ctx, COMMAND_LINE, { name: "reader" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "test" });
  const scopes = new Set(["propose"]);
  const actor: AgentActor = { type: "agent", agentId: agent.id, agentName: "reader", keyId: key.id, scopes, ownerId: null };
  const read = (id: number) => ({ action: { name: "crm.get", arguments: { id } } });
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, id) => propose(ctx, actor, read(id), { idempotencyKey: null, raw: null })),
  );
  const treatments = all.map(({ found }) => found.record.state.treatment);
  expect(treatments.filter((treatment) => treatment === "auto")).toHaveLength(5);
  expect(treatments.filter((treatment) => treatment === "review")).toHaveLength(15);
});
