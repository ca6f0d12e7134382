import { describe, expect, it } from "vitest";

import { aRecord, aVersion, anAgent } from "../../../test/builders";
import type { TestContext } from "../../../test/context";
import { aContext, aPerson, codeOf } from "../../../test/context";
import type { PersonActor } from "../actor";
import { isOn, setSwitch } from "../settings/switches";
import { deferBreak, readPace } from "./pace";

/** Writes so many decisions of a person into the record, one every `gapMs`, up to now. */
async function decided(
  ctx: TestContext,
  person: PersonActor,
  given: { count: number; gapMs: number; predictedSeconds?: number },
) {
  const record = aRecord();
  const until = ctx.clock();
  await ctx.store.transact(function* (tx) {
    if ((yield* tx.proposal(record.state.id)) === null) {
      yield* tx.insertAgent(anAgent());
      yield* tx.insertProposal(record, aVersion(record));
    }
    for (let index = 0; index < given.count; index += 1) {
      yield* tx.insertReview({
        ...{
          proposalId: record.state.id,
          revision: index + 2,
          personId: person.personId,
          personName: person.name,
          type: "approve",
        },
        ...{ at: until - (given.count - 1 - index) * given.gapMs, activeMs: given.gapMs, leasedMs: null, device: "keyboard" },
        ...{ predictedSeconds: given.predictedSeconds ?? 6, act: "key", tooFast: false },
      });
    }
    return { result: null, unchanged: true };
  });
}

describe("a person's pace", () => {
  it("is read from their own decisions, and from nobody else's", async () => {
    const ctx = await aContext();
    const [ana, ben] = [await aPerson(ctx, "reviewer"), await aPerson(ctx, "reviewer")];
    await decided(ctx, ana, { count: 40, gapMs: 10_000 });
    const pace = await readPace(ctx, ana, "UTC");
    expect(pace).toMatchObject({ sitting: { decisions: 40 }, quickToday: 40, softCap: false });
    expect(pace.sitting.since).toBe(ctx.clock() - 400_000);
    expect((await readPace(ctx, ben, "UTC")).sitting.since).toBeNull();
  });

  it("counts quick decisions since the person's own midnight", async () => {
    const ctx = await aContext();
    const ana = await aPerson(ctx, "reviewer");
    // 12:00 UTC is midnight in Auckland's summer, less an hour.
    await decided(ctx, ana, { count: 100, gapMs: 120_000 });
    expect((await readPace(ctx, ana, "UTC")).quickToday).toBe(100);
    expect((await readPace(ctx, ana, "Pacific/Auckland")).quickToday).toBe(31);
  });

  it("leaves cards that are read slowly out of the quick ones", async () => {
    const ctx = await aContext();
    const ana = await aPerson(ctx, "reviewer");
    await decided(ctx, ana, { count: 12, gapMs: 10_000, predictedSeconds: 24 });
    expect(await readPace(ctx, ana, "UTC")).toMatchObject({ quickToday: 0, sitting: { decisions: 12 } });
  });

  it("keeps that a break was put off, until they rested", async () => {
    const ctx = await aContext();
    const ana = await aPerson(ctx, "reviewer");
    await decided(ctx, ana, { count: 150, gapMs: 5_000 });
    await deferBreak(ctx, ana);
    expect((await readPace(ctx, ana, "UTC")).sitting.deferredAt).toBe(ctx.clock());
  });
});

describe("the soft cap", () => {
  it("is off until an admin switches it on, which stands in the record", async () => {
    const ctx = await aContext();
    const [admin, reviewer] = [await aPerson(ctx, "admin"), await aPerson(ctx, "reviewer")];
    expect(await isOn(ctx, "softCap")).toBe(false);
    expect(await codeOf(setSwitch(ctx, reviewer, { name: "softCap", on: true }))).toBe("forbidden");
    const { seq } = await ctx.store.read.ledgerHead();
    await setSwitch(ctx, admin, { name: "softCap", on: true });
    await setSwitch(ctx, admin, { name: "softCap", on: true });
    expect(await isOn(ctx, "softCap")).toBe(true);
    expect((await ctx.store.read.ledgerHead()).seq).toBe(seq + 1);
  });
});
