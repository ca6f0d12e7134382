import { describe, expect, it } from "vitest";

import { aContext, aPerson, codeOf, COMMAND_LINE, ledgerTypes, type TestContext } from "../../../test/context";
import { matrixOf, policyWith } from "../../../test/policy-builders";
import { compilePolicy } from "../../domain/policy/compile-policy";
import type { AgentActor, PersonActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { createKey } from "../keys/create-key";
import { fileFinding } from "../file-finding";
import { propose } from "../propose";
import { getProposal, listProposals } from "../read-proposal";
import { redeem } from "../redeem";
import { report } from "../report";
import { decideProposal } from "../triage/decide-proposal";
import { readCard, readProposalPage } from "../triage/read-card";
import { readQueue } from "../triage/read-queue";
import { toProposalDetail } from "../../contract/card-view";
import { toQueueRow } from "../../contract/queue-view";

const NOTE = { action: { name: "crm.note", arguments: { text: "called back" } } };

const DRAFT = (text: string) => ({ action: { name: "post.draft", arguments: { account: "@acme", text } } });

/** A workspace whose policy lets everything run and audits this share of it. */
async function auditing(share: number) {
  const ctx = await aContext();
  ctx.live.policy = compilePolicy(policyWith({ matrix: matrixOf(`audit:${share}`) }), 1);
  const agent = await createAgent(ctx, COMMAND_LINE, { name: "crm-agent" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "test" });
  await ctx.store.transact(function* (tx) {
    const looked = { looked: 50, wrong: 0, endedAt: 1, fingerprint: JSON.stringify([null, null]) };
    for (const { action } of [NOTE, DRAFT("")]) {
      yield* tx.saveObservation({ agentId: agent.id, actionName: action.name, ...looked });
    }
    return { result: null, unchanged: true };
  });
  const scopes = new Set(["propose", "read", "redeem", "report", "findings"]);
  const actor: AgentActor = {
    ...{ type: "agent", agentId: agent.id, agentName: "crm-agent", keyId: key.id, scopes, ownerId: null },
  };
  return { ctx, agent: actor, reviewer: await aPerson(ctx, "reviewer") };
}

async function ran(ctx: TestContext, agent: AgentActor) {
  const { found } = await propose(ctx, agent, NOTE, { idempotencyKey: null, raw: null });
  return found.record.state;
}

function looking(ctx: TestContext, person: PersonActor, state: Awaited<ReturnType<typeof ran>>, fine: boolean, activeMs = 9_000) {
  const reason = { code: "wrong_value", text: "another customer" };
  return decideProposal(ctx, person, {
    ...{ proposal: state.id, version: state.version, digest: state.digest, act: { type: "key" } },
    decision: fine ? { type: "approve" } : { type: "reject", reason },
    measured: { activeMs, device: "keyboard" },
  });
}

const secondLook = { queue: "second_look", sort: "stake", after: null, limit: 50 } as const;

describe("what policy lets run with an audit", () => {
  it("is drawn at the rate that policy says, and the rate is kept with it", async () => {
    const { ctx, agent, reviewer } = await auditing(0.5);
    const states = await Promise.all(Array.from({ length: 60 }, () => ran(ctx, agent)));
    const { rows } = await readQueue(ctx, reviewer, { ...secondLook, limit: 100 });
    const drawn = await Promise.all(states.map(async ({ id }) => ctx.store.read.draw(id)));
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(drawn.flatMap((draw) => (draw === null ? [] : [draw.proposalId]))));
    expect(drawn.filter((draw) => draw !== null).every(({ rate, purpose }) => rate === 0.5 && purpose === "audit")).toBe(true);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.length).toBeLessThan(50);
    expect(await ctx.store.read.lookDebt("audit", 1_000)).toEqual({ open: rows.length, oldestAt: ctx.clock() });
  });

  it("is not held up: its agent gets the receipt in the answer and cannot tell that it was drawn", async () => {
    const [drawn, spared] = [await auditing(1), await auditing(0.0001)];
    const views = await Promise.all(
      [drawn, spared].map(async ({ ctx, agent }) => {
        const { id } = await ran(ctx, agent);
        const { record } = await getProposal(ctx, agent, id, { recordDelivery: true });
        const { id: _id, digest: _digest, receiptId: _receipt, agentId: _agent, policyVersion: _policy, ...state } = record.state;
        return state;
      }),
    );
    expect(views[0]).toEqual(views[1]);
    expect(await drawn.ctx.store.read.ledgerOfAgentAfter(drawn.agent.agentId, 0, 100)).toHaveLength(4);
    expect(await spared.ctx.store.read.ledgerOfAgentAfter(spared.agent.agentId, 0, 100)).toHaveLength(4);
  });

  it("stays in the section while it runs, and shows nobody how it ran before the verdict", async () => {
    const { ctx, agent, reviewer } = await auditing(1);
    const { id } = await ran(ctx, agent);
    const before = await readProposalPage(ctx, reviewer, id);
    const shown = toProposalDetail(before, (options) => [...options]);
    const { redemptionId } = await redeem(ctx, agent, id, before.reading.found.record.receipt ?? "");
    await report(ctx, agent, id, { redemption: redemptionId, status: "succeeded" });
    await report(ctx, agent, id, { redemption: redemptionId, status: "reverted", detail: "the customer complained" });
    const { rows, names } = await readQueue(ctx, reviewer, secondLook);
    expect(rows.map((row) => toQueueRow(row, names))).toMatchObject([{ id, look: "audit", delivery: "delivered" }]);
    const after = toProposalDetail(await readProposalPage(ctx, reviewer, id), (options) => [...options]);
    // The record counts its events; what happened is what must not show.
    expect({ ...after, detail: { ...after.detail, row: shown.detail.row } }).toEqual(shown);
    expect(after.detail.row).toEqual({ ...shown.detail.row, revision: after.detail.row.revision });
  });
});

describe("a verdict on what ran", () => {
  it("labels it with the weight of its draw and ends its wait", async () => {
    const { ctx, agent, reviewer } = await auditing(1);
    const state = await ran(ctx, agent);
    expect(await looking(ctx, reviewer, state, true)).toMatchObject({ outcome: "looked", row: { queue: null } });
    expect(await ctx.store.read.label(state.id)).toMatchObject({ verdict: "right", because: "audited_fine", weight: 1 });
    expect(await ctx.store.read.lookDebt("audit", 1_000)).toEqual({ open: 0, oldestAt: null });
    expect((await ledgerTypes(ctx)).slice(-2)).toEqual(["look.drawn", "look.given"]);
  });

  it("that was not fine files a finding with its reason", async () => {
    const { ctx, agent, reviewer } = await auditing(1);
    const state = await ran(ctx, agent);
    await looking(ctx, reviewer, state, false);
    expect(await ctx.store.read.label(state.id)).toMatchObject({ verdict: "wrong", because: "audited_wrong", severe: false });
    expect(await ctx.store.read.findings(state.id)).toMatchObject([{ kind: "second_look", text: "another customer" }]);
    expect((await readProposalPage(ctx, reviewer, state.id)).findings).toHaveLength(1);
  });

  it("is what a person says of it while the look is owed: no finding beside it, whether it ran or not", async () => {
    const { ctx, agent, reviewer } = await auditing(1);
    const state = await ran(ctx, agent);
    const finding = { proposal: state.id, kind: "incident", text: "another customer" } as const;
    expect(await codeOf(fileFinding(ctx, reviewer, finding))).toBe("decision_not_allowed");
    await looking(ctx, reviewer, state, true);
    expect(await codeOf(fileFinding(ctx, reviewer, finding))).toBe("not_redeemed");
  });

  it("changes nothing for the agent", async () => {
    const { ctx, agent, reviewer } = await auditing(1);
    const state = await ran(ctx, agent);
    const before = await listProposals(ctx, agent, { statuses: null, runId: null, after: null, limit: 10 });
    const told = await ctx.store.read.ledgerOfAgentAfter(agent.agentId, 0, 100);
    await looking(ctx, reviewer, state, false);
    const after = await listProposals(ctx, agent, { statuses: null, runId: null, after: null, limit: 10 });
    expect(after.items.map(({ record, version }) => [record.state, record.receipt, version])).toEqual(
      before.items.map(({ record, version }) => [record.state, record.receipt, version]),
    );
    expect(await ctx.store.read.ledgerOfAgentAfter(agent.agentId, 0, 100)).toEqual(told);
  });

  it("is kept and no evidence when the card cannot have been read", async () => {
    const { ctx, agent, reviewer } = await auditing(1);
    const state = await ran(ctx, agent);
    await looking(ctx, reviewer, state, true, 200);
    expect(await ctx.store.read.label(state.id)).toMatchObject({ verdict: "right", excluded: "too_fast" });
  });

  it("is refused a second time, without a reason, of another version, from an auditor and in another form", async () => {
    const { ctx, agent, reviewer } = await auditing(1);
    const state = await ran(ctx, agent);
    const { id: proposal, version, digest } = state;
    const say = (decision: Parameters<typeof decideProposal>[2]["decision"], more: { version?: number } = {}) =>
      codeOf(decideProposal(ctx, reviewer, { proposal, version, digest, decision, act: { type: "key" }, ...more }));
    expect(await say({ type: "reject" })).toBe("reason_required");
    expect(await say({ type: "approve" }, { version: 2 })).toBe("stale");
    expect(await say({ type: "answer", answer: "no" })).toBe("decision_not_allowed");
    expect(await codeOf(looking(ctx, await aPerson(ctx, "auditor"), state, true))).toBe("forbidden");
    expect(await ctx.store.read.label(proposal)).toBeNull();
    const all = await Promise.all([say({ type: "approve" }), say({ type: "approve" })]);
    expect(all.toSorted()).toEqual(["accepted", "already_decided"]);
    expect(await say({ type: "approve" })).not.toBe("accepted");
  });
});

describe("the card of something that ran", () => {
  it("is compared with what came before it, never with itself", async () => {
    const { ctx, agent, reviewer } = await auditing(1);
    await propose(ctx, agent, DRAFT("We ship the new app on Friday."), { idempotencyKey: null, raw: null });
    ctx.pass(1_000);
    const { found } = await propose(ctx, agent, DRAFT("We ship the new app on Monday."), { idempotencyKey: null, raw: null });
    const { card } = await readCard(ctx, reviewer, found.record.state.id);
    expect(JSON.stringify(card.diff)).toContain("Friday");
  });
});
