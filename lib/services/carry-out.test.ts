import { describe, expect, it } from "vitest";

import { aContext, aPerson, codeOf, COMMAND_LINE, type TestContext } from "../../test/context";
import { toCarryOut } from "../contract/carry-out";
import { readEntry } from "../domain/ledger";
import type { AgentActor, PersonActor } from "./actor";
import { createAgent } from "./agents/create-agent";
import { readCarryingOut, takeAnswer } from "./carry-out";
import { composeProposal } from "./compose";
import { mayCarryOut } from "./executor";
import { createKey } from "./keys/create-key";
import { propose } from "./propose";
import { redeem } from "./redeem";
import { report } from "./report";
import { decideProposal, type DecideInput } from "./triage/decide-proposal";
import { releaseNow } from "./triage/release";

const SWITCH = {
  action: { name: "billing.plan.switch", arguments: { plan: "pro" } },
  kind: "record",
  before: { plan: "free" },
  after: { plan: "pro" },
} as const;
const MINUTES = 60_000;

/** A change that Ada composed and Ben decides, and everybody who might want to carry it out. */
async function aComposed() {
  const ctx = await aContext();
  const [ada, ben] = [await aPerson(ctx, "reviewer", "Ada"), await aPerson(ctx, "reviewer", "Ben")];
  const { found } = await composeProposal(ctx, ada, SWITCH, { key: null, raw: null });
  const { id, version, digest } = found.record.state;
  const decide = (decision: DecideInput["decision"] = { type: "approve" }) =>
    decideProposal(ctx, ben, { proposal: id, version, digest, decision, act: { type: "key" } });
  const release = () => releaseNow(ctx, ben, { proposal: id });
  const view = async (person: PersonActor) => {
    const reading = await readCarryingOut(ctx, person, id);
    return reading === null ? null : (toCarryOut(reading, person.personId, ctx.clock())?.now ?? null);
  };
  return { ctx, id, ada, ben, decide, release, view };
}

async function anApproved() {
  const composed = await aComposed();
  await composed.decide();
  await composed.release();
  const reading = await readCarryingOut(composed.ctx, composed.ada, composed.id);
  if (reading === null) throw new Error("its composer may carry it out");
  return { ...composed, reading };
}

async function aTaken() {
  const composed = await anApproved();
  const { record } = await takeAnswer(composed.ctx, composed.ada, composed.id);
  return { ...composed, receipt: record.receipt ?? "none" };
}

describe("what a person composed and another approved", () => {
  it("is taken, started once and reported by its composer, and the ledger names them each time", async () => {
    const { ctx, id, ada, view } = await anApproved();
    expect(await view(ada)).toMatchObject({ step: "untaken", minutes: 15 });
    const { record } = await takeAnswer(ctx, ada, id);
    expect(record.state.delivery).toBe("delivered");
    const receipt = record.receipt ?? "none";
    expect(await view(ada)).toEqual({ step: "taken", receipt, until: ctx.clock() + 15 * MINUTES });
    const { redemptionId } = await redeem(ctx, ada, id, receipt);
    expect(await view(ada)).toMatchObject({ step: "redeemed", reported: null, outcomes: ["succeeded", "failed", "unknown"] });
    await report(ctx, ada, id, { redemption: redemptionId, status: "succeeded", detail: "by hand in the console" });
    expect(await view(ada)).toMatchObject({ step: "redeemed", reported: "succeeded", outcomes: ["reverted"] });
    const rows = (await ctx.store.read.ledgerOf(record.state.id)).slice(-3);
    expect(rows.map(({ type }) => type)).toEqual(["proposal.delivered", "proposal.redeemed", "proposal.reported"]);
    expect(new Set(rows.map(({ entry }) => readEntry(entry)?.actor))).toEqual(new Set([`person:${ada.personId}`]));
  });

  it("may be carried out by an admin as well", async () => {
    const { ctx, id, view } = await anApproved();
    const admin = await aPerson(ctx, "admin");
    expect(await view(admin)).toMatchObject({ step: "untaken" });
    const { record } = await takeAnswer(ctx, admin, id);
    expect(await codeOf(redeem(ctx, admin, id, record.receipt ?? "none"))).toBe("accepted");
  });

  it("is nobody else's: another reviewer, whoever approved it, and an auditor are refused every step and shown nothing", async () => {
    const { ctx, id, ben, receipt, view } = await aTaken();
    for (const person of [ben, await aPerson(ctx, "reviewer"), await aPerson(ctx, "auditor")]) {
      expect(await view(person)).toBeNull();
      expect(await codeOf(takeAnswer(ctx, person, id))).toBe("forbidden");
      expect(await codeOf(redeem(ctx, person, id, receipt))).toBe("forbidden");
      expect(await codeOf(report(ctx, person, id, { redemption: "any", status: "succeeded" }))).toBe("forbidden");
    }
  });

  it("is kept from an admin who is still to say what they would have decided, and from its composer not", async () => {
    const { ctx, ada, reading } = await anApproved();
    const asked = { ...reading.found, record: { ...reading.found.record, queue: "second_look" as const } };
    expect(mayCarryOut(await aPerson(ctx, "admin"), asked)).toBe(false);
    expect(mayCarryOut(ada, asked)).toBe(true);
  });

  it("is not its composer's any more once they only read", async () => {
    const { ctx, id, ada, receipt } = await aTaken();
    expect(await codeOf(redeem(ctx, { ...ada, role: "auditor" }, id, receipt))).toBe("forbidden");
  });

  it("gives no receipt while it is undecided, nor in the time to undo", async () => {
    const { ctx, id, ada, decide, view } = await aComposed();
    await expect(takeAnswer(ctx, ada, id)).rejects.toThrow(/^not_approved: .*undecided/);
    await decide();
    expect(await view(ada)).toBeNull();
    await expect(takeAnswer(ctx, ada, id)).rejects.toThrow(/^not_approved: .*taken back/);
  });

  it("is started once, with its own receipt, within its time", async () => {
    const { ctx, id, ada, receipt } = await aTaken();
    const other = await composeProposal(ctx, ada, SWITCH, { key: null, raw: null });
    expect(await codeOf(redeem(ctx, ada, other.found.record.state.id, receipt))).toBe("receipt_invalid");
    const forged = `${receipt.slice(0, -2)}${receipt.endsWith("AA") ? "BB" : "AA"}`;
    expect(await codeOf(redeem(ctx, ada, id, forged))).toBe("receipt_invalid");
    expect(await codeOf(redeem(ctx, ada, id, receipt))).toBe("accepted");
    expect(await codeOf(redeem(ctx, ada, id, receipt))).toBe("already_redeemed");
    expect(await codeOf(report(ctx, ada, id, { redemption: "rdm_none", status: "failed" }))).toBe("not_redeemed");
  });

  it("lapses when it is not started in its time, and whoever approved it is asked to renew it", async () => {
    const { ctx, id, ada, receipt, view } = await aTaken();
    ctx.pass(15 * MINUTES);
    expect(await codeOf(redeem(ctx, ada, id, receipt))).toBe("receipt_expired");
    expect(await view(ada)).toEqual({ step: "lapsed", renewable: true });
  });

  it("is no alarm while nobody has taken it", async () => {
    const { ctx } = await anApproved();
    ctx.pass(10 * MINUTES);
    expect(await ctx.store.read.undelivered(ctx.clock(), 10)).toBe(0);
  });
});

describe("a rejection of what a person composed", () => {
  it("is read by its composer, which the record says, and leaves nothing to carry out", async () => {
    const { ctx, id, ada, decide, release, view } = await aComposed();
    await decide({ type: "reject", reason: { code: "not_needed", text: null } });
    await release();
    expect(await view(ada)).toEqual({ step: "unread", answer: "rejected" });
    const { record } = await takeAnswer(ctx, ada, id);
    expect(record).toMatchObject({ receipt: null, state: { delivery: "delivered" } });
    expect(await view(ada)).toBeNull();
    expect(await codeOf(redeem(ctx, ada, id, "none"))).toBe("receipt_invalid");
  });
});

describe("what an agent proposed", () => {
  it("is carried out by no person, and what a person composed by no agent", async () => {
    const { ctx, id, ada, receipt } = await aTaken();
    const agent = await anAgent(ctx);
    expect(await codeOf(redeem(ctx, agent, id, receipt))).toBe("not_found");
    const { found } = await propose(ctx, agent, SWITCH, { idempotencyKey: null, raw: null });
    for (const person of [ada, await aPerson(ctx, "admin")]) {
      expect(await codeOf(takeAnswer(ctx, person, found.record.state.id))).toBe("forbidden");
      expect(await readCarryingOut(ctx, person, found.record.state.id)).toBeNull();
    }
    expect(await codeOf(takeAnswer(ctx, ada, "prp_none"))).toBe("not_found");
  });
});

async function anAgent(ctx: TestContext): Promise<AgentActor> {
  const { id: agentId } = await createAgent(ctx, COMMAND_LINE, { name: "biller" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId, label: "test" });
  const scopes = new Set(["propose", "read", "redeem", "report"]);
  return { type: "agent", agentId, agentName: "biller", keyId: key.id, scopes, ownerId: null };
}
