import { describe, expect, it } from "vitest";

import { aRecord, aVersion, anAgent } from "../../test/builders";
import type { TestContext } from "../../test/context";
import { aContext, aPerson } from "../../test/context";
import type { Lane } from "../domain/words";
import type { PersonActor } from "./actor";
import { readFrame } from "./read-shell";

const HOUR_MS = 60 * 60_000;

/** Writes one decision of a person into the record, so long ago. */
async function decidedAgo(
  ctx: TestContext,
  { personId, name }: PersonActor,
  agoMs: number,
  { activeMs = 6_000, lane = "quick" }: { readonly activeMs?: number; readonly lane?: Lane } = {},
): Promise<void> {
  const record = { ...aRecord(), lane };
  await ctx.store.transact(function* (tx) {
    if ((yield* tx.agent(record.state.agentId)) === null) yield* tx.insertAgent(anAgent());
    yield* tx.insertProposal(record, aVersion(record));
    yield* tx.insertReview({
      ...{ proposalId: record.state.id, revision: 2, personId, personName: name, type: "approve" as const },
      ...{ at: ctx.clock() - agoMs, activeMs, leasedMs: null, device: "keyboard" as const },
      ...{ predictedSeconds: 6, act: "key" as const, tooFast: false },
    });
    return { result: null, unchanged: true };
  });
}

describe("the day in the frame of every screen", () => {
  it("begins at the person's own midnight, as their pace does", async () => {
    const ctx = await aContext();
    const ana = await aPerson(ctx, "reviewer");
    const sinceUtc = ctx.clock() % (24 * HOUR_MS);
    // An hour before midnight by UTC is yesterday there, and the morning of today in Tokyo.
    await decidedAgo(ctx, ana, sinceUtc + HOUR_MS);
    expect(await readFrame(ctx, ana, "UTC")).toMatchObject({ decidedToday: 0 });
    expect(await readFrame(ctx, ana, "Asia/Tokyo")).toMatchObject({ decidedToday: 1 });
  });

  it("counts deep cards among what was decided, and not into its median", async () => {
    const ctx = await aContext();
    const ana = await aPerson(ctx, "reviewer");
    await decidedAgo(ctx, ana, 1, { activeMs: 40_000, lane: "deep" });
    expect(await readFrame(ctx, ana, "UTC")).toMatchObject({ decidedToday: 1, medianSeconds: null });
    for (const [at, activeMs] of [5_000, 7_000, 9_000].entries()) await decidedAgo(ctx, ana, at + 2, { activeMs });
    await decidedAgo(ctx, ana, 9, { activeMs: 50_000, lane: "deep" });
    expect(await readFrame(ctx, ana, "UTC")).toMatchObject({ decidedToday: 5, medianSeconds: 7 });
  });

  it("shows no tests where none are seeded", async () => {
    const ctx = await aContext();
    expect(await readFrame(ctx, await aPerson(ctx, "reviewer"), "UTC")).toMatchObject({ testsToday: null });
  });
});
