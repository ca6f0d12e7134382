import { describe, expect, it } from "vitest";

import { aContext, aPerson, codeOf, COMMAND_LINE, ledgerTypes, type TestContext } from "../../../test/context";
import { matrixOf } from "../../../test/policy-builders";
import { DEFAULT_POLICY } from "../../domain/policy/default-policy";
import type { AgentActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { createKey } from "../keys/create-key";
import { savePolicy } from "../policy/save-policy";
import { propose } from "../propose";
import { listDrafts, readDraft, readShadow } from "./read-drafts";
import { dropDraft, saveDraft } from "./save-draft";

const VERSION = JSON.stringify([null, null]);
const STRICTER = JSON.stringify({ ...DEFAULT_POLICY, matrix: { ...DEFAULT_POLICY.matrix, S0: matrixOf("review").S0 } });
const LOOSER = JSON.stringify({ ...DEFAULT_POLICY, matrix: { ...DEFAULT_POLICY.matrix, S2: matrixOf("auto", "auto").S2 } });
const RULED = JSON.stringify({
  ...DEFAULT_POLICY,
  rules: [{ id: "odd", match: "crm.get", when: 'arguments.id == "odd"', then: { treatment: "confirm", reason: "odd" } }],
});

async function anAgent(ctx: TestContext): Promise<AgentActor> {
  const { id: agentId } = await createAgent(ctx, COMMAND_LINE, { name: "crm" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId, label: "test" });
  await ctx.store.transact(function* (tx) {
    for (const actionName of ["crm.get", "ticket.delete"]) {
      yield* tx.saveObservation({ agentId, actionName, fingerprint: VERSION, looked: 50, wrong: 0, endedAt: 1 });
    }
    return { result: null, unchanged: true };
  });
  return { type: "agent", agentId, agentName: "crm", keyId: key.id, scopes: new Set(["propose"]), ownerId: null };
}

const ask = (ctx: TestContext, agent: AgentActor, name: string, id: string) =>
  propose(
    ctx,
    agent,
    // A deletion of what nobody sees takes a hold.
    { action: { name, arguments: { ticket: "spam-folder", id } }, before: { folder: "Spam", holds: 12 } },
    { idempotencyKey: null, raw: null },
  );

describe("a draft of the policy", () => {
  it("is counted over what is proposed after it was saved, and changes nothing of what is in force", async () => {
    const ctx = await aContext();
    const [admin, agent] = [await aPerson(ctx, "admin"), await anAgent(ctx)];
    await ask(ctx, agent, "crm.get", "before");
    ctx.pass(1_000);
    for (const [name, text] of [
      ["Stricter", STRICTER],
      ["Looser", LOOSER],
      ["Ruled", RULED],
    ] as const) {
      await saveDraft(ctx, admin, { name, text, seenAt: null });
    }
    expect(await readShadow(ctx, admin, "Stricter")).toMatchObject({ proposals: 0, more: 0, fewer: 0, worst: [] });
    const read = await ask(ctx, agent, "crm.get", "odd");
    const deleted = await ask(ctx, agent, "ticket.delete", "1");
    expect([read, deleted].map(({ found }) => found.record.state.treatment)).toEqual(["auto", "review"]);
    const [readId, deletedId] = [read.found.record.state.id, deleted.found.record.state.id];
    expect(await readShadow(ctx, admin, "Stricter")).toMatchObject({
      proposals: 2,
      more: 1,
      fewer: 0,
      worst: [{ id: readId, before: "auto", after: "review" }],
    });
    expect(await readShadow(ctx, admin, "Looser")).toMatchObject({
      more: 0,
      fewer: 1,
      worst: [{ id: deletedId, before: "review", after: "auto" }],
    });
    expect(await readShadow(ctx, admin, "Ruled")).toMatchObject({ more: 1, fewer: 0, worst: [{ after: "confirm" }] });
    await ask(ctx, agent, "crm.get", "odd");
    expect(await readShadow(ctx, admin, "Ruled")).toMatchObject({ proposals: 3, more: 2 });
  });

  it("is kept as written, is saved again by who has seen it, and refused to who has not", async () => {
    const ctx = await aContext();
    const admin = await aPerson(ctx, "admin", "Ada");
    const first = await saveDraft(ctx, admin, { name: " Looser ", text: LOOSER, seenAt: null });
    expect(first).toMatchObject({ name: "Looser", basedOn: 1 });
    expect(await codeOf(saveDraft(ctx, admin, { name: "Looser", text: STRICTER, seenAt: null }))).toBe("stale");
    ctx.pass(1_000);
    const again = await saveDraft(ctx, admin, { name: "Looser", text: STRICTER, seenAt: first.at });
    expect(await codeOf(saveDraft(ctx, admin, { name: "Looser", text: LOOSER, seenAt: first.at }))).toBe("stale");
    expect(await readDraft(ctx, admin, "Looser")).toEqual(again);
    expect(await listDrafts(ctx, admin)).toMatchObject([{ name: "Looser", byName: "Ada" }]);
    await dropDraft(ctx, admin, "Looser");
    await dropDraft(ctx, admin, "Looser");
    expect(await codeOf(readDraft(ctx, admin, "Looser"))).toBe("not_found");
    expect(await ledgerTypes(ctx)).toEqual(["policy.draft_saved", "policy.draft_saved", "policy.draft_dropped"]);
  });

  it("is an admin’s to save and to drop, can be used, and has a name that can be read", async () => {
    const ctx = await aContext();
    const [admin, reviewer] = [await aPerson(ctx, "admin"), await aPerson(ctx, "reviewer")];
    const draft = { name: "Looser", text: LOOSER, seenAt: null };
    expect(await codeOf(saveDraft(ctx, reviewer, draft))).toBe("forbidden");
    expect(await codeOf(dropDraft(ctx, reviewer, "Looser"))).toBe("forbidden");
    expect(await codeOf(readShadow(ctx, reviewer, "Looser"))).toBe("forbidden");
    expect(await codeOf(saveDraft(ctx, admin, { ...draft, text: "{}" }))).toBe("invalid_policy");
    expect(await codeOf(saveDraft(ctx, admin, { ...draft, name: "a\u200bb" }))).toBe("invalid_request");
    expect(await codeOf(readShadow(ctx, admin, "none"))).toBe("not_found");
    for (let index = 0; index < 20; index += 1) await saveDraft(ctx, admin, { ...draft, name: `Draft ${String(index)}` });
    expect(await codeOf(saveDraft(ctx, admin, draft))).toBe("decision_not_allowed");
  });

  it("is compared with the policy that is in force now", async () => {
    const ctx = await aContext();
    const [admin, agent] = [await aPerson(ctx, "admin"), await anAgent(ctx)];
    await saveDraft(ctx, admin, { name: "Stricter", text: STRICTER, seenAt: null });
    await ask(ctx, agent, "crm.get", "1");
    expect(await readShadow(ctx, admin, "Stricter")).toMatchObject({ policyVersion: 1, more: 1 });
    await savePolicy(ctx, COMMAND_LINE, { text: STRICTER, basedOn: 1, note: "now" });
    expect(await readShadow(ctx, admin, "Stricter")).toMatchObject({ policyVersion: 2, more: 0, fewer: 0 });
  });
});
