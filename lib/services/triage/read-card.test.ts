import { expect, it } from "vitest";

import { aContext, aPerson, COMMAND_LINE } from "../../../test/context";
import type { AgentActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import type { Context } from "../context";
import { createKey } from "../keys/create-key";
import { propose } from "../propose";
import { decideProposal } from "./decide-proposal";
import { takeLease } from "./lease";
import { readCard } from "./read-card";
import { releaseNow } from "./release";

const NOTE = { name: "desk.note", arguments: { name: "Acme Ltd" } };

async function anAgent(ctx: Context): Promise<AgentActor> {
  const agent = await createAgent(ctx, COMMAND_LINE, { name: "teller" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "test" });
  const scopes = new Set(["propose"]);
  return { type: "agent", agentId: agent.id, agentName: "teller", keyId: key.id, scopes, ownerId: null };
}

it("a card of what was approved is compared with the approval before it, and not with itself", async () => {
  const ctx = await aContext();
  const person = await aPerson(ctx, "reviewer");
  const agent = await anAgent(ctx);
  const action = { name: "payment.refund", arguments: { amount: "48.00", currency: "EUR", to: "Dana Wu" } };
  const proposed = async () => {
    ctx.pass(1_000);
    const { found } = await propose(ctx, agent, { action, kind: "payment" }, { idempotencyKey: null, raw: null });
    return found.record.state;
  };
  const approved = async (): Promise<string> => {
    const { id, version, digest } = await proposed();
    await takeLease(ctx, person, { proposal: id, version });
    ctx.pass(10_000);
    await decideProposal(ctx, person, { proposal: id, version, digest, decision: { type: "approve" }, act: { type: "hold" } });
    await releaseNow(ctx, person, { proposal: id });
    return id;
  };
  const repeats = async (id: string) => {
    const { card } = await readCard(ctx, person, id);
    return card.checks.find((check) => check.id === "repeated")?.state;
  };
  const first = await approved();
  expect(await repeats(first)).not.toBe("failed");
  expect(await repeats((await proposed()).id)).toBe("failed");
  const second = await approved();
  expect(await repeats(first)).not.toBe("failed");
  expect(await repeats(second)).toBe("failed");
});

it("a card says how many like it were right: of the same agent, action and versions", async () => {
  const ctx = await aContext();
  const person = await aPerson(ctx, "reviewer");
  const actor = await anAgent(ctx);
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
