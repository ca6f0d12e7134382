import { describe, expect, it } from "vitest";

import { aCell } from "../../test/ladder-cell";
import { fingerprintNow, fingerprintOf } from "./fingerprint";
import { propose } from "./propose";
import type { ProposeInput } from "./propose-input";

const REFUND = { action: { name: "payment.refund", arguments: { order: "W2378001", amount: "100.00", currency: "EUR" } } };
const SCHEMA = { type: "object", properties: { order: { type: "string" }, amount: { type: "string" } } };

/** What becomes of a refund by an agent that has graduated, sent with `more`. */
async function sent(more: Partial<ProposeInput>) {
  const { ctx, agent } = await aCell({ level: "L3" });
  const { found } = await propose(ctx, agent, { ...REFUND, ...more }, { idempotencyKey: null, raw: null });
  return { ctx, found };
}

describe("a graduated action", () => {
  it("runs by itself as long as nothing is another version", async () => {
    const { found } = await sent({ run: { id: "another-run", step: 3 } });
    expect(found.record.state.status).toBe("approved");
    expect(found.version.extras.fingerprint).toBeUndefined();
  });

  it.each<[string, Partial<ProposeInput>]>([
    ["model", { run: { model: "large-2" } }],
    ["agent version", { run: { agentVersion: "2026-11-02" } }],
    ["prompt", { run: { promptVersion: "refunds-7" } }],
    ["schema of its tool", { argumentsSchema: SCHEMA }],
  ])("is looked at anew with another %s", async (_, more) => {
    const { found } = await sent(more);
    expect(found.record.state.status).toBe("pending");
    expect(found.version.assessment.observed).toBe(true);
    expect(found.version.assessment.treatment).toBe("review");
  });
});

describe("the fingerprint of a proposal", () => {
  it("is kept with it, so that what is said later counts for what was proposed", async () => {
    const { ctx, found } = await sent({ argumentsSchema: SCHEMA, run: { promptVersion: "refunds-7" } });
    const { extras } = found.version;
    expect(fingerprintOf(extras)).toBe(fingerprintNow(ctx, { ...extras, argumentsSchema: null }, "payment"));
    expect(fingerprintOf(extras)).toMatch(/^\[null,null,"refunds-7","[0-9a-f]{32}"\]$/u);
  });

  it("does not depend on the order in which a schema is written", async () => {
    const { ctx, found } = await sent({});
    const turned = { properties: { amount: { type: "string" }, order: { type: "string" } }, type: "object" };
    const of = (argumentsSchema: typeof SCHEMA) => fingerprintNow(ctx, { ...found.version.extras, argumentsSchema }, "payment");
    expect(of(turned)).toBe(of(SCHEMA));
  });
});
