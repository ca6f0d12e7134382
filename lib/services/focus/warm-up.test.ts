import { describe, expect, it } from "vitest";

import { aContext, aPerson, codeOf, COMMAND_LINE } from "../../../test/context";
import { toCardDetail } from "../../contract/card-view";
import { WARM_UP_ITEMS } from "../../domain/focus/warm-up";
import type { AgentActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { createKey } from "../keys/create-key";
import { propose } from "../propose";
import { setSwitch } from "../settings/switches";
import { decideProposal } from "../triage/decide-proposal";
import { takeLease } from "../triage/lease";
import { releaseNow } from "../triage/release";
import { answerWarmUp, beginWarmUp, isToWarmUp, readWarmUps } from "./warm-up";

/** A workspace in which so many changes of records were approved. */
async function working(approved: number) {
  const ctx = await aContext();
  const agent = await createAgent(ctx, COMMAND_LINE, { name: "crm-agent" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "test" });
  const scopes = new Set(["propose", "read"]);
  const actor: AgentActor = {
    ...{ type: "agent", agentId: agent.id, agentName: "crm-agent", keyId: key.id, scopes, ownerId: null },
  };
  const [reviewer, admin] = [await aPerson(ctx, "reviewer"), await aPerson(ctx, "admin")];
  for (let number = 0; number < approved; number += 1) {
    const action = {
      name: "payment.refund",
      arguments: { order: `W26${String(11340 + number)}`, amount: "48.00", currency: "EUR" },
    };
    const { found } = await propose(ctx, actor, { action }, { idempotencyKey: null, raw: "{}" });
    const { id, version, digest } = found.record.state;
    await takeLease(ctx, reviewer, { proposal: id, version });
    ctx.pass(12_000);
    await decideProposal(ctx, reviewer, { proposal: id, version, digest, decision: { type: "approve" }, act: { type: "hold" } });
    await releaseNow(ctx, reviewer, { proposal: id });
  }
  return { ctx, reviewer, admin };
}

type Given = Awaited<ReturnType<typeof working>>;

async function begun({ ctx, reviewer }: Pick<Given, "ctx" | "reviewer">) {
  const warmUp = await beginWarmUp(ctx, reviewer);
  if (warmUp === null) throw new Error("there is enough to make one of");
  return warmUp;
}

describe("a warm-up", () => {
  it("has ten items of which five are wrong, and tells which right after each", async () => {
    const given = await working(12);
    const { begunAt, items } = await begun(given);
    expect(items).toHaveLength(WARM_UP_ITEMS);
    const told = [];
    for (const { place, source } of items) {
      told.push(await answerWarmUp(given.ctx, given.reviewer, { begunAt, place, source, rejected: true }));
    }
    expect(told.filter(({ wrong }) => wrong !== null)).toHaveLength(WARM_UP_ITEMS / 2);
    expect(told.every(({ right, wrong }) => right === (wrong !== null))).toBe(true);
    expect(await readWarmUps(given.ctx, given.reviewer)).toMatchObject({ bad: 5, caught: 5, good: 5, passed: 0 });
  });

  it("leaves no proposal, review, lease or entry of the record behind", async () => {
    const given = await working(12);
    const { ctx, reviewer } = given;
    const before = await ctx.store.read.ledgerHead();
    const reviews = await ctx.store.read.reviewsSince(reviewer.personId, 0);
    const { begunAt, items } = await begun(given);
    for (const { place, source, row } of items) {
      await answerWarmUp(ctx, reviewer, { begunAt, place, source, rejected: place % 2 === 0 });
      expect(await ctx.store.read.proposal(row.id)).toBeNull();
    }
    expect(await ctx.store.read.ledgerHead()).toEqual(before);
    expect(await ctx.store.read.reviewsSince(reviewer.personId, 0)).toEqual(reviews);
    expect(await ctx.store.read.canaryTally(null, 0)).toEqual([]);
  });

  it("shows a wrong item with nothing that tells it from a right one", async () => {
    const given = await working(12);
    const { begunAt, items } = await begun(given);
    const shapes = new Map<boolean, Set<string>>();
    for (const { place, source, ...reading } of items) {
      const detail = toCardDetail(
        { ...reading, observed: null, stepsBefore: 0, ownAgent: false, cannotSign: null, names: new Map() },
        (all) => [...all],
      );
      const { wrong } = await answerWarmUp(given.ctx, given.reviewer, { begunAt, place, source, rejected: true });
      const keys = [...Object.keys(detail), ...Object.keys(detail.row)].join();
      shapes.set(wrong !== null, new Set([...(shapes.get(wrong !== null) ?? []), keys]));
      expect(JSON.stringify(detail)).not.toContain(source);
    }
    expect(shapes.get(true)).toEqual(shapes.get(false));
  });

  it("cannot be made of too little, and is refused to who does not decide", async () => {
    const { ctx, reviewer } = await working(3);
    expect(await beginWarmUp(ctx, reviewer)).toBeNull();
    expect(await codeOf(beginWarmUp(ctx, await aPerson(ctx, "auditor")))).toBe("forbidden");
  });

  it("is asked for where an admin switched it on, until one was finished within four hours", async () => {
    const given = await working(12);
    const { ctx, reviewer, admin } = given;
    expect(await isToWarmUp(ctx, reviewer)).toBe(false);
    expect(await codeOf(setSwitch(ctx, reviewer, { name: "warmUp", on: true }))).toBe("forbidden");
    await setSwitch(ctx, admin, { name: "warmUp", on: true });
    expect(await isToWarmUp(ctx, reviewer)).toBe(true);
    const { begunAt, items } = await begun(given);
    for (const { place, source } of items) await answerWarmUp(ctx, reviewer, { begunAt, place, source, rejected: false });
    expect(await isToWarmUp(ctx, reviewer)).toBe(false);
    expect(await isToWarmUp(ctx, admin)).toBe(true);
    ctx.pass(4 * 3_600_000);
    expect(await isToWarmUp(ctx, reviewer)).toBe(true);
    expect(await codeOf(answerWarmUp(ctx, reviewer, { begunAt, place: 0, source: items[0]?.source ?? "", rejected: true }))).toBe(
      "stale",
    );
  });
});
