import { expect, it } from "vitest";

import { aContext, aPerson, COMMAND_LINE } from "../../../test/context";
import { decide, doubling } from "../../../test/doubling";
import type { AgentActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import type { Context } from "../context";
import { createKey } from "../keys/create-key";
import { propose } from "../propose";
import type { DecideInput } from "./decide-proposal";
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

/** Refunds of one agent to one payee, and somebody who approves them. */
async function refunds() {
  const ctx = await aContext();
  const person = await aPerson(ctx, "reviewer");
  const agent = await anAgent(ctx);
  const action = { name: "payment.refund", arguments: { amount: "48.00", currency: "EUR", to: "Dana Wu" } };
  const proposed = async () => {
    ctx.pass(1_000);
    const { found } = await propose(ctx, agent, { action, kind: "payment" }, { idempotencyKey: null, raw: null });
    return found.record.state;
  };
  const decided = async (decision: DecideInput["decision"]): Promise<string> => {
    const { id, version, digest } = await proposed();
    await takeLease(ctx, person, { proposal: id, version });
    ctx.pass(10_000);
    await decideProposal(ctx, person, { proposal: id, version, digest, decision, act: { type: "hold" } });
    await releaseNow(ctx, person, { proposal: id });
    return id;
  };
  const card = async (id: string) => (await readCard(ctx, person, id)).card;
  return { proposed, decided, card };
}

const APPROVE = { type: "approve" } as const;
const REJECT = { type: "reject", reason: { code: "wrong_amount", text: null } } as const;

it("a card of what was approved is compared with the approval before it, and not with itself", async () => {
  const { proposed, decided, card } = await refunds();
  const repeats = async (id: string) => (await card(id)).checks.find((check) => check.id === "repeated")?.state;
  const first = await decided(APPROVE);
  expect(await repeats(first)).not.toBe("failed");
  expect(await repeats((await proposed()).id)).toBe("failed");
  const second = await decided(APPROVE);
  expect(await repeats(first)).not.toBe("failed");
  expect(await repeats(second)).toBe("failed");
});

it("a card of what was decided counts what was approved before it: not itself, and nothing where later ones are in the count", async () => {
  const { proposed, decided, card } = await refunds();
  const earlier = async (id: string) => (await card(id)).facts.find(({ label }) => label === "To")?.note;
  const first = await decided(APPROVE);
  expect(await earlier(first)).toBe("first time");
  const second = await decided(APPROVE);
  const rejected = await decided(REJECT);
  expect(await earlier(second)).toBe("1 earlier");
  expect(await earlier(rejected)).toBe("2 earlier");
  expect(await earlier((await proposed()).id)).toBe("2 earlier");
  expect(await earlier(first)).toBeNull();
  await decided(APPROVE);
  expect(await earlier(rejected)).toBeNull();
});

it.each([
  ["before it was decided", 10_000],
  ["in the same instant", 0],
])(
  "a second opinion reads of the same earlier ones whichever way the first went, where one was approved %s",
  async (_, apart) => {
    const refund = (amount: string) => ({ name: "payment.refund", arguments: { amount, currency: "EUR", to: "Dana Wu" } });
    const seen: (string | null | undefined)[] = [];
    for (const approve of [true, false]) {
      const { ctx, agent, first, second } = await doubling(2);
      const proposed = async (amount: string) => {
        const input = { action: refund(amount), kind: "payment" } as const;
        return (await propose(ctx, agent, input, { idempotencyKey: null, raw: null })).found.record.state;
      };
      // The first to somebody is confirmed, and drawn for nobody.
      const { id, version, digest } = await proposed("4.00");
      await takeLease(ctx, first, { proposal: id, version });
      ctx.pass(10_000);
      await decideProposal(ctx, first, { proposal: id, version, digest, decision: APPROVE, act: { type: "hold" } });
      await releaseNow(ctx, first, { proposal: id });
      const [looked, between] = [await proposed("3.10"), await proposed("2.20")];
      for (const [state, says] of [[between, true] as const, [looked, approve] as const]) {
        ctx.pass(apart);
        await decide(ctx, first, state.id, says);
      }
      for (const { id: held } of [between, looked]) await releaseNow(ctx, first, { proposal: held });
      const { card, row } = await readCard(ctx, second, looked.id);
      expect(row.queue).toBe("second_look");
      seen.push(card.facts.find(({ label }) => label === "To")?.note);
    }
    expect(seen).toEqual(["2 earlier", "2 earlier"]);
  },
);

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
