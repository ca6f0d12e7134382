import { describe, expect, it } from "vitest";

import type { ProposalRecord } from "../../../db/store/types";
import { aRecord, aVersion, newId } from "../../../test/builders";
import { aContext, aPerson, codeOf, ledgerTypes, type TestContext } from "../../../test/context";
import { aCell, anAgent } from "../../../test/ladder-cell";
import { wordsOf } from "../../../test/words";
import { suggestionWords } from "../../../components/insights/suggestion-words";
import type { Decision } from "../../domain/proposal";
import type { PersonActor, AgentActor } from "../actor";
import { fileFinding } from "../file-finding";
import { propose } from "../propose";
import { getProposal } from "../read-proposal";
import { readFrame } from "../read-shell";
import { redeem } from "../redeem";
import { decideProposal } from "../triage/decide-proposal";
import { releaseHeld, releaseNow } from "../triage/release";
import { undoDecision } from "../triage/undo-decision";
import { setSwitch } from "../settings/switches";
import { readLadderLines, type LadderLine } from "./read-ladder";
import { setLevel } from "./set-level";

const UPDATE = { action: { name: "ticket.tag", arguments: { ticket: "T-1", tag: "billing" } } };

async function approve(ctx: TestContext, reviewer: PersonActor, agent: AgentActor): Promise<string> {
  const { found } = await propose(ctx, agent, UPDATE, { idempotencyKey: null, raw: null });
  const { id, version, digest } = found.record.state;
  const act = { decision: { type: "approve" }, act: { type: "key" }, measured: { activeMs: 9_000, device: "keyboard" } } as const;
  await decideProposal(ctx, reviewer, { proposal: id, version, digest, ...act });
  await releaseNow(ctx, reviewer, { proposal: id });
  await run(ctx, agent, id);
  return id;
}

async function run(ctx: TestContext, agent: AgentActor, id: string): Promise<void> {
  const { record } = await getProposal(ctx, agent, id, { recordDelivery: true });
  await redeem(ctx, agent, id, record.receipt ?? "");
}

/** The first line as the screen says it to whoever asked for the lines. */
function wordsOfFirst([line]: readonly LadderLine[]): string | null {
  return line === undefined
    ? null
    : suggestionWords(wordsOf("figures"), line.record.cell, line.suggestion, line.ofKind, line.figures);
}

describe("the evidence of a cell", () => {
  it("is counted in the commits of decisions and findings", async () => {
    const ctx = await aContext();
    const [agent, reviewer] = [await anAgent(ctx), await aPerson(ctx, "reviewer")];
    await approve(ctx, reviewer, agent);
    const id = await approve(ctx, reviewer, agent);
    await fileFinding(ctx, reviewer, { proposal: id, kind: "complaint", text: "the wrong tag" });
    const [cell] = await ctx.store.read.cells(10);
    expect(cell?.cell).toMatchObject({ checked: 2, bad: 1, reviewers: [reviewer.personId] });
  });
});

describe("a cell that a person moved up", () => {
  it("is one step that the evidence suggests: then most of it runs after the undo window", async () => {
    const { ctx, admin, key, proposed } = await aCell({ checked: 700 });
    expect((await proposed()).record.state.status).toBe("pending");
    expect(await setLevel(ctx, admin, { ...key, from: "L1", to: "L2" })).toEqual({ outcome: "moved" });
    const states = [];
    for (let id = 2; id < 42; id += 1) states.push((await proposed(id)).record.state);
    const held = states.filter(({ status }) => status === "held");
    expect(held.length).toBeGreaterThan(20);
    expect(states.length - held.length).toBeGreaterThan(0);
    expect(held[0]).toMatchObject({ decision: { source: "policy" }, receiptId: null });
    expect(held[0]?.releaseAt).toBe(ctx.clock() + (held[0]?.undoMs ?? 0));
  });

  it("is held back so that anybody may stop it, and runs when nobody does", async () => {
    const { ctx, admin, key, proposed } = await aCell({ checked: 700 });
    await setLevel(ctx, admin, { ...key, from: "L1", to: "L2" });
    const held = [];
    for (let id = 2; id < 40 && held.length < 2; id += 1) {
      const { state } = (await proposed(id)).record;
      if (state.status === "held") held.push(state.id);
    }
    const [stopped = "", left] = held;
    const reviewer = await aPerson(ctx, "reviewer");
    const { row } = await undoDecision(ctx, reviewer, { proposal: stopped });
    expect(row).toMatchObject({ queue: "needs_you", state: { status: "pending" } });
    expect(row.predictedSeconds).toBeGreaterThan(2);
    ctx.pass(60_000);
    if (left === undefined) throw new Error("two are held");
    const { after } = await releaseHeld(ctx, { type: "system", name: "worker" }, left);
    expect(after.state).toMatchObject({ status: "approved", decision: { source: "policy" } });
    expect(after.receipt).not.toBeNull();
  });

  it("comes down at once on confirmed harm, before anything else is proposed", async () => {
    const { ctx, agent, admin, key, proposed } = await aCell({ checked: 700 });
    const first = await proposed();
    const { id, version, digest } = first.record.state;
    await decideProposal(ctx, admin, { proposal: id, version, digest, decision: { type: "approve" }, act: { type: "key" } });
    await releaseNow(ctx, admin, { proposal: id });
    await run(ctx, agent, id);
    await setLevel(ctx, admin, { ...key, from: "L1", to: "L2" });
    await fileFinding(ctx, admin, { proposal: id, kind: "incident", text: "the wrong customer" });
    expect(await ledgerTypes(ctx)).toContain("ladder.moved");
    for (let other = 2; other < 12; other += 1) expect((await proposed(other)).record.state.status).toBe("pending");
  });

  it.each([
    [{ checked: 600 }, "L2", "decision_not_allowed"],
    [{ checked: 700, bad: 1 }, "L2", "decision_not_allowed"],
    [{ checked: 5_000 }, "L3", "decision_not_allowed"],
  ] as const)("is refused with evidence %j to %s: %s", async (evidence, to, code) => {
    const { ctx, admin, key } = await aCell(evidence);
    expect(await codeOf(setLevel(ctx, admin, { ...key, from: "L1", to }))).toBe(code);
  });

  it("needs two admins where riskier changes do, and an admin at all", async () => {
    const { ctx, admin, key } = await aCell({ checked: 700 });
    const other = await aPerson(ctx, "admin");
    const move = { ...key, from: "L1", to: "L2" } as const;
    expect(await setLevel(ctx, admin, move)).toEqual({ outcome: "waiting" });
    expect(await setLevel(ctx, admin, move)).toEqual({ outcome: "waiting" });
    expect(await setLevel(ctx, other, move)).toEqual({ outcome: "moved" });
    expect(await codeOf(setLevel(ctx, other, move))).toBe("stale");
    expect(await codeOf(setLevel(ctx, await aPerson(ctx, "reviewer"), { ...move, from: "L2", to: "L1" }))).toBe("forbidden");
  });
});

describe("a cell whose audits keep failing", () => {
  it("takes nothing, tells admins on every screen, and goes on only when one of them says so", async () => {
    const { ctx, admin, key, agent, proposed } = await aCell({ level: "blocked" });
    const reviewer = await aPerson(ctx, "reviewer");
    const blocked = (await proposed()).record.state;
    expect(blocked).toMatchObject({ status: "blocked" });
    expect(blocked.decision?.reason?.text).toContain("its audits kept failing");
    const newer = { action: { name: "payment.refund", arguments: { amount: "100.00" } }, run: { model: "another" } };
    const other = await propose(ctx, agent, newer, { idempotencyKey: null, raw: null });
    expect(other.found.record.state.status).toBe("blocked");
    expect((await readFrame(ctx, admin)).blocked).toEqual(["payment.refund"]);
    expect((await readFrame(ctx, reviewer)).blocked).toEqual([]);
    expect((await readLadderLines(ctx, admin))[0]?.suggestion).toEqual({ type: "blocked", to: "L1" });
    expect(await codeOf(setLevel(ctx, admin, { ...key, from: "blocked", to: "L2" }))).toBe("decision_not_allowed");
    const told: string[] = [];
    ctx.hub.onAny(({ type }) => told.push(type));
    expect(await setLevel(ctx, admin, { ...key, from: "blocked", to: "L1" })).toEqual({ outcome: "moved" });
    expect(told).toEqual(["policy"]);
    expect((await proposed(2)).record.state.status).toBe("pending");
    expect((await readFrame(ctx, admin)).blocked).toEqual([]);
  });
});

/** Second opinions on approvals of a kind, of which the first few disagree. */
async function doublesOf(ctx: TestContext, source: ProposalRecord, count: number, disagree: number): Promise<void> {
  const { agentId, kind } = source.state;
  const [first, second] = [newId("person"), newId("person")];
  const decision: Decision = {
    ...{ type: "approve", source: "person", by: [first], at: 1, reason: null, answer: null, singleSigner: false },
  };
  await ctx.store.transact(function* (tx) {
    for (let index = 0; index < count; index += 1) {
      const record = aRecord({ queue: null, state: { agentId, kind, status: "approved", decision } });
      const proposalId = record.state.id;
      yield* tx.insertProposal(record, aVersion(record));
      yield* tx.insertDraw({ proposalId, purpose: "double", rate: 0.05, at: 1 + index, settledAt: 2 + index, verdict: "fine" });
      const verdict = index < disagree ? "wrong" : "fine";
      yield* tx.insertLook({
        proposalId,
        personId: second,
        at: 2 + index,
        verdict,
        reasonCode: null,
        reasonText: null,
        tooFast: false,
      });
    }
    return { result: null, unchanged: true };
  });
}

/** Tests of the reviewers that people decided, of which some were caught; all made of one real proposal. */
async function testsOf(ctx: TestContext, source: ProposalRecord, count: number, caught: number): Promise<void> {
  await ctx.store.transact(function* (tx) {
    for (let index = 0; index < count; index += 1) {
      const record = aRecord({ queue: null, state: { agentId: source.state.agentId, canary: true, status: "withdrawn" } });
      yield* tx.insertProposal(record, aVersion(record));
      const made = { proposalId: record.state.id, sourceId: source.state.id, mutation: "amount", wrong: "the amount" };
      yield* tx.insertCanary({ ...made, kind: source.state.kind, at: 1, decidedAt: null, decidedBy: null, outcome: null });
      const outcome = index < caught ? "caught" : "missed";
      yield* tx.endCanary(record.state.id, { at: 2 + index, by: newId("person"), outcome });
    }
    return { result: null, unchanged: true };
  });
}

describe("what people catch", () => {
  it("is what decided tests of the kind show, once there are 22 and while tests are on", async () => {
    const { ctx, admin, key, proposed } = await aCell({ checked: 700, level: "L2" });
    const source = (await proposed()).record;
    const up = { ...key, from: "L2", to: "L3" } as const;
    const words = async (by: PersonActor) => wordsOfFirst(await readLadderLines(ctx, by));
    await testsOf(ctx, source, 21, 21);
    expect(await words(admin)).toContain("assumed to catch 80\u00A0% (tests are off)");
    await setSwitch(ctx, admin, { name: "canaries", on: true });
    expect(await words(admin)).toContain("assumed to catch 80\u00A0% (21 of the 22 tests it takes to measure)");
    expect(await codeOf(setLevel(ctx, admin, up))).toBe("decision_not_allowed");
    await testsOf(ctx, source, 1, 1);
    expect(await words(admin)).toContain("(22 of the last 22), agreement is not measured (second opinions are off).");
    await setSwitch(ctx, admin, { name: "doubles", on: true });
    await doublesOf(ctx, source, 19, 0);
    expect(await words(admin)).toContain("(19 of the 20 second opinions it takes)");
    expect(await codeOf(setLevel(ctx, admin, up))).toBe("decision_not_allowed");
    await doublesOf(ctx, source, 1, 0);
    expect(await words(admin)).toContain(
      "people catch at least 87.3\u00A0% of tests (22 of the last 22), on 20 second opinions nobody disagreed → bad rate under 1",
    );
    expect(await words(await aPerson(ctx, "reviewer"))).toContain("how surely people catch errors is measured, on 20");
    expect(await setLevel(ctx, admin, up)).toEqual({ outcome: "moved" });
  });

  it("holds a cell back where they catch less than was assumed", async () => {
    const { ctx, admin, key, proposed } = await aCell({ checked: 700 });
    await setSwitch(ctx, admin, { name: "canaries", on: true });
    await testsOf(ctx, (await proposed()).record, 60, 30);
    expect(await codeOf(setLevel(ctx, admin, { ...key, from: "L1", to: "L2" }))).toBe("decision_not_allowed");
  });
});

describe("how far people agree", () => {
  it("keeps a cell where it is once it is known to be too little, and only admins and auditors read the figure", async () => {
    const { ctx, admin, key, proposed } = await aCell({ checked: 700 });
    await doublesOf(ctx, (await proposed()).record, 30, 6);
    const up = { ...key, from: "L1", to: "L2" } as const;
    await setSwitch(ctx, admin, { name: "doubles", on: true });
    const lines = await readLadderLines(ctx, admin);
    expect(lines[0]?.suggestion).toEqual({ type: "stay", because: [{ key: "stays.disagree" }] });
    expect(wordsOfFirst(lines)).toContain("α is -0.09 on 30 second opinions");
    expect(wordsOfFirst(await readLadderLines(ctx, await aPerson(ctx, "reviewer")))).toContain("agreement is measured.");
    expect(await codeOf(setLevel(ctx, admin, up))).toBe("decision_not_allowed");
  });
});

it("what asks for something stands first, as a sentence", async () => {
  const { ctx, admin } = await aCell({ checked: 700 });
  const lines = await readLadderLines(ctx, admin);
  expect(lines[0]?.suggestion).toMatchObject({ type: "up", to: "L2" });
  expect(wordsOfFirst(lines)).toContain("700 checked, 0 bad, people are assumed to catch 80");
});
