import { describe, expect, it } from "vitest";

import { aContext, aPerson, codeOf, COMMAND_LINE, ledgerTypes, type TestContext } from "../../../test/context";
import { emptyPostgres } from "../../../test/postgres/empty-postgres";
import type { Json } from "../../domain/json";
import type { AgentActor } from "../actor";
import { createAgent } from "../agents/create-agent";
import { check } from "../check";
import { fileFinding } from "../file-finding";
import { createKey } from "../keys/create-key";
import { propose } from "../propose";
import { getProposal } from "../read-proposal";
import { redeem } from "../redeem";
import { decideProposal } from "../triage/decide-proposal";
import { releaseNow } from "../triage/release";
import { giveGrant, type GiveGrantInput } from "./give-grant";
import { listGrants, readGrantsOfProposal } from "./list-grants";
import { revokeGrant } from "./revoke-grant";

const DAY_MS = 86_400_000;
const CALL = { idempotencyKey: null, raw: null };
const VERSION = JSON.stringify([null, null]);
const CLEANUP = { ticket: "spam-folder", olderThanDays: 40, mode: "soft" };
const cleanup = (more: Partial<Record<keyof typeof CLEANUP, Json>> = {}) => ({
  action: { name: "ticket.delete", arguments: { ...CLEANUP, ...more } },
  // A deletion of what nobody sees takes a hold.
  before: { folder: "Spam", holds: 12 },
});

/** A deletion that a reviewer approved, of an agent whose observation is over; one admin, who did not approve it. */
async function anApprovedCleanup(open?: Parameters<typeof aContext>[0]) {
  const ctx = await aContext(open);
  const { id: agentId } = await createAgent(ctx, COMMAND_LINE, { name: "cleaner" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId, label: "test" });
  const scopes = new Set(["propose", "read", "redeem", "findings"]);
  const agent: AgentActor = { type: "agent", agentId, agentName: "cleaner", keyId: key.id, scopes, ownerId: null };
  await ctx.store.transact(function* (tx) {
    yield* tx.saveObservation({ agentId, actionName: "ticket.delete", fingerprint: VERSION, looked: 50, wrong: 0, endedAt: 1 });
    return { result: null, unchanged: true };
  });
  const [admin, reviewer] = [await aPerson(ctx, "admin", "Ada"), await aPerson(ctx, "reviewer", "Grace")];
  const id = await approved(ctx, agent, reviewer);
  const give = (more: Partial<GiveGrantInput> = {}) =>
    giveGrant(ctx, admin, { proposal: id, freed: [], days: 30, uses: 3, ...more });
  const proposed = async (more = {}) => (await propose(ctx, agent, cleanup(more), CALL)).found;
  return { ctx, agent, admin, reviewer, id, give, proposed };
}

async function approved(ctx: TestContext, agent: AgentActor, by: Parameters<typeof decideProposal>[1]): Promise<string> {
  const { id, version, digest } = (await propose(ctx, agent, cleanup(), CALL)).found.record.state;
  const act = { decision: { type: "approve" }, act: { type: "key" }, measured: { activeMs: 9_000, device: "keyboard" } } as const;
  await decideProposal(ctx, by, { proposal: id, version, digest, ...act });
  await releaseNow(ctx, by, { proposal: id });
  return id;
}

describe.each([
  ["SQLite", undefined],
  ["PostgreSQL", emptyPostgres],
])("a standing approval on %s", (_name, open) => {
  it("with three uses lets three of eight run, though all eight were proposed together", async () => {
    const { ctx, give, proposed } = await anApprovedCleanup(open);
    const { id } = await give();
    const all = await Promise.all(Array.from({ length: 8 }, () => proposed()));
    const ran = all.filter(({ record }) => record.state.status === "approved");
    expect(ran.map(({ version }) => version.assessment.grant?.use).sort()).toEqual([1, 2, 3]);
    expect(all.filter(({ record }) => record.state.status === "pending")).toHaveLength(5);
    expect(await ctx.store.read.grant(id)).toMatchObject({ used: 3, usesMax: 3 });
    expect((await ledgerTypes(ctx)).filter((type) => type === "grant.used")).toHaveLength(3);
    // What is used up is not asked for again.
    expect(ctx.live.grants.size).toBe(0);
  });
});

describe("a standing approval", () => {
  it("says in the derivation whose it is and which use, and check says the same without using it", async () => {
    const { ctx, agent, give, proposed } = await anApprovedCleanup();
    const { id } = await give({ uses: 20 });
    expect((await check(ctx, agent, cleanup())).assessment).toMatchObject({ treatment: "audit" });
    await proposed();
    const { version } = await proposed();
    expect(version.assessment).toMatchObject({ treatment: "audit", grant: { id, by: "Ada", use: 2, of: 20 } });
    const says = version.assessment.risk.reasons.flatMap((reason) => (reason.source === "grant" ? [reason.says] : []));
    expect(says).toEqual(["given by Ada, use 2 of 20: runs, 1 % audited"]);
  });

  it("holds for what was approved and its freed fields, and for nothing beside", async () => {
    const { give, proposed } = await anApprovedCleanup();
    await give({ freed: [{ path: "/olderThanDays", type: "range", min: 1, max: 45 }], uses: 20 });
    expect((await proposed({ olderThanDays: 45 })).record.state.treatment).toBe("audit");
    expect((await proposed({ olderThanDays: 46 })).record.state.treatment).not.toBe("audit");
    expect((await proposed({ mode: "hard" })).record.state.treatment).not.toBe("audit");
  });

  it("is over with its day, and uses nothing where a person is asked all the same", async () => {
    const { ctx, agent, give } = await anApprovedCleanup();
    const { id } = await give({ days: 1 });
    const doubtful = await propose(ctx, agent, { ...cleanup(), doubt: "twice?" }, CALL);
    expect(doubtful.found.record.state.status).toBe("pending");
    expect(await ctx.store.read.grant(id)).toMatchObject({ used: 0 });
    ctx.pass(DAY_MS);
    expect((await propose(ctx, agent, cleanup(), CALL)).found.record.state.status).toBe("pending");
  });

  it("revoked by a reviewer holds neither for the next proposal nor for the next redeem", async () => {
    const { ctx, agent, reviewer, give, proposed } = await anApprovedCleanup();
    const { id } = await give();
    const { record } = await proposed();
    expect(record.state.status).toBe("approved");
    await revokeGrant(ctx, reviewer, id);
    await revokeGrant(ctx, reviewer, id);
    expect((await proposed()).record.state.status).toBe("pending");
    const got = await getProposal(ctx, agent, record.state.id, { recordDelivery: true });
    expect(await codeOf(redeem(ctx, agent, record.state.id, got.record.receipt ?? ""))).toBe("blocked_now");
    expect((await ledgerTypes(ctx)).filter((type) => type === "grant.revoked")).toHaveLength(1);
  });

  it("ends by itself when something that ran under it was wrong", async () => {
    const { ctx, agent, admin, reviewer, give, proposed } = await anApprovedCleanup();
    const { id } = await give();
    const { record } = await proposed();
    const got = await getProposal(ctx, agent, record.state.id, { recordDelivery: true });
    await redeem(ctx, agent, record.state.id, got.record.receipt ?? "");
    await fileFinding(ctx, reviewer, { proposal: record.state.id, kind: "complaint", text: "the wrong ticket" });
    expect((await proposed()).record.state.status).toBe("pending");
    expect(await listGrants(ctx, admin)).toMatchObject([{ grant: { id, revokedBy: null }, revokedByName: null }]);
  });

  it("is given by an admin only, revoked by whoever decides, and by no agent", async () => {
    const { ctx, reviewer, id, give } = await anApprovedCleanup();
    const input = { proposal: id, freed: [], days: 1, uses: 1 };
    const auditor = await aPerson(ctx, "auditor");
    expect(await codeOf(giveGrant(ctx, reviewer, input))).toBe("forbidden");
    const grant = await give();
    expect(await codeOf(revokeGrant(ctx, auditor, grant.id))).toBe("forbidden");
    expect(await codeOf(revokeGrant(ctx, reviewer, "grt_none"))).toBe("not_found");
    expect(await codeOf(give())).toBe("already_exists");
  });

  it("takes two people where a second admin is asked: who approved alone does not also let it run again", async () => {
    const { ctx, agent, admin } = await anApprovedCleanup();
    const other = await aPerson(ctx, "admin", "Ben");
    const own = await approved(ctx, agent, admin);
    const input = { proposal: own, freed: [], days: 1, uses: 1 };
    expect(await codeOf(giveGrant(ctx, admin, input))).toBe("second_admin_required");
    expect(await codeOf(giveGrant(ctx, other, input))).toBe("accepted");
  });

  it("is refused with a reason for what was not approved, and beyond its bounds", async () => {
    const { ctx, admin, give, proposed } = await anApprovedCleanup();
    const waiting = await proposed();
    expect(await codeOf(give({ proposal: waiting.record.state.id }))).toBe("decision_not_allowed");
    for (const more of [{ days: 0 }, { days: 91 }, { uses: 0 }, { uses: 1.5 }, { uses: 1_001 }]) {
      expect(await codeOf(give(more)), JSON.stringify(more)).toBe("invalid_request");
    }
    expect(await codeOf(give({ freed: [{ path: "/none", type: "list", values: ["x"] }] }))).toBe("invalid_request");
    expect((await readGrantsOfProposal(ctx, admin, waiting.record.state.id)).offer).toBeNull();
  });

  it("is shown on the proposal that it came from and on what ran under it", async () => {
    const { ctx, admin, id, give, proposed } = await anApprovedCleanup();
    expect((await readGrantsOfProposal(ctx, admin, id)).offer).toMatchObject({ whyNot: null, observed: false });
    await give();
    const ran = await proposed();
    expect((await readGrantsOfProposal(ctx, admin, id)).given).toMatchObject([{ byName: "Ada", agentName: "cleaner" }]);
    expect((await readGrantsOfProposal(ctx, admin, ran.record.state.id)).under).toMatchObject({ grant: { used: 1 } });
  });
});
