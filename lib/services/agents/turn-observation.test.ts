import { describe, expect, it } from "vitest";

import { aContext, aPerson, codeOf, COMMAND_LINE, ledgerTypes, type TestContext } from "../../../test/context";
import type { AgentActor, PersonActor } from "../actor";
import type { ObservationRequest } from "../../domain/observation";
import { DEFAULT_POLICY } from "../../domain/policy/default-policy";
import { createKey } from "../keys/create-key";
import { savePolicy } from "../policy/save-policy";
import { propose } from "../propose";
import { decideProposal } from "../triage/decide-proposal";
import { releaseNow } from "../triage/release";
import { setStop } from "../stops/set-stop";
import { createAgent } from "./create-agent";
import { readAgent } from "./read-agents";
import { turnObservationOf } from "./turn-observation";

const TAG = { action: { name: "ticket.tag", arguments: { ticket: "T-1", tag: "late" } } };
const REASON = "all three were a test of the tool";

/** An agent whose first three tags were rejected: one more than observation forgives, and far from 50. */
async function observed() {
  const ctx = await aContext();
  const [admin, agent] = [await aPerson(ctx, "admin"), await anAgent(ctx)];
  for (let look = 1; look <= 3; look += 1) await looked(ctx, admin, agent);
  const [observation] = (await readAgent(ctx, admin, { agentId: agent.agentId })).observations;
  if (observation === undefined) throw new Error("three looks make an observation");
  const input: ObservationRequest = {
    ...{ agentId: agent.agentId, actionName: "ticket.tag", fingerprint: observation.fingerprint },
    ...{ turn: "end", seen: { wrong: 3, ended: false }, reason: REASON },
  };
  const treatment = async (model?: string): Promise<string> => {
    const run = model === undefined ? {} : { run: { model } };
    return (await propose(ctx, agent, { ...TAG, ...run }, { idempotencyKey: null, raw: null })).found.version.assessment
      .treatment;
  };
  return { ctx, admin, agent, input, treatment };
}

async function anAgent(ctx: TestContext): Promise<AgentActor> {
  const { id } = await createAgent(ctx, COMMAND_LINE, { name: "tagger" });
  const { key } = await createKey(ctx, COMMAND_LINE, { agentId: id, label: "test" });
  return { type: "agent", agentId: id, agentName: "tagger", keyId: key.id, scopes: new Set(["propose"]), ownerId: null };
}

async function looked(ctx: TestContext, person: PersonActor, agent: AgentActor): Promise<void> {
  const { found } = await propose(ctx, agent, TAG, { idempotencyKey: null, raw: null });
  const { id, version, digest } = found.record.state;
  await decideProposal(ctx, person, {
    ...{ proposal: id, version, digest, act: { type: "key" } },
    decision: { type: "reject", reason: { code: "wrong_target", text: null } },
    measured: { activeMs: 9_000, device: "keyboard" },
  });
  await releaseNow(ctx, person, { proposal: id });
}

describe("an observation that an admin ends", () => {
  it("lets the next proposal run as policy says, and stands in the record with its figures and the reason", async () => {
    const { ctx, admin, agent, input, treatment } = await observed();
    expect(await treatment()).toBe("review");
    await turnObservationOf(ctx, admin, input);
    expect(await treatment()).toBe("auto");
    const row = (await ctx.store.read.ledgerAfter(0, 1000)).find(({ type }) => type === "observation.ended");
    expect(row).toMatchObject({ agentId: agent.agentId });
    expect(row?.entry).toContain(`"looked":3,"reason":"${REASON}","wrong":3`);
  });

  it("begins anew with another model", async () => {
    const { ctx, admin, input, treatment } = await observed();
    await turnObservationOf(ctx, admin, input);
    expect(await treatment("m-2")).toBe("review");
  });

  it("leaves a regulated action and what a kill switch stops to a person", async () => {
    const { ctx, admin, input, treatment } = await observed();
    await turnObservationOf(ctx, admin, input);
    const catalogue = DEFAULT_POLICY.catalogue.map((entry) =>
      entry.match === "ticket.tag" ? { ...entry, regulated: true } : entry,
    );
    await savePolicy(ctx, admin, { text: JSON.stringify({ ...DEFAULT_POLICY, catalogue }), basedOn: 1, note: "regulated now" });
    expect(await treatment()).toBe("review");
    await savePolicy(ctx, COMMAND_LINE, { text: JSON.stringify(DEFAULT_POLICY), basedOn: 2, note: "and no longer" });
    expect(await treatment()).toBe("auto");
    await setStop(ctx, admin, { scope: "all", reason: REASON });
    expect(await treatment()).toBe("review");
  });

  it("can begin again, and then lasts 50 looks", async () => {
    const { ctx, admin, agent, input, treatment } = await observed();
    await turnObservationOf(ctx, admin, input);
    await turnObservationOf(ctx, admin, { ...input, turn: "again", seen: { wrong: 3, ended: true } });
    expect(await treatment()).toBe("review");
    const { observations } = await readAgent(ctx, admin, { agentId: agent.agentId });
    expect(observations).toMatchObject([{ looked: 0, wrong: 0, endedAt: null }]);
    expect((await ledgerTypes(ctx)).filter((type) => type.startsWith("observation."))).toEqual([
      "observation.ended",
      "observation.restarted",
    ]);
  });
});

describe("ending an observation", () => {
  it.each(["reviewer", "auditor"] as const)("is not for a %s", async (role) => {
    const { ctx, input, treatment } = await observed();
    expect(await codeOf(turnObservationOf(ctx, await aPerson(ctx, role), input))).toBe("forbidden");
    expect(await treatment()).toBe("review");
  });

  it("needs a reason, an observation that is there, and what the admin saw to be true still", async () => {
    const { ctx, admin, agent, input } = await observed();
    expect(await codeOf(turnObservationOf(ctx, admin, { ...input, reason: "  " }))).toBe("reason_required");
    expect(await codeOf(turnObservationOf(ctx, admin, { ...input, fingerprint: "other" }))).toBe("not_found");
    expect(await codeOf(turnObservationOf(ctx, admin, { ...input, agentId: "agt_nobody" }))).toBe("not_found");
    await looked(ctx, admin, agent);
    expect(await codeOf(turnObservationOf(ctx, admin, input))).toBe("stale");
  });

  it("by two admins at once succeeds for one", async () => {
    const { ctx, admin, input } = await observed();
    const other = await aPerson(ctx, "admin");
    const outcomes = await Promise.all([admin, other].map((by) => codeOf(turnObservationOf(ctx, by, input))));
    expect(outcomes.sort()).toEqual(["accepted", "stale"]);
  });
});
