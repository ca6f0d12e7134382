import { describe, expect, it } from "vitest";

import { aContext, aPerson, COMMAND_LINE, type TestContext } from "../../test/context";
import type { LabelRecord } from "../../db/store/types";
import type { JsonObject } from "../domain/json";
import type { AgentActor } from "./actor";
import { createAgent } from "./agents/create-agent";
import { createKey } from "./keys/create-key";
import { fileFinding } from "./file-finding";
import { propose } from "./propose";
import { getProposal } from "./read-proposal";
import { redeem } from "./redeem";
import { report } from "./report";
import { decideProposal } from "./triage/decide-proposal";
import { releaseNow } from "./triage/release";

const UPDATE = { action: { name: "crm.note", arguments: { text: "called back" } } };

async function anAgent(ctx: TestContext): Promise<AgentActor> {
  const agent = await createAgent(ctx, COMMAND_LINE, { name: "crm-agent" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: agent.id, label: "test" });
  const scopes = new Set(["propose", "read", "redeem", "report", "findings"]);
  return { type: "agent", agentId: agent.id, agentName: "crm-agent", keyId: key.id, scopes, ownerId: null };
}

type Choice = Parameters<typeof decideProposal>[2]["decision"];

/** One proposal that was decided and released; the second look at a label is the caller's. */
async function decided(decision: Choice, activeMs = 9_000) {
  const ctx = await aContext();
  const [agent, reviewer] = [await anAgent(ctx), await aPerson(ctx, "reviewer")];
  const { found } = await propose(ctx, agent, UPDATE, { idempotencyKey: null, raw: null });
  const { id, version, digest } = found.record.state;
  await decideProposal(ctx, reviewer, {
    ...{ proposal: id, version, digest, decision, act: { type: "key" } },
    measured: { activeMs, device: "keyboard" },
  });
  await releaseNow(ctx, reviewer, { proposal: id });
  const label = async (): Promise<LabelRecord | null> => ctx.store.read.label(id);
  const run = async (...statuses: readonly ("succeeded" | "failed" | "reverted")[]): Promise<void> => {
    const { record } = await getProposal(ctx, agent, id, { recordDelivery: true });
    const { redemptionId } = await redeem(ctx, agent, id, record.receipt ?? "");
    for (const status of statuses) await report(ctx, agent, id, { redemption: redemptionId, status });
  };
  return { ctx, agent, reviewer, id, label, run };
}

describe("the label of a proposal", () => {
  it("is kept in the commit that releases the decision", async () => {
    const { label, agent } = await decided({ type: "approve" });
    expect(await label()).toMatchObject({
      ...{ agentId: agent.agentId, actionName: "crm.note", verdict: "right", because: "approved", weight: 1 },
    });
  });

  it("is not there while nobody decided", async () => {
    const ctx = await aContext();
    const { found } = await propose(ctx, await anAgent(ctx), UPDATE, { idempotencyKey: null, raw: null });
    expect(await ctx.store.read.label(found.record.state.id)).toBeNull();
  });

  it("names the fields that were edited", async () => {
    const edited: JsonObject = { text: "called back twice" };
    const { label } = await decided({ type: "edit", arguments: edited, reason: { code: "wrong_value", text: null } });
    const kept = await label();
    expect(kept).toMatchObject({ verdict: "wrong", because: "edited" });
    expect(kept?.edit?.fields.map(({ path }) => path)).toEqual(["/text"]);
  });

  it("is excluded from evidence when the card cannot have been read", async () => {
    const { label, ctx, agent } = await decided({ type: "approve" }, 300);
    expect(await label()).toMatchObject({ verdict: "right", excluded: "too_fast" });
    expect(await ctx.store.read.observationsOfAgent(agent.agentId)).toMatchObject([{ looked: 0 }]);
  });

  it("turns to wrong when a finding is filed, and harm is severe", async () => {
    const { ctx, reviewer, id, label, run } = await decided({ type: "approve" });
    await run("succeeded");
    await fileFinding(ctx, reviewer, { proposal: id, kind: "incident", text: "the wrong customer" });
    expect(await label()).toMatchObject({ verdict: "wrong", because: "overturned", missed: true, severe: true });
  });

  it("turns to wrong when the agent reports that it was reverted, and stays when it failed or succeeded", async () => {
    for (const [statuses, verdict] of [
      [["succeeded", "reverted"], "wrong"],
      [["failed"], "right"],
      [["succeeded"], "right"],
    ] as const) {
      const { label, run } = await decided({ type: "approve" });
      await run(...statuses);
      expect(await label()).toMatchObject({ verdict, failedOutside: statuses[0] === "failed" });
    }
  });
});

describe("what a proposal keeps for replay", () => {
  it("holds the history that policy looked at, not as it became later", async () => {
    const { ctx, agent, id } = await decided({ type: "approve" });
    const [first] = await ctx.store.read.versions(id);
    expect(first?.facts).toEqual({ agentName: "crm-agent" });
    const { found } = await propose(ctx, agent, UPDATE, { idempotencyKey: null, raw: null });
    expect(found.version.facts?.observation).toEqual({ looked: 1, wrong: 0, ended: false });
  });
});
