import { expect, test } from "vitest";

import { aRecord, aVersion, anAgent } from "../../../test/builders";
import type { TestContext } from "../../../test/context";
import { aContext, aPerson, codeOf } from "../../../test/context";
import type { PersonActor } from "../actor";
import { readOwnReflex, readVigilance } from "./read-vigilance";

/** Writes decisions of a person into the record, oldest first. */
async function decided(ctx: TestContext, { personId, name }: PersonActor, types: readonly string[], activeMs: number) {
  const record = aRecord();
  const { skeleton } = anAgent();
  await ctx.store.transact(function* (tx) {
    if ((yield* tx.agentBySkeleton(skeleton)) === null) yield* tx.insertAgent(anAgent());
    yield* tx.insertProposal(record, aVersion(record));
    for (const [index, type] of types.entries()) {
      yield* tx.insertReview({
        ...{ proposalId: record.state.id, revision: index + 2, personId, personName: name, type, at: ctx.clock() + index },
        ...{ activeMs, leasedMs: null, device: "keyboard", predictedSeconds: 6, act: "key", tooFast: false },
      });
    }
    return { result: null, unchanged: true };
  });
}

const times = (count: number, type: string): readonly string[] => Array.from({ length: count }, () => type);

test("who approves everything at a glance is told so, everybody else only how many there are", async () => {
  const ctx = await aContext();
  const [ana, ben, admin] = [await aPerson(ctx, "reviewer"), await aPerson(ctx, "reviewer"), await aPerson(ctx, "admin")];
  // Wrong picks that were caught decided nothing: they neither push decisions out nor count as rejections.
  await decided(ctx, ana, [...times(50, "approve"), ...times(5, "slip_caught")], 2_000);
  await decided(ctx, ben, times(50, "approve"), 7_000);
  expect(await readOwnReflex(ctx, ana)).toEqual({ decisions: 50, approved: 50, medianMs: 2_000 });
  expect(await readOwnReflex(ctx, ben)).toBeNull();
  expect(await readVigilance(ctx, admin)).toEqual({
    ...{ reviewers: 3, byReflex: 1, tests: { shown: 0, caught: 0 }, missing: false },
  });
  expect(JSON.stringify(await readVigilance(ctx, admin))).not.toContain(ana.name);
});

test("the alarm is for those who may read people", async () => {
  const ctx = await aContext();
  expect(await codeOf(readVigilance(ctx, await aPerson(ctx, "reviewer")))).toBe("forbidden");
  expect((await readVigilance(ctx, await aPerson(ctx, "auditor"))).byReflex).toBe(0);
});
