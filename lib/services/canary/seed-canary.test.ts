import { describe, expect, it } from "vitest";

import { aContext, aPerson, codeOf, COMMAND_LINE, type TestContext } from "../../../test/context";
import { toCardDetail, toProposalDetail } from "../../contract/card-view";
import { toQueueRow } from "../../contract/queue-view";
import type { ProposalId } from "../../domain/ids";
import type { AgentActor, PersonActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { createKey } from "../keys/create-key";
import { fileFinding } from "../file-finding";
import { propose } from "../propose";
import { getProposal, listProposals } from "../read-proposal";
import { readFrame } from "../read-shell";
import { redeem } from "../redeem";
import { report } from "../report";
import { runDueWork } from "../run-due-work";
import { setSwitch } from "../settings/switches";
import { decideProposal } from "../triage/decide-proposal";
import { readCard, readProposalPage } from "../triage/read-card";
import { readQueue } from "../triage/read-queue";
import { takeLease } from "../triage/lease";
import { giveReason } from "../triage/give-reason";
import { releaseNow, renewApproval } from "../triage/release";
import { undoDecision } from "../triage/undo-decision";
import { waitForProposal } from "../wait-for-proposal";
import { withdraw } from "../withdraw";
import { mayTest, seedCanary } from "./seed-canary";

const REFUND = {
  action: {
    name: "payment.refund",
    arguments: { order: "W2345678", amount: "48.00", currency: "EUR", to: "card_4242", reason: "damaged item" },
  },
  before: { order: "W2345678", refunded: "0.00" },
  after: { order: "W2345678", refunded: "48.00" },
};

const NOT_FOUND = Array.from({ length: 6 }, () => "not_found");

type Decision = Parameters<typeof decideProposal>[2]["decision"];

async function decide(ctx: TestContext, person: PersonActor, id: ProposalId, decision: Decision) {
  const found = await ctx.store.read.proposal(id);
  if (found === null) throw new Error("it is there");
  const { version, digest } = found.record.state;
  await takeLease(ctx, person, { proposal: id, version });
  ctx.pass(12_000);
  return decideProposal(ctx, person, { proposal: id, version, digest, decision, act: { type: "hold" } });
}

/** A workspace in which one refund was approved, so that a test can be made of it. */
async function working() {
  const ctx = await aContext();
  const agent = await createAgent(ctx, COMMAND_LINE, { name: "refund-agent" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "test" });
  const scopes = new Set(["propose", "read", "redeem", "report", "findings"]);
  const actor: AgentActor = {
    ...{ type: "agent", agentId: agent.id, agentName: "refund-agent", keyId: key.id, scopes, ownerId: null },
  };
  const [reviewer, admin] = [await aPerson(ctx, "reviewer"), await aPerson(ctx, "admin")];
  const real = async (): Promise<ProposalId> => {
    const { found } = await propose(ctx, actor, REFUND, { idempotencyKey: null, raw: "{}" });
    return found.record.state.id;
  };
  const first = await real();
  await decide(ctx, reviewer, first, { type: "approve" });
  await releaseNow(ctx, reviewer, { proposal: first });
  return { ctx, agent: actor, reviewer, admin, real };
}

async function seeded(given: Awaited<ReturnType<typeof working>>, seed = 0) {
  const canary = await seedCanary(given.ctx, seed);
  if (canary === null) throw new Error("a test can be made of a refund");
  return canary;
}

describe("a test of the reviewers, to its agent", () => {
  it("does not exist: not by any call, in any list, nor in its stream", async () => {
    const given = await working();
    const { ctx, agent } = given;
    const all = { statuses: null, runId: null, after: null, limit: 50 } as const;
    const before = await listProposals(ctx, agent, all);
    const stream = await ctx.store.read.ledgerOfAgentAfter(agent.agentId, 0, 100);
    const woken: string[] = [];
    ctx.hub.onAgent(agent.agentId, (message) => woken.push(message.type));
    const { proposalId: id } = await seeded(given);
    ctx.hub.onProposal(id, (message) => woken.push(message.type));
    const patience = { waitMs: 1, signal: new AbortController().signal, mayWait: () => Promise.resolve() };
    const calls = (): readonly Promise<unknown>[] => [
      getProposal(ctx, agent, id, { recordDelivery: true }),
      waitForProposal(ctx, agent, id, patience),
      withdraw(ctx, agent, id),
      redeem(ctx, agent, id, "a.b.c"),
      report(ctx, agent, id, { redemption: ctx.newId("redemption"), status: "succeeded" }),
      fileFinding(ctx, agent, { proposal: id, kind: "incident", text: "?" }),
    ];
    expect(await Promise.all(calls().map(codeOf))).toEqual(NOT_FOUND);
    const answer = await decide(ctx, given.reviewer, id, { type: "approve" });
    expect(answer.outcome).toBe("test");
    expect(await Promise.all(calls().map(codeOf))).toEqual(NOT_FOUND);
    expect(await listProposals(ctx, agent, all)).toEqual(before);
    expect(await listProposals(ctx, agent, { ...all, statuses: ["pending", "withdrawn"] })).toMatchObject({ items: [] });
    expect(await ctx.store.read.ledgerOfAgentAfter(agent.agentId, 0, 100)).toEqual(stream);
    expect(woken).toEqual([]);
    expect(await ctx.store.read.pendingOfKey(agent.keyId, 10)).toBe(0);
  });

  it("never runs: approved it ends at once, without receipt, release or anything learnt of the agent", async () => {
    const given = await working();
    const { ctx, agent, reviewer } = given;
    const observed = await ctx.store.read.observationsOfAgent(agent.agentId);
    const { proposalId: id } = await seeded(given);
    await decide(ctx, reviewer, id, { type: "approve" });
    await releaseNow(ctx, reviewer, { proposal: id });
    expect(await codeOf(undoDecision(ctx, reviewer, { proposal: id }))).toBe("undo_closed");
    ctx.pass(48 * 3_600_000);
    await runDueWork(ctx);
    const found = await ctx.store.read.proposal(id);
    expect(found?.record).toMatchObject({ receipt: null, queue: null });
    expect(found?.record.state).toMatchObject({ status: "withdrawn", receiptId: null, redemptionId: null, deliveredAt: null });
    expect(await ctx.store.read.label(id)).toBeNull();
    expect(await ctx.store.read.observationsOfAgent(agent.agentId)).toEqual(observed);
    expect(await ctx.store.read.pastItems({ from: 0, until: ctx.clock() }, null, 50)).toHaveLength(1);
  });
});

describe("a test of the reviewers, to them", () => {
  it("is byte for byte what a real proposal of the same payload would be, until it is decided", async () => {
    const given = await working();
    const { ctx, agent, reviewer } = given;
    const { proposalId } = await seeded(given);
    const payload = (await ctx.store.read.proposal(proposalId))?.version.payload;
    const { found } = await propose(
      ctx,
      agent,
      { action: payload?.action ?? REFUND.action, before: payload?.before ?? null, after: payload?.after ?? null },
      { idempotencyKey: null, raw: "{}" },
    );
    const views = await Promise.all(
      [proposalId, found.record.state.id].map(async (id) => {
        const keep = (options: readonly string[]): string[] => [...options].sort();
        const { rows, names } = await readQueue(ctx, reviewer, { queue: "needs_you", sort: "age", after: null, limit: 50 });
        const row = rows.filter((one) => one.id === id).map((one) => toQueueRow(one, names));
        const page = toProposalDetail(await readProposalPage(ctx, reviewer, id), keep);
        const card = toCardDetail(await readCard(ctx, reviewer, id), keep);
        const text = JSON.stringify({ row, page, card }).replaceAll(id, "ID");
        return text.replaceAll(/"(?:seq)":\d+/gu, '"seq":0').replaceAll(/"hash":"[^"]+"/gu, '"hash":""');
      }),
    );
    expect(views[0]).toBe(views[1]);
    expect(views[0]).not.toMatch(/canar|"test"/iu);
  });

  it("answers whatever else people ask of it as a real one does", async () => {
    const given = await working();
    const { ctx, reviewer, real } = given;
    const ids = [(await seeded(given)).proposalId, await real()];
    const answers = await Promise.all(
      ids.map((proposal) =>
        Promise.all(
          [
            undoDecision(ctx, reviewer, { proposal }),
            releaseNow(ctx, reviewer, { proposal }),
            renewApproval(ctx, reviewer, { proposal }),
            giveReason(ctx, reviewer, { proposal, reason: { code: "tone", text: null } }),
            fileFinding(ctx, reviewer, { proposal, kind: "incident", text: "?" }),
          ].map(codeOf),
        ),
      ),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  it("tells right after the decision whether it was caught, and what was wrong", async () => {
    const given = await working();
    const { ctx, reviewer, admin } = given;
    await setSwitch(ctx, admin, { name: "canaries", on: true });
    const canary = await seeded(given);
    const missed = await decide(ctx, reviewer, canary.proposalId, { type: "approve" });
    expect(missed).toMatchObject({ outcome: "test", test: { caught: false, wrong: canary.wrong } });
    const next = await seeded(given, 16);
    const caught = await decide(ctx, reviewer, next.proposalId, { type: "reject", reason: { code: "wrong_amount", text: null } });
    expect(caught).toMatchObject({ outcome: "test", test: { caught: true } });
    expect(await ctx.store.read.canaryTally(reviewer.personId, 0)).toEqual([{ kind: "payment", shown: 2, caught: 1 }]);
    expect(await ctx.store.read.canaryTally(null, 0)).toEqual([{ kind: "payment", shown: 2, caught: 1 }]);
    // The day in the frame of every screen tells them apart from everybody else's.
    expect((await readFrame(ctx, reviewer, "UTC")).testsToday).toEqual({ caught: 1, met: 2 });
    expect((await readFrame(ctx, admin, "UTC")).testsToday).toEqual({ caught: 0, met: 0 });
  });

  it("is caught by the edit that puts it right, and by no other", async () => {
    for (const [cured, caught] of [
      [true, true],
      [false, false],
    ] as const) {
      const given = await working();
      const { ctx, reviewer } = given;
      const { proposalId, sourceId } = await seeded(given);
      const [test, source] = await Promise.all([proposalId, sourceId].map((id) => ctx.store.read.proposal(id)));
      const wrong = { ...test?.version.payload.action.arguments, reason: "late" };
      const right = source?.version.payload.action.arguments ?? {};
      const reason = { code: "wrong_amount", text: null };
      const answer = await decide(ctx, reviewer, proposalId, { type: "edit", arguments: cured ? right : wrong, reason });
      expect(answer).toMatchObject({ outcome: "test", test: { caught } });
    }
  });

  it("that nobody decides expires and counts for nothing", async () => {
    const given = await working();
    const { ctx } = given;
    const { proposalId } = await seeded(given);
    ctx.pass(30 * 24 * 3_600_000);
    await runDueWork(ctx);
    expect(await ctx.store.read.canary(proposalId)).toMatchObject({ outcome: "unseen", decidedBy: null });
    expect((await ctx.store.read.canary(proposalId))?.decidedAt).not.toBeNull();
    expect(await ctx.store.read.canaryTally(null, 0)).toEqual([]);
    expect(await ctx.store.read.openCanary()).toBeNull();
  });
});

describe("when tests come", () => {
  it("never while they are off, which they are until an admin says so", async () => {
    const { ctx, reviewer, admin } = await working();
    for (let at = 0; at < 60; at += 1) await mayTest(ctx, reviewer, ctx.newId("proposal"));
    expect(await ctx.store.read.openCanary()).toBeNull();
    expect(await codeOf(setSwitch(ctx, reviewer, { name: "canaries", on: true }))).toBe("forbidden");
    await setSwitch(ctx, admin, { name: "canaries", on: true });
    for (let at = 0; at < 100; at += 1) await mayTest(ctx, reviewer, ctx.newId("proposal"));
    const open = await ctx.store.read.openCanary();
    expect(open).not.toBeNull();
  });

  it("one at a time, and the next only after its reviewer has decided something real", async () => {
    const given = await working();
    const { ctx, reviewer, admin, real } = given;
    await setSwitch(ctx, admin, { name: "canaries", on: true });
    const { proposalId } = await seeded(given);
    expect(await seedCanary(ctx, 5)).toBeNull();
    await decide(ctx, reviewer, proposalId, { type: "approve" });
    const colleague = await aPerson(ctx, "reviewer");
    for (let at = 0; at < 60; at += 1) await mayTest(ctx, colleague, ctx.newId("proposal"));
    expect(await ctx.store.read.openCanary()).toBeNull();
    ctx.pass(1_000);
    await decide(ctx, reviewer, await real(), { type: "approve" });
    for (let at = 0; at < 100; at += 1) await mayTest(ctx, colleague, ctx.newId("proposal"));
    expect(await ctx.store.read.openCanary()).not.toBeNull();
  });
});
