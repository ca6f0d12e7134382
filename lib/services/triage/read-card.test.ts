import { expect, it } from "vitest";

import { aContext, aPerson, COMMAND_LINE } from "../../../test/context";
import type { AgentActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { createKey } from "../keys/create-key";
import { propose } from "../propose";
import { decideProposal } from "./decide-proposal";
import { readCard } from "./read-card";
import { releaseNow } from "./release";

const NOTE = { name: "desk.note", arguments: { name: "Acme Ltd" } };

it("a card says how many like it were right: of the same agent, action and versions", async () => {
  const ctx = await aContext();
  const person = await aPerson(ctx, "reviewer");
  const agent = await createAgent(ctx, COMMAND_LINE, { name: "teller" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "test" });
  const scopes = new Set(["propose"]);
  const actor: AgentActor = { type: "agent", agentId: agent.id, agentName: "teller", keyId: key.id, scopes, ownerId: null };
  const proposed = async (model: string, name = NOTE.name) => {
    const input = { action: { ...NOTE, name }, run: { model } };
    return (await propose(ctx, actor, input, { idempotencyKey: null, raw: null })).found.record.state;
  };
  const rejected = async (model: string): Promise<void> => {
    const { id, version, digest } = await proposed(model);
    const decision = { type: "reject", reason: { code: "wrong_value", text: null } } as const;
    await decideProposal(ctx, person, { proposal: id, version, digest, decision, act: { type: "key" } });
    await releaseNow(ctx, person, { proposal: id });
  };
  const seen = async (model: string, name?: string) => (await readCard(ctx, person, (await proposed(model, name)).id)).observed;

  expect(await seen("one")).toBeNull();
  await rejected("one");
  expect(await seen("one")).toEqual({ looked: 1, wrong: 1 });
  expect(await seen("two")).toBeNull();
  expect(await seen("one", "desk.other")).toBeNull();
});
