import { expect, it } from "vitest";

import type { TestContext } from "../../../test/context";
import { aCell } from "../../../test/ladder-cell";
import { auditRateOf } from "../../domain/second-look";
import { runDueWork } from "../run-due-work";
import { loadLiveSettings } from "../settings/live-settings";
import { monthlyVolume } from "./volume";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** The cell of `aCell`, with what was given to it. */
async function graduated() {
  const { ctx, agent, key, version, proposed } = await aCell({ level: "L3" });
  const monthly = () => monthlyVolume(ctx, { ...key, agentId: agent.agentId, fingerprint: version });
  return { ctx, monthly, proposed, key, version };
}

async function flush(ctx: TestContext): Promise<void> {
  ctx.pass(MINUTE_MS);
  await runDueWork(ctx);
}

it("the first thirty of a cell that has just graduated are all audited, then thirty a month", async () => {
  const { ctx, proposed } = await graduated();
  const rates = [];
  for (let given = 0; given < 45; given += 1) {
    const { state } = (await proposed(given)).record;
    expect(state.status).toBe("approved");
    rates.push((await ctx.store.read.draw(state.id))?.rate);
  }
  expect(rates.slice(0, 31)).toEqual(Array.from({ length: 31 }, () => 1));
  for (const [given, rate] of rates.entries()) if (rate !== undefined) expect(rate).toBe(auditRateOf(0.05, given));
});

it("what a cell is given is kept by the day, once a minute, and forgotten after thirty days", async () => {
  const { ctx, monthly, proposed } = await graduated();
  await proposed(1);
  await flush(ctx);
  await proposed(2);
  await runDueWork(ctx);
  expect(monthly()).toBe(2);
  ctx.pass(DAY_MS);
  await flush(ctx);
  await proposed(3);
  await flush(ctx);
  expect(monthly()).toBe(3);
  ctx.pass(29 * DAY_MS);
  await loadLiveSettings(ctx);
  expect(monthly()).toBe(2);
});

it("another process finds what this one has written down, and adds its own", async () => {
  const { ctx, monthly, proposed, key, version } = await graduated();
  await proposed(1);
  await flush(ctx);
  const other = { ...ctx, live: { ...ctx.live } };
  await loadLiveSettings(other);
  expect(monthlyVolume(other, { ...key, fingerprint: version })).toBe(monthly());
});

it("nothing is counted of another version, which has not graduated", async () => {
  const { ctx, key, proposed } = await graduated();
  await proposed(1);
  expect(monthlyVolume(ctx, { ...key, fingerprint: "another" })).toBeNull();
});
