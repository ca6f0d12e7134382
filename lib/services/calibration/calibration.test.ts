import { describe, expect, it } from "vitest";

import type { LabelRecord } from "../../../db/store/types";
import { aRecord, aVersion } from "../../../test/builders";
import { aPerson, codeOf, type TestContext } from "../../../test/context";
import { aCell } from "../../../test/ladder-cell";
import type { AgentActor } from "../actor";
import { propose } from "../propose";
import { runDueWork } from "../run-due-work";
import { readCalibration } from "./read-calibration";
import { calibrationFor } from "./table";

const MINUTE_MS = 60_000;

/** Labelled payments of an agent, each declared at `confidence`, the first of them right. */
async function labelled(ctx: TestContext, agent: AgentActor, count: number, right: number, confidence: number): Promise<void> {
  await ctx.store.transact(function* (tx) {
    for (let index = 0; index < count; index += 1) {
      const record = aRecord({ queue: null, state: { agentId: agent.agentId, status: "approved" } });
      yield* tx.insertProposal(record, aVersion(record));
      const { id: proposalId, agentId, actionName, kind, tier } = record.state;
      const label: LabelRecord = {
        ...{ proposalId, agentId, actionName, kind, tier, fingerprint: "m1", at: ctx.clock(), confidence },
        ...{ verdict: index < right ? "right" : "wrong", because: "approved", ran: "after_look", excluded: null, weight: 1 },
        ...{ missed: false, severe: false, failedOutside: false, edit: null },
      };
      yield* tx.saveLabel(label);
    }
    return { result: null, unchanged: true };
  });
  ctx.pass(MINUTE_MS);
  await runDueWork(ctx);
}

/** What becomes of a refund that its graduated agent declares to be sure of. */
async function declared(ctx: TestContext, agent: AgentActor, confidence: number) {
  const action = { name: "payment.refund", arguments: { order: "W2378001", amount: "100.00", currency: "EUR" } };
  return (await propose(ctx, agent, { action, confidence }, { idempotencyKey: null, raw: null })).found;
}

describe("a declared figure", () => {
  it("stands as declared while fewer than 50 items are labelled", async () => {
    const { ctx, agent } = await aCell({ level: "L3" });
    await labelled(ctx, agent, 49, 10, 0.95);
    const { record, version } = await declared(ctx, agent, 0.95);
    expect(record.state.status).toBe("approved");
    expect(version.assessment.risk.confidence).toEqual({ declared: 0.95, calibrated: null, labelled: 49 });
  });

  it("that is worth less than it says brings a person, lifts the badge, and is kept with its source", async () => {
    const { ctx, agent } = await aCell({ level: "L3" });
    await labelled(ctx, agent, 200, 150, 0.95);
    const { record, version } = await declared(ctx, agent, 0.95);
    expect(record.state).toMatchObject({ status: "pending", tier: "T2" });
    const { confidence, reasons } = version.assessment.risk;
    expect(confidence).toEqual({ declared: 0.95, calibrated: 0.75, labelled: 200, basis: "fit" });
    const says = "measured confidence 0.75 is under 0.90, where 0.95 was declared: on 200 labelled items";
    expect(reasons.find(({ source }) => source === "confidence")?.says).toContain(says);
    expect(version.facts?.calibration).toEqual({ labelled: 200, calibrated: 0.75, basis: "fit" });
  });

  it("between 50 and 200 items is drawn to the base rate of the kind, which is every agent's", async () => {
    const { ctx, agent } = await aCell({ level: "L3" });
    await labelled(ctx, agent, 100, 100, 0.9);
    const base = 101 / 102;
    expect(calibrationFor(ctx, agent.agentId, "payment", 0.9)).toEqual({
      ...{ labelled: 100, calibrated: 0.5 * 0.9 + 0.5 * base },
      basis: "base_rate",
    });
    expect(calibrationFor(ctx, agent.agentId, "email", 0.9)).toEqual({ labelled: 0, calibrated: null });
    expect(calibrationFor(ctx, agent.agentId, "payment", null)).toEqual({ labelled: 0, calibrated: null });
  });

  it("never loosens: worth more than it says, it is still under the floor", async () => {
    const { ctx, agent } = await aCell({ level: "L3" });
    await labelled(ctx, agent, 200, 200, 0.5);
    const { record, version } = await declared(ctx, agent, 0.5);
    expect(version.assessment.risk.confidence.calibrated).toBe(1);
    expect(record.state.status).toBe("pending");
  });
});

describe("the record of an agent's figures", () => {
  it("follows new labels within a minute, and is not read again before", async () => {
    const { ctx, agent, admin } = await aCell({ level: "L3" });
    await labelled(ctx, agent, 60, 60, 0.95);
    await labelled(ctx, agent, 40, 0, 0.85);
    const [line] = await readCalibration(ctx, admin);
    expect(line).toMatchObject({ kind: "payment", right: 60, basis: "base_rate", agentName: "crm-agent" });
    expect(line?.calibration.labelled).toBe(100);
    expect(line?.bins.map(({ count }) => count).filter(Boolean)).toEqual([40, 60]);
    expect(line?.score?.ece).toBeCloseTo(0.4 * 0.85 + 0.6 * 0.05, 12);
  });

  it("is for whoever may read measures", async () => {
    const { ctx } = await aCell({});
    expect(await codeOf(readCalibration(ctx, await aPerson(ctx, "auditor")))).toBe("accepted");
  });
});
