import { expect, it, vi } from "vitest";

import { aContext, codeOf, COMMAND_LINE } from "../../test/context";
import type { AgentActor } from "./actor";
import { createAgent } from "./agents/create-agent";
import { createKey } from "./keys/create-key";
import { propose } from "./propose";
import { withdraw } from "./withdraw";

async function anAgent() {
  const ctx = await aContext();
  const agent = await createAgent(ctx, COMMAND_LINE, { name: "writer" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "test" });
  const actor: AgentActor = {
    type: "agent",
    agentId: agent.id,
    agentName: agent.name,
    keyId: key.id,
    scopes: new Set(["propose"]),
    ownerId: null,
  };
  const send = async (id: number) => {
    const input = { action: { name: "payment.refund", arguments: { id, amount: 5 } } };
    return (await propose(ctx, actor, input, { idempotencyKey: null, raw: null })).found.record.state.id;
  };
  return { ctx, actor, send, count: vi.spyOn(ctx.store.read, "pendingOfKey") };
}

it("a key's waiting proposals are counted once, and not again before they may have reached the cap", async () => {
  const { ctx, send, count } = await anAgent();
  ctx.live.pendingCap = 6;
  for (let id = 0; id < 6; id += 1) await send(id);
  expect(count).toHaveBeenCalledTimes(1);
  expect(await codeOf(send(6))).toBe("too_many_pending");
  expect(await codeOf(send(7))).toBe("too_many_pending");
  expect(count).toHaveBeenCalledTimes(3);
});

it("a place that was given back is taken again, and a cap that was lowered holds at once", async () => {
  const { ctx, actor, send } = await anAgent();
  ctx.live.pendingCap = 3;
  const [first] = [await send(0), await send(1), await send(2)];
  await withdraw(ctx, actor, first);
  await send(3);
  expect(await codeOf(send(4))).toBe("too_many_pending");
  ctx.live.pendingCap = 5;
  await send(5);
  ctx.live.pendingCap = 2;
  expect(await codeOf(send(6))).toBe("too_many_pending");
});

it("calls that come at once cannot take more places than there are", async () => {
  const { ctx, send } = await anAgent();
  ctx.live.pendingCap = 3;
  const codes = await Promise.all(Array.from({ length: 8 }, (_, id) => codeOf(send(id))));
  expect(codes.filter((code) => code === "accepted")).toHaveLength(3);
  expect(codes.filter((code) => code === "too_many_pending")).toHaveLength(5);
});
